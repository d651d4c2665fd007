/** From the lists to the routes by which each foundation model can be invoked. */
import type { Route, RouteKind } from './bedrockModel.ts';
import {
  type Lists,
  type InferenceProfile,
  parseModelArn,
  type ProvisionedThroughput,
  text,
} from './lists.ts';
import { compare } from './order.ts';

/** A route as the lists know it: what it costs is told later. */
export type UnpricedRoute = Omit<Route, 'price'>;

/** By foundation model id in lower case; each model's in the order of preference. */
export type RoutesByModel = ReadonlyMap<string, readonly UnpricedRoute[]>;

/** The routes through profiles and provisioned throughput that lead somewhere from `region`. */
export function routesByModel(
  { inferenceProfiles, provisionedThroughputs = [] }: Lists,
  region: string,
): RoutesByModel {
  const found = [
    ...inferenceProfiles.flatMap(profile => profileRoute(profile, region)),
    ...provisionedThroughputs.flatMap(provisionedRoute),
  ];
  const byModel = Map.groupBy(found, ({ modelId }) => modelId.toLowerCase());
  // What answers with the same list twice has every profile in both.
  const distinct = (its: readonly Found[]) => new Map(its.map(({ route }) => [route.id, route])).values();
  return new Map([...byModel].map(([modelId, its]) => [modelId, [...distinct(its)].sort(byPreference)]));
}

export function onDemandRoute(id: string, arn: string | undefined): UnpricedRoute {
  return { kind: 'on-demand', id, ...(arn && { arn }), reach: 'region', label: 'on demand', regions: [] };
}

/**
 * `global` after all others. Of these the own region first, there what is on demand before what is paid for by the
 * hour; then the narrowest geography; then what somebody made for an application. Equal ones by id, so that the order
 * is stable.
 */
export function byPreference(a: UnpricedRoute, b: UnpricedRoute): number {
  return (
    Number(a.reach === 'global') - Number(b.reach === 'global') ||
    Number(a.kind === 'application') - Number(b.kind === 'application') ||
    REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    a.regions.length - b.regions.length ||
    compare(a.id, b.id)
  );
}

/** From the nearest to the farthest. */
export const REACHES: readonly Route['reach'][] = ['region', 'geography', 'global'];
const KINDS: readonly RouteKind[] = [
  'on-demand',
  'provisioned',
  'profile',
  'application',
  'imported',
  'router',
];

interface Found {
  readonly modelId: string;
  readonly route: UnpricedRoute;
}

function profileRoute(profile: InferenceProfile, region: string): Found[] {
  const isApplication = profile.type === 'APPLICATION';
  const arn = text(profile.inferenceProfileArn);
  // What somebody made is invoked by its ARN: its short id is refused.
  const id = (isApplication && arn) || text(profile.inferenceProfileId);
  const targets = (profile.models ?? []).map(({ modelArn }) => parseModelArn(modelArn));
  const modelId = targets.find(target => target.modelId)?.modelId;
  if (!id || !modelId || profile.status !== 'ACTIVE') return [];

  const regions = [...new Set(targets.map(target => target.region))];
  // A profile that names no region for one of its models may use any.
  const isGlobal = regions.includes('');
  if (!isGlobal && !regions.includes(region)) return [];
  const isOwnRegion = regions.length === 1 && !isGlobal;
  return [
    {
      modelId,
      route: {
        kind: isApplication ? 'application' : 'profile',
        id,
        ...(arn && { arn }),
        reach: isGlobal ? 'global' : isApplication && isOwnRegion ? 'region' : 'geography',
        label: isApplication ? (text(profile.inferenceProfileName) ?? id) : prefixOf(id, modelId),
        regions: regions.filter(Boolean),
      },
    },
  ];
}

function provisionedRoute(throughput: ProvisionedThroughput): Found[] {
  const { modelId } = parseModelArn(throughput.modelArn);
  const route = ownRoute('provisioned', throughput.provisionedModelArn, throughput.provisionedModelName);
  return modelId && route && isInService(throughput) ? [{ modelId, route }] : [];
}

/** A route to something of this account's own, which is invoked by its ARN in the region that it is in. */
export function ownRoute(
  kind: RouteKind,
  arn: string | undefined,
  name: string | undefined,
): UnpricedRoute | undefined {
  const id = text(arn);
  return id ? { kind, id, arn: id, reach: 'region', label: text(name) ?? id, regions: [] } : undefined;
}

export function isInService({ status }: ProvisionedThroughput): boolean {
  // One that is being resized still answers.
  return status === 'InService' || status === 'Updating';
}

/** `us` of `us.anthropic.claude-...`; any other kind of id is its own label. */
function prefixOf(profileId: string, modelId: string): string {
  return profileId.endsWith(`.${modelId}`) ? profileId.slice(0, -modelId.length - 1) : profileId;
}
