/**
 * How our list of models differs from that of OpenClaw's own discovery, by name: each is a row of the table in the
 * README. Whatever differs otherwise is a fault.
 */
import assert from 'node:assert/strict';
import type { BedrockModel, Route } from '../../src/bedrock/models/bedrockModel.ts';
import type { FoundationModel, InferenceProfile } from '../../src/bedrock/models/lists.ts';
import { parseModelArn } from '../../src/bedrock/models/lists.ts';
import { modelFacts } from '../../src/bedrock/models/modelFacts.ts';
import type { DiscoveredModel, DiscoveryCase } from './children/discovery.ts';

export const DIFFERENCES = [
  'not invocable by its own id',
  'no model to chat with',
  'legacy',
  'profile leads elsewhere',
  'filter by the model’s provider',
  'listed once',
  'own ARN',
  'known by its profiles alone',
  'named after its model',
  'true limits',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

export type Differences = Map<Difference, number>;

interface Entry {
  readonly model: BedrockModel;
  readonly route: Route;
}

/** Fails where the two lists differ in a way that has no name; counts those that have. */
export function compare(
  ours: readonly BedrockModel[],
  theirs: readonly DiscoveredModel[],
  answers: DiscoveryCase,
  counts: Differences,
): void {
  const count = (difference: Difference) => counts.set(difference, (counts.get(difference) ?? 0) + 1);
  const entries = new Map<string, Entry>(
    ours.flatMap(model => model.routes.map(route => [route.id.toLowerCase(), { model, route }])),
  );
  const said = new Set<string>();
  for (const their of theirs) {
    const id = their.id.toLowerCase();
    if (said.has(id)) {
      count('listed once');
      continue;
    }
    said.add(id);
    const entry = entries.get(id);
    if (entry) compareFields(entry, their, answers, count);
    else count(whyMissing(their, answers, entries));
  }
  for (const [id, { model, route }] of entries) {
    if (!said.has(id)) count(whyAdded(model, route, answers));
  }
}

/** What both list is the same, but for what a profile is called and for limits that are known. */
function compareFields(
  { model, route }: Entry,
  their: DiscoveredModel,
  { foundationModels }: DiscoveryCase,
  count: (difference: Difference) => void,
): void {
  if (model.legacy) {
    // Nothing is inherited from what OpenClaw does not list.
    count('legacy');
    return;
  }
  const isListed = (foundationModels as FoundationModel[]).some(
    ({ modelId }) => modelId?.trim() === model.key,
  );
  if (!isListed && model.reasoning !== their.reasoning) {
    count('known by its profiles alone');
    return;
  }
  assert.deepEqual(
    { input: [...model.input], reasoning: model.reasoning },
    { input: their.input, reasoning: their.reasoning },
    their.id,
  );
  if (model.name !== their.name) {
    assert.notEqual(route.kind, 'on-demand', `${their.id} is named ${model.name} and ${their.name}`);
    count('named after its model');
  }
  for (const limit of ['contextWindow', 'maxTokens'] as const) {
    if (model[limit] === their[limit]) continue;
    assert.notEqual(model.sources[limit], 'default', `${their.id}: ${limit}`);
    count('true limits');
  }
}

/** Why we do not list what OpenClaw does. */
function whyMissing(
  { id }: DiscoveredModel,
  { foundationModels, inferenceProfiles, settings, region }: DiscoveryCase,
  entries: ReadonlyMap<string, Entry>,
): Difference {
  const same = (other: string | undefined) => other?.trim().toLowerCase() === id.toLowerCase();
  const listed = (foundationModels as FoundationModel[]).filter(({ modelId }) => same(modelId));
  if (listed.length > 0) {
    if (!modelFacts(id).chat) return 'no model to chat with';
    assert.ok(
      listed.some(({ inferenceTypesSupported }) => !inferenceTypesSupported?.includes('ON_DEMAND')),
      `${id} can be invoked on demand, and is missing`,
    );
    return 'not invocable by its own id';
  }
  const profile = (inferenceProfiles as InferenceProfile[]).find(({ inferenceProfileId }) =>
    same(inferenceProfileId),
  );
  assert.ok(profile, `${id} is in neither list`);
  const targets = (profile.models ?? []).map(({ modelArn }) => parseModelArn(modelArn));
  const base = targets.find(({ modelId }) => modelId)?.modelId;
  const isReached = targets.some(target => target.region === region || target.region === '');
  if (!base || !isReached) return 'profile leads elsewhere';
  if (!modelFacts(base).chat) return 'no model to chat with';
  if (profile.type === 'APPLICATION' && entries.has(profile.inferenceProfileArn ?? '')) return 'own ARN';
  const foundation = (foundationModels as FoundationModel[]).find(
    ({ modelId }) => modelId?.trim().toLowerCase() === base.toLowerCase(),
  );
  // The same id twice, once for something else: the first counts.
  if (entries.has(base.toLowerCase())) return 'listed once';
  if (foundation && !streamsText(foundation)) return 'no model to chat with';
  assert.ok(settings.providerFilter, `${id} is missing`);
  return 'filter by the model’s provider';
}

/** Why we list what OpenClaw does not. */
function whyAdded(model: BedrockModel, { id, kind }: Route, { settings }: DiscoveryCase): Difference {
  if (model.legacy) return 'legacy';
  if (kind === 'application') return 'own ARN';
  assert.ok(kind === 'profile' && settings.providerFilter, `${id} is listed by us alone`);
  return 'filter by the model’s provider';
}

function streamsText({ responseStreamingSupported, outputModalities = [], modelLifecycle }: FoundationModel) {
  const isThere = ['ACTIVE', 'LEGACY'].includes(modelLifecycle?.status?.toUpperCase() ?? '');
  const writesText = outputModalities.some(modality => modality.toLowerCase() === 'text');
  return responseStreamingSupported === true && writesText && isThere;
}
