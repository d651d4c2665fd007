/** Asks Bedrock which models there are: all list calls at the same time, all pages. */
import type { BedrockClient, FoundationModelSummary, InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BedrockClients } from '../clients.ts';
import { loadSdk } from '../loadSdk.ts';
import type { Connection } from '../connection/connection.ts';
import { type Operation, problemOf } from '../problems.ts';
import { ProblemError, type Problem } from '../../problem.ts';
import type { BedrockModel } from './bedrockModel.ts';
import type { DiscoverySettings } from './discoverySettings.ts';
import { loadCatalogue } from './figures.ts';
import type { ImportedModel, PromptRouter, ProvisionedThroughput } from './lists.ts';
import { modelsOf } from './modelsOf.ts';
import { isSound } from './soundSummary.ts';

export interface Discovered {
  readonly models: readonly BedrockModel[];
  /** What kept one of the two chief lists away while the other came. */
  readonly problems: readonly Problem[];
  /** The kinds that could not be listed: what somebody of this account made, which most have none of. */
  readonly gaps: readonly Gap[];
}

/** A kind that is not in the list. */
export interface Gap {
  readonly kind: 'application' | 'provisioned' | 'imported' | 'router';
  readonly problem: Problem;
}

/** Milliseconds for one list, all its pages and retries. */
export interface TimeLimits {
  readonly chief: number;
  /** For the kinds that a list does without: nobody waits longer for what most have none of. */
  readonly optional: number;
}

const TIME_LIMITS: TimeLimits = { chief: 30_000, optional: 10_000 };

/**
 * Lists the models that this connection can use. One of the two chief lists that fails leaves the other's models and
 * a problem; when both fail, throws the `ProblemError` of the first. Any other that fails leaves a gap.
 */
export async function discoverModels(
  connection: Connection,
  clients: BedrockClients,
  settings: DiscoverySettings,
  limits = TIME_LIMITS,
): Promise<Discovered> {
  const attempt = async <Summary>(operation: Operation, asked: Promise<Summary[]>) => {
    try {
      return { summaries: await asked };
    } catch (error) {
      return { summaries: [], problem: problemOf(error, { connection, operation }) };
    }
  };
  const chief = { limit: limits.chief };
  const signal = AbortSignal.timeout(limits.optional);
  const [models, profiles, applications, throughputs, imported, routers, catalogue] = await Promise.all([
    attempt('ListFoundationModels', listFoundationModels(clients, chief)),
    attempt('ListInferenceProfiles', listInferenceProfiles(clients, chief)),
    attempt('ListInferenceProfiles', listApplicationProfiles(clients, { signal })),
    attempt('ListProvisionedModelThroughputs', listProvisionedThroughputs(clients, signal)),
    attempt('ListImportedModels', listImportedModels(clients, signal)),
    attempt('ListPromptRouters', listPromptRouters(clients, signal)),
    // Once the requests are on their way: reading it takes a moment.
    nextTurn().then(loadCatalogue),
  ]);
  if (models.problem && profiles.problem) throw new ProblemError(models.problem);

  const lists = {
    ...(!models.problem && { foundationModels: models.summaries }),
    inferenceProfiles: [...profiles.summaries, ...applications.summaries],
    provisionedThroughputs: throughputs.summaries,
    importedModels: imported.summaries,
    promptRouters: routers.summaries,
  };
  return {
    models: modelsOf(lists, { region: connection.region.name, settings, catalogue }),
    problems: [models, profiles].flatMap(({ problem }) => problem ?? []),
    gaps: [
      // Refused for the same reason as those of AWS, which is said already.
      ...(profiles.problem ? [] : gap('application', applications)),
      ...gap('provisioned', throughputs),
      ...gap('imported', imported),
      ...gap('router', routers),
    ],
  };
}

function gap(kind: Gap['kind'], { problem }: { readonly problem?: Problem }): Gap[] {
  return problem ? [{ kind, problem }] : [];
}

/** What ends a list before its end. */
interface Ending {
  readonly signal?: AbortSignal;
  /** Milliseconds; else those of a chief list. */
  readonly limit?: number;
}

export async function listFoundationModels(
  clients: BedrockClients,
  ending: Ending = {},
): Promise<FoundationModelSummary[]> {
  const [sdk, client] = await Promise.all([loadSdk(), clients.control()]);
  const limit = within(ending);
  const { modelSummaries } = await clients.attempt(() =>
    client.send(new sdk.ListFoundationModelsCommand({}), limit),
  );
  return listed(modelSummaries);
}

/** Those that AWS defines, which are all that it lists unless it is asked for others. */
export async function listInferenceProfiles(
  clients: BedrockClients,
  ending: Ending = {},
): Promise<InferenceProfileSummary[]> {
  return profilesOf(clients, {}, ending);
}

/** Those that somebody of this account made. */
async function listApplicationProfiles(
  clients: BedrockClients,
  ending: Ending,
): Promise<InferenceProfileSummary[]> {
  return profilesOf(clients, { typeEquals: 'APPLICATION' }, ending);
}

async function profilesOf(
  clients: BedrockClients,
  filter: { readonly typeEquals?: 'APPLICATION' },
  ending: Ending,
): Promise<InferenceProfileSummary[]> {
  const limit = within(ending);
  return allPages(clients, async ({ sdk, client, nextToken }) => {
    const command = new sdk.ListInferenceProfilesCommand({ ...filter, maxResults: 1000, nextToken });
    const page = await client.send(command, limit);
    return { summaries: page.inferenceProfileSummaries, nextToken: page.nextToken };
  });
}

async function listProvisionedThroughputs(
  clients: BedrockClients,
  abortSignal: AbortSignal,
): Promise<ProvisionedThroughput[]> {
  return allPages(clients, async ({ sdk, client, nextToken }) => {
    const command = new sdk.ListProvisionedModelThroughputsCommand({ maxResults: 1000, nextToken });
    const page = await client.send(command, { abortSignal });
    return { summaries: page.provisionedModelSummaries, nextToken: page.nextToken };
  });
}

async function listImportedModels(
  clients: BedrockClients,
  abortSignal: AbortSignal,
): Promise<ImportedModel[]> {
  return allPages(clients, async ({ sdk, client, nextToken }) => {
    const command = new sdk.ListImportedModelsCommand({ maxResults: 1000, nextToken });
    const page = await client.send(command, { abortSignal });
    return { summaries: page.modelSummaries, nextToken: page.nextToken };
  });
}

async function listPromptRouters(clients: BedrockClients, abortSignal: AbortSignal): Promise<PromptRouter[]> {
  return allPages(clients, async ({ sdk, client, nextToken }) => {
    const command = new sdk.ListPromptRoutersCommand({ maxResults: 100, nextToken });
    const page = await client.send(command, { abortSignal });
    return { summaries: page.promptRouterSummaries, nextToken: page.nextToken };
  });
}

/** What a page is asked with. */
interface Asking {
  readonly sdk: Awaited<ReturnType<typeof loadSdk>>;
  readonly client: BedrockClient;
  readonly nextToken: string | undefined;
}

interface Page<Summary> {
  readonly summaries: Summary[] | undefined;
  readonly nextToken: string | undefined;
}

async function allPages<Summary>(
  clients: BedrockClients,
  ask: (asking: Asking) => Promise<Page<Summary>>,
): Promise<Summary[]> {
  const [sdk, client] = await Promise.all([loadSdk(), clients.control()]);
  const all: Summary[] = [];
  const seen = new Set<string>();
  let nextToken: string | undefined;
  do {
    const asking = { sdk, client, nextToken };
    const page = await clients.attempt(() => ask(asking));
    all.push(...listed(page.summaries));
    nextToken = page.nextToken;
    if (nextToken && seen.has(nextToken))
      throw new SyntaxError('The answer leads back to a page that was read.');
    if (nextToken) seen.add(nextToken);
  } while (nextToken);
  return all;
}

/** The member is required by the service: an answer without it comes from something that is not Bedrock. */
function listed<Summary>(summaries: Summary[] | undefined): Summary[] {
  if (!Array.isArray(summaries)) throw new SyntaxError('The answer holds no list.');
  return summaries.filter(isSound);
}

function within({ signal, limit = TIME_LIMITS.chief }: Ending): { abortSignal: AbortSignal } {
  const late = AbortSignal.timeout(limit);
  return { abortSignal: signal ? AbortSignal.any([late, signal]) : late };
}
