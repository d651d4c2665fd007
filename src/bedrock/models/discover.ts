/** Asks Bedrock which models there are: both list calls at the same time, all pages. */
import type { FoundationModelSummary, InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import type { BedrockClients } from '../clients.ts';
import { loadSdk } from '../loadSdk.ts';
import type { Connection } from '../connection/connection.ts';
import { problemOf } from '../problems.ts';
import { ProblemError, type Problem } from '../../problem.ts';
import type { BedrockModel } from './bedrockModel.ts';
import type { DiscoverySettings } from './discoverySettings.ts';
import { modelsOf } from './modelsOf.ts';

export interface Discovered {
  readonly models: readonly BedrockModel[];
  /** What kept one of the two lists away while the other came. */
  readonly problems: readonly Problem[];
}

/** Milliseconds for one list, all its pages and retries. */
const TIME_LIMIT = 30_000;

/**
 * Lists the models that this connection can use. One list that fails leaves the other's models and a
 * problem; when both fail, throws the `ProblemError` of the first.
 */
export async function discoverModels(
  connection: Connection,
  clients: BedrockClients,
  settings: DiscoverySettings,
): Promise<Discovered> {
  const [models, profiles] = await Promise.allSettled([
    listFoundationModels(clients),
    listInferenceProfiles(clients),
  ]);

  const problems = [
    ...(models.status === 'rejected'
      ? [problemOf(models.reason, { connection, operation: 'ListFoundationModels' })]
      : []),
    ...(profiles.status === 'rejected'
      ? [problemOf(profiles.reason, { connection, operation: 'ListInferenceProfiles' })]
      : []),
  ];
  if (problems.length === 2 && problems[0]) throw new ProblemError(problems[0]);

  const lists = {
    ...(models.status === 'fulfilled' && { foundationModels: models.value }),
    inferenceProfiles: profiles.status === 'fulfilled' ? profiles.value : [],
  };
  return { models: modelsOf(lists, connection.region.name, settings), problems };
}

export async function listFoundationModels(
  clients: BedrockClients,
  signal?: AbortSignal,
): Promise<FoundationModelSummary[]> {
  const [sdk, client] = await Promise.all([loadSdk(), clients.control()]);
  const limit = within(TIME_LIMIT, signal);
  const { modelSummaries } = await clients.attempt(() =>
    client.send(new sdk.ListFoundationModelsCommand({}), limit),
  );
  return listed(modelSummaries);
}

export async function listInferenceProfiles(
  clients: BedrockClients,
  signal?: AbortSignal,
): Promise<InferenceProfileSummary[]> {
  const [sdk, client] = await Promise.all([loadSdk(), clients.control()]);
  const limit = within(TIME_LIMIT, signal);
  const profiles: InferenceProfileSummary[] = [];
  let nextToken: string | undefined;
  do {
    const command = { maxResults: 1000, ...(nextToken && { nextToken }) };
    const page = await clients.attempt(() =>
      client.send(new sdk.ListInferenceProfilesCommand(command), limit),
    );
    profiles.push(...listed(page.inferenceProfileSummaries));
    nextToken = page.nextToken;
  } while (nextToken);
  return profiles;
}

/** Both members are required by the service: an answer without one comes from something that is not Bedrock. */
function listed<Summary>(summaries: Summary[] | undefined): Summary[] {
  if (!Array.isArray(summaries)) throw new SyntaxError('The answer holds no list.');
  return summaries;
}

function within(milliseconds: number, signal?: AbortSignal): { abortSignal: AbortSignal } {
  const limit = AbortSignal.timeout(milliseconds);
  return { abortSignal: signal ? AbortSignal.any([limit, signal]) : limit };
}
