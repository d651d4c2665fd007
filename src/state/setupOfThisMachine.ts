/** What the checks of the set-up ask, answered by this machine as it is now. */
import type { FoundationModelSummary, InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import { explainSignedBy, originName } from '../bedrock/connection/explain.ts';
import { openclawSource } from '../bedrock/connection/openclawSource.ts';
import { askForOneToken } from '../bedrock/converse/oneToken.ts';
import {
  type BedrockModel,
  findByRef,
  invocationId,
  invocationIdOfRef,
  modelToBeginWith,
} from '../bedrock/models/bedrockModel.ts';
import { listFoundationModels, listInferenceProfiles } from '../bedrock/models/discover.ts';
import { DEFAULT_DISCOVERY } from '../bedrock/models/discoverySettings.ts';
import { loadCatalogue } from '../bedrock/models/figures.ts';
import { modelsOf } from '../bedrock/models/modelsOf.ts';
import { type Operation, problemOf } from '../bedrock/problems.ts';
import { type Problem, type ProblemCode, ProblemError } from '../problem.ts';
import type {
  CallerFacts,
  CredentialFacts,
  ModelFacts,
  RegionFacts,
  SetupWorld,
} from '../setup/setupWorld.ts';
import type { ContextKeys } from '../editor/contextKeys.ts';
import { checkSetup, type SetupReport, works } from '../setup/setupReport.ts';
import type { ModelList } from './modelList.ts';
import {
  configFacts,
  firstRef,
  gatewayFacts,
  type SetupParts,
  usageFacts,
  versionFacts,
} from './setupOpenClaw.ts';

export type { SetupParts } from './setupOpenClaw.ts';

/** Runs the checks on this machine, with credentials read afresh. */
export async function* checkedSetup(
  { contextKeys, ...parts }: SetupParts & { readonly contextKeys: ContextKeys },
  signal: AbortSignal,
): AsyncGenerator<SetupReport, void> {
  for await (const report of checkSetup(await setupWorld(parts), signal)) {
    if (report.state === 'finished') contextKeys.set({ setupWorks: works(report) });
    yield report;
  }
}

/** A world for one run. */
async function setupWorld(parts: SetupParts): Promise<SetupWorld> {
  const list = await parts.connections.detected();
  parts.connections.instanceRoles.forgetNone();
  list.clients.renew();
  const reach = new Reach(parts, list);
  return {
    config: () => configFacts(parts),
    version: () => versionFacts(parts),
    credentials: () => reach.credentials(),
    caller: signal => reach.caller(signal),
    region: () => reach.region(),
    foundationModels: signal => reach.foundationModels(signal),
    inferenceProfiles: signal => reach.inferenceProfiles(signal),
    model: () => reach.model(),
    converse: (modelId, signal) => askForOneToken(list.connection, list.clients, modelId, signal),
    usage: () => usageFacts(parts),
    gateway: signal => gatewayFacts(parts, signal),
  };
}

/** What concerns where requests go; what else there is to point out concerns what signs them. */
const ABOUT_REGION: readonly ProblemCode[] = [
  'region-invalid',
  'region-differs',
  'profile-region-ignored',
  'endpoint-differs',
];

/** How this machine reaches Bedrock; remembers what was listed. */
class Reach {
  readonly #parts: SetupParts;
  readonly #list: ModelList;
  #foundationModels: readonly FoundationModelSummary[] | undefined;
  #inferenceProfiles: readonly InferenceProfileSummary[] | undefined;

  constructor(parts: SetupParts, list: ModelList) {
    this.#parts = parts;
    this.#list = list;
  }

  async credentials(): Promise<CredentialFacts> {
    const { config } = this.#parts;
    // First, since it finds out whether there is an instance role, which OpenClaw may not see.
    const signedBy = await this.#signedBy();
    const [state, environment, conflicts] = await Promise.all([
      config.read(),
      config.environment(),
      this.#conflicts(),
    ]);
    return {
      signedBy,
      openclaw: state.problem?.code === 'config-missing' ? undefined : openclawSource(environment).label,
      conflicts: conflicts.filter(({ code }) => !ABOUT_REGION.includes(code)),
    };
  }

  async caller(signal: AbortSignal): Promise<CallerFacts | undefined> {
    const { connection, clients } = this.#list;
    return connection.credentials.kind === 'bearer' ? undefined : clients.caller(signal);
  }

  async region(): Promise<RegionFacts> {
    const { name, origin } = this.#list.connection.region;
    return {
      name,
      origin: origin.from === 'default' ? undefined : originName(origin),
      conflicts: (await this.#conflicts()).filter(({ code }) => ABOUT_REGION.includes(code)),
    };
  }

  async foundationModels(signal: AbortSignal): Promise<number> {
    const listed = await this.#asked('ListFoundationModels', () =>
      listFoundationModels(this.#list.clients, { signal }),
    );
    this.#foundationModels = listed;
    return listed.length;
  }

  async inferenceProfiles(signal: AbortSignal): Promise<number> {
    const listed = await this.#asked('ListInferenceProfiles', () =>
      listInferenceProfiles(this.#list.clients, { signal }),
    );
    this.#inferenceProfiles = listed;
    return listed.length;
  }

  /** OpenClaw's first model, where that is one of Bedrock's. */
  async model(): Promise<ModelFacts | undefined> {
    const models = await this.#models();
    const ref = firstRef(await this.#parts.config.lastGood());
    const id = ref === undefined ? undefined : invocationIdOfRef(ref);
    if (ref !== undefined && id !== undefined) {
      return { id, name: findByRef(models, ref)?.model.name ?? id, isPrimary: true };
    }
    const model = modelToBeginWith(models);
    return model && { id: invocationId(model), name: model.name, isPrimary: false };
  }

  async #models(): Promise<readonly BedrockModel[]> {
    const foundationModels = this.#foundationModels;
    const inferenceProfiles = this.#inferenceProfiles ?? [];
    if (!foundationModels && inferenceProfiles.length === 0) return this.#list.known();
    const lists = { ...(foundationModels && { foundationModels }), inferenceProfiles };
    const region = this.#list.connection.region.name;
    return modelsOf(lists, { region, settings: DEFAULT_DISCOVERY, catalogue: await loadCatalogue() });
  }

  /** Why nothing signs is told beside what contradicts itself, which may be the reason. */
  async #signedBy(): Promise<string | Problem> {
    const { origin } = this.#list.connection.credentials;
    try {
      const source = explainSignedBy(await this.#list.clients.resolve());
      return origin.from === 'default' ? source : `${source} (${originName(origin)})`;
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  }

  async #conflicts(): Promise<readonly Problem[]> {
    const { connections } = this.#parts;
    return (await Promise.all([connections.conflicts(), connections.differences()])).flat();
  }

  async #asked<Result>(operation: Operation, ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      throw new ProblemError(problemOf(error, { connection: this.#list.connection, operation }));
    }
  }
}
