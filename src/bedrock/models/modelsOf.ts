/** From what the two list calls answer to `BedrockModel`s: OpenClaw's filter rules, and the routes joined. */
import type { BedrockModel, Input, Route } from './bedrockModel.ts';
import type { DiscoverySettings } from './discoverySettings.ts';
import { modelFacts } from './modelFacts.ts';

/** The members read of a `FoundationModelSummary`. */
export interface FoundationModel {
  readonly modelId?: string | undefined;
  readonly modelName?: string | undefined;
  readonly providerName?: string | undefined;
  readonly inputModalities?: readonly string[] | undefined;
  readonly outputModalities?: readonly string[] | undefined;
  readonly responseStreamingSupported?: boolean | undefined;
  readonly inferenceTypesSupported?: readonly string[] | undefined;
  readonly modelLifecycle?: { readonly status?: string | undefined } | undefined;
}

/** The members read of an `InferenceProfileSummary`. */
export interface InferenceProfile {
  readonly inferenceProfileId?: string | undefined;
  readonly inferenceProfileName?: string | undefined;
  readonly status?: string | undefined;
  readonly type?: string | undefined;
  readonly models?: readonly { readonly modelArn?: string | undefined }[] | undefined;
}

export interface Lists {
  /** Absent when this list could not be had: the profiles alone then say which models there are. */
  readonly foundationModels?: readonly FoundationModel[];
  readonly inferenceProfiles: readonly InferenceProfile[];
}

/**
 * The models that stream text and that some route can invoke, sorted by provider and name.
 * A model that a profile names but the other list does not is kept, with conservative facts.
 */
export function modelsOf(
  { foundationModels = [], inferenceProfiles }: Lists,
  region: string,
  settings: DiscoverySettings,
): BedrockModel[] {
  const routes = profileRoutes(inferenceProfiles, region);
  const listed = new Set(foundationModels.map(({ modelId }) => modelId));
  const candidates: FoundationModel[] = [
    ...unique(foundationModels.filter(streamsText)),
    ...[...routes].filter(([id]) => !listed.has(id)).map(([id, [first]]) => onlyInProfiles(id, first)),
  ];
  return candidates
    .filter(model => isAsked(model, settings.providerFilter))
    .flatMap(model => {
      const made = modelOf(model, routes.get(model.modelId ?? '')?.map(({ route }) => route) ?? [], settings);
      return made ? [made] : [];
    })
    .sort((a, b) => compare(a.provider, b.provider) || compare(a.name, b.name) || compare(a.key, b.key));
}

/** OpenClaw's rule: ids that differ in case are one, and the first counts. */
function unique(models: readonly FoundationModel[]): FoundationModel[] {
  return [...new Map(models.toReversed().map(model => [model.modelId?.toLowerCase(), model])).values()];
}

/** OpenClaw's rule for what it offers as a text model. */
function streamsText(model: FoundationModel): boolean {
  return (
    Boolean(model.modelId?.trim()) &&
    model.responseStreamingSupported === true &&
    (model.outputModalities ?? []).some(modality => modality.toLowerCase() === 'text') &&
    model.modelLifecycle?.status?.toUpperCase() === 'ACTIVE'
  );
}

/** OpenClaw's filter: an exact match on the provider's name, else on the id's part before the first dot. */
function isAsked(model: FoundationModel, filter: readonly string[]): boolean {
  if (filter.length === 0) return true;
  const provider = text(model.providerName) ?? vendorOf(model.modelId ?? '');
  return filter.includes(provider.toLowerCase());
}

function modelOf(
  model: FoundationModel,
  profiles: readonly Route[],
  settings: DiscoverySettings,
): BedrockModel | undefined {
  const key = model.modelId ?? '';
  const facts = modelFacts(key);
  const onDemand = model.inferenceTypesSupported?.includes('ON_DEMAND') ? [onDemandRoute(key)] : [];
  const [first, ...others] = [...onDemand, ...profiles].sort(byPreference);
  if (!first || !facts.chat) return undefined;

  const name = text(model.modelName) ?? key;
  const contextWindow = facts.contextWindow ?? settings.defaultContextWindow;
  return {
    key,
    name,
    provider: text(model.providerName) ?? capitalised(vendorOf(key)),
    routes: [first, ...others],
    input: inputsOf(model),
    reasoning: /reasoning|thinking/i.test(`${key} ${name}`),
    contextWindow,
    maxTokens: facts.maxTokens ?? settings.defaultMaxTokens,
    limitsAreDefaults: facts.contextWindow === undefined,
  };
}

function inputsOf({ inputModalities = [] }: FoundationModel): readonly Input[] {
  const takesImages = inputModalities.some(modality => modality.toLowerCase() === 'image');
  return takesImages ? ['text', 'image'] : ['text'];
}

function onDemandRoute(id: string): Route {
  return { kind: 'on-demand', id, reach: 'region', label: 'on demand', regions: [] };
}

/**
 * On demand first, then the narrowest geography, `global` only after it; profiles that someone made for an
 * application last of all. Equal ones by id, so that the order is stable.
 */
function byPreference(a: Route, b: Route): number {
  const rank = ({ kind, reach }: Route) =>
    kind === 'application' ? 3 : { region: 0, geography: 1, global: 2 }[reach];
  return rank(a) - rank(b) || a.regions.length - b.regions.length || compare(a.id, b.id);
}

type ProfileRoute = { readonly route: Route; readonly profile: InferenceProfile };

/** The active profiles by the foundation model they lead to. */
function profileRoutes(profiles: readonly InferenceProfile[], region: string): Map<string, ProfileRoute[]> {
  const byModel = new Map<string, ProfileRoute[]>();
  for (const profile of profiles) {
    const id = profile.inferenceProfileId;
    const arns = (profile.models ?? []).flatMap(({ modelArn }) => (modelArn ? [parseArn(modelArn)] : []));
    const modelId = arns.find(arn => arn.modelId)?.modelId;
    if (!id || !modelId || profile.status?.toUpperCase() !== 'ACTIVE') continue;

    const regions = [...new Set(arns.map(arn => arn.region))];
    const route: Route = {
      kind: profile.type === 'APPLICATION' ? 'application' : 'profile',
      id,
      // A profile that names no region for one of its models may use any.
      reach: regions.includes('') ? 'global' : 'geography',
      label: prefixOf(id, modelId),
      regions: regions.filter(Boolean),
    };
    if (route.reach === 'geography' && !route.regions.includes(region)) continue;
    byModel.set(modelId, [...(byModel.get(modelId) ?? []), { route, profile }]);
  }
  return byModel;
}

/** `arn:aws:bedrock:REGION:ACCOUNT:foundation-model/ID`; the region is empty where any may be used. */
function parseArn(arn: string): { region: string; modelId: string | undefined } {
  return { region: arn.split(':')[3] ?? '', modelId: /foundation-model\/(.+)$/.exec(arn)?.[1] };
}

/** `us` of `us.anthropic.claude-...`; any other kind of id is its own label. */
function prefixOf(profileId: string, modelId: string): string {
  return profileId.endsWith(`.${modelId}`) ? profileId.slice(0, -modelId.length - 1) : profileId;
}

/** Named after its profile, less the geography that AWS puts before the name ("EU Amazon Nova 2 Lite"). */
function onlyInProfiles(modelId: string, from: ProfileRoute | undefined): FoundationModel {
  const name = from?.profile.inferenceProfileName?.trim();
  const geography = `${from?.route.label ?? ''} `;
  const modelName = name?.toLowerCase().startsWith(geography) ? name.slice(geography.length) : name;
  return { modelId, modelName };
}

/** Trimmed, and undefined when blank. */
function text(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function vendorOf(modelId: string): string {
  return modelId.split('.')[0] ?? modelId;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** By letters and whole numbers, so that 3.5 stands before 10. The first use of the locale's own rules costs 10 ms. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map(text =>
    text.toLowerCase().replace(/\d+/g, digits => digits.padStart(10, '0')),
  );
  return (left ?? '') < (right ?? '') ? -1 : Number(left !== right);
}
