/** From what the list calls answer to `BedrockModel`s: OpenClaw's filter rules, and the routes joined. */
import { type BedrockModel, type Input, type Legacy, type Route } from './bedrockModel.ts';
import type { DiscoverySettings } from './discoverySettings.ts';
import { type Catalogue, limitsOf, priceOf } from './figures.ts';
import { type FoundationModel, type InferenceProfile, type Lists, parseModelArn, text } from './lists.ts';
import { modelFacts } from './modelFacts.ts';
import { compare } from './order.ts';
import { ownModels } from './ownModels.ts';
import { byPreference, onDemandRoute, routesByModel, type UnpricedRoute } from './routes.ts';

/** What the models are made with. */
export interface Making {
  /** The connection's. */
  readonly region: string;
  readonly settings: DiscoverySettings;
  readonly catalogue: Catalogue;
}

/**
 * The models that stream text and that some route can invoke, sorted by provider and name.
 * A model that a profile names but the other list does not is kept, with conservative facts.
 */
export function modelsOf(lists: Lists, making: Making): BedrockModel[] {
  const { foundationModels = [], inferenceProfiles } = lists;
  const routes = routesByModel(lists, making.region);
  const listed = new Set(foundationModels.map(({ modelId }) => modelId?.trim().toLowerCase()));
  const candidates = [
    ...unique(foundationModels.filter(streamsText)),
    ...profiledModels(inferenceProfiles).filter(({ modelId }) => !listed.has(modelId?.toLowerCase())),
  ];
  const models = candidates.flatMap(candidate => modelOf(candidate, routes, making));
  return [...models, ...ownModels(lists, models, making)]
    .filter(({ provider }) => isAsked(provider, making.settings.providerFilter))
    .sort((a, b) => compare(a.provider, b.provider) || compare(a.name, b.name) || compare(a.key, b.key));
}

/** OpenClaw's rule: ids that differ in case are one, and the first counts. */
function unique(models: readonly FoundationModel[]): FoundationModel[] {
  return [
    ...new Map(models.toReversed().map(model => [model.modelId?.trim().toLowerCase(), model])).values(),
  ];
}

/** OpenClaw's rule for what it offers as a text model; but it leaves out those that AWS calls legacy. */
function streamsText(model: FoundationModel): boolean {
  return (
    Boolean(model.modelId?.trim()) &&
    model.responseStreamingSupported === true &&
    (model.outputModalities ?? []).some(modality => modality.toLowerCase() === 'text') &&
    ['ACTIVE', 'LEGACY'].includes(model.modelLifecycle?.status?.toUpperCase() ?? '')
  );
}

/** OpenClaw's filter: an exact match on the provider's name. */
function isAsked(provider: string, filter: readonly string[]): boolean {
  return filter.length === 0 || filter.includes(provider.toLowerCase());
}

function modelOf(
  model: FoundationModel,
  routes: ReadonlyMap<string, readonly UnpricedRoute[]>,
  { settings, catalogue }: Making,
): BedrockModel[] {
  const key = model.modelId?.trim() ?? '';
  const facts = modelFacts(key);
  const onDemand = model.inferenceTypesSupported?.includes('ON_DEMAND')
    ? [onDemandRoute(key, model.modelArn)]
    : [];
  const priced = [...onDemand, ...(routes.get(key.toLowerCase()) ?? [])].map((route): Route => {
    // Bought throughput is paid for by the hour.
    const price = route.kind === 'provisioned' ? undefined : priceOf(key, route.id, catalogue);
    return { ...route, ...(price && { price }) };
  });
  const [first, ...others] = priced.sort(byPreference);
  if (!first || !facts.chat) return [];

  const name = text(model.modelName) ?? key;
  const legacy = legacyOf(model);
  const released = model.modelLifecycle?.startOfLifeTime?.getTime() ?? facts.released;
  return [
    {
      key,
      name: onDemand.length > 0 ? name : withVariant(name, key),
      provider: text(model.providerName) ?? capitalised(vendorOf(key)),
      routes: [first, ...others],
      input: inputsOf(model),
      reasoning: /reasoning|thinking/i.test(`${key} ${name}`),
      ...limitsOf(key, facts, catalogue, settings),
      facts,
      ...(released !== undefined && { released }),
      ...(legacy && { legacy }),
    },
  ];
}

/** Models of the same name that can only be bought differ in the window that they come with: `...:48k`. */
function withVariant(name: string, key: string): string {
  const window = /:(\d+)k$/.exec(key)?.[1];
  return window && name !== key ? `${name} (${window}K)` : name;
}

function legacyOf({ modelLifecycle }: FoundationModel): Legacy | undefined {
  if (modelLifecycle?.status?.toUpperCase() !== 'LEGACY') return undefined;
  const endOfLife = modelLifecycle.endOfLifeTime?.getTime();
  return { ...(endOfLife !== undefined && { endOfLife }) };
}

/** OpenClaw's rule. */
function inputsOf({ inputModalities = [] }: FoundationModel): readonly Input[] {
  const known = new Set(
    inputModalities.map(each => each.toLowerCase()).filter(each => each === 'text' || each === 'image'),
  );
  return known.size > 0 ? [...known] : ['text'];
}

/** The models that AWS's profiles lead to, named after the first of each. */
function profiledModels(profiles: readonly InferenceProfile[]): FoundationModel[] {
  const byModel = new Map<string, FoundationModel>();
  for (const profile of profiles) {
    const modelId = (profile.models ?? [])
      .map(({ modelArn }) => parseModelArn(modelArn).modelId)
      .find(Boolean);
    if (modelId && !byModel.has(modelId))
      byModel.set(modelId, { modelId, modelName: nameIn(profile, modelId) });
  }
  return [...byModel.values()];
}

/** AWS puts the geography before the name ("EU Amazon Nova 2 Lite"); what somebody made is named otherwise. */
function nameIn({ type, inferenceProfileId = '', inferenceProfileName }: InferenceProfile, modelId: string) {
  if (type === 'APPLICATION') return undefined;
  const name = text(inferenceProfileName);
  const geography = `${inferenceProfileId.slice(0, -modelId.length - 1)} `;
  return name?.toLowerCase().startsWith(geography) ? name.slice(geography.length) : name;
}

function vendorOf(modelId: string): string {
  return modelId.split('.')[0] ?? modelId;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
