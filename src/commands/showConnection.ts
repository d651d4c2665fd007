/** Bedrock: Show Connection. */
import type { Caller } from '../bedrock/connection/caller.ts';
import type { Connection, Endpoints } from '../bedrock/connection/connection.ts';
import { endpointFor } from '../bedrock/connection/endpoint.ts';
import { serviceHost } from '../regions.ts';
import { proxyFor, proxyName } from '../bedrock/proxies.ts';
import { network } from '../editor/settings.ts';
import { masked } from '../masked.ts';
import { distinct, type Problem, ProblemError, withoutDetails } from '../problem.ts';
import type { ModelList } from '../state/modelList.ts';
import { ConnectionPicker, type Shown } from './connectionPicker.ts';
import { connectionRows, maskedRow } from './connectionRows.ts';
import { listOf } from './listOf.ts';
import type { Command, Parts } from './parts.ts';

interface ShowOptions {
  /** Ask AWS who the credentials belong to. */
  readonly caller?: boolean;
  /** Give account ids whole. */
  readonly unmasked?: boolean;
}

export const showConnection: Command = {
  id: 'openclawBedrock.showConnection',
  /** Called with 'json' it shows nothing and answers the rows; from the tree it gets the connection's node. */
  run: async (parts: Parts, target?: unknown, options: ShowOptions = {}) => {
    const list = listOf(target) ?? (await parts.connections.detected());
    if (target === 'json') return answer(parts, list, options);
    const picker = new ConnectionPicker({
      look: caller => look(parts, list, caller),
      caller: () => list.clients.caller(),
    });
    await picker.show().finally(() => picker.dispose());
    return undefined;
  },
};

async function answer(parts: Parts, list: ModelList, { caller = false, unmasked = false }: ShowOptions) {
  const { rows, problems } = await look(parts, list, caller ? await list.clients.caller() : undefined);
  return {
    rows: unmasked ? rows : rows.map(maskedRow),
    problems: problems.map(withoutDetails).map(problem => (unmasked ? problem : maskedProblem(problem))),
  };
}

function maskedProblem(problem: Problem): Problem {
  return { ...problem, title: masked(problem.title), explanation: masked(problem.explanation) };
}

async function look(
  { connections, config }: Parts,
  list: ModelList,
  caller: Caller | undefined,
): Promise<Shown> {
  const { connection, clients, state } = list;
  const isDetected = list === (await connections.detected());
  const [variables, { problem }, conflicts, differences] = await Promise.all([
    config.environment(),
    config.read(),
    isDetected ? connections.conflicts() : [],
    connections.differences(list),
  ]);
  const endpoints = await endpointsOf(connection);
  const rows = connectionRows({
    connection,
    endpoints,
    variables,
    hasOpenClaw: problem?.code !== 'config-missing',
    signedBy: clients.signedBy,
    caller,
    proxy: proxyOf(connection, endpoints),
  });
  return { rows, problems: distinct([...state.problems, ...conflicts, ...differences]) };
}

/** Those of the profile's settings too; one that is none is told of by the models that can't be listed. */
async function endpointsOf(connection: Connection): Promise<Endpoints> {
  try {
    const [control, runtime] = await Promise.all([
      endpointFor(connection, 'bedrock'),
      endpointFor(connection, 'bedrock-runtime'),
    ]);
    return { control, runtime };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return connection.endpoints;
  }
}

function proxyOf(connection: Connection, { control }: Endpoints): string | undefined {
  const endpoint = control ?? `https://${serviceHost('bedrock', connection.region.name)}`;
  if (!URL.canParse(endpoint)) return undefined;
  const { protocol, hostname, port } = new URL(endpoint);
  const target = { protocol, hostname, ...(port && { port: Number(port) }) };
  const proxy = proxyFor(target, network(), connection.variables());
  return proxy && proxyName(proxy);
}
