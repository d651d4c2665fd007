/** Whether the models known in a region include the one that an id of the config invokes. */
import { type BedrockModel, invocationId } from '../../bedrock/models/bedrockModel.ts';
import { nearest } from '../nearest.ts';

export type Judgement =
  | { readonly kind: 'known' | 'not-judged' }
  /** A bare id of a model that only profiles lead to. */
  | { readonly kind: 'needs-profile'; readonly instead: readonly string[] }
  /** A profile that this region does not have. */
  | { readonly kind: 'profile-elsewhere'; readonly instead: readonly string[] }
  | { readonly kind: 'unknown'; readonly instead: readonly string[] };

/** The most ids to choose from. */
const MOST = 3;

/** Ids to use instead come with the judgement, the best first. */
export function judgeId(id: string, models: readonly BedrockModel[]): Judgement {
  // ARNs name what no list has: provisioned throughput, imported models, prompts of other accounts.
  if (models.length === 0 || id.startsWith('arn:')) return { kind: 'not-judged' };
  if (models.some(({ routes }) => routes.some(route => route.id === id))) return { kind: 'known' };

  const bare = models.find(({ key }) => key === id);
  if (bare) return { kind: 'needs-profile', instead: profileIds(bare) };

  const { prefix, key } = withoutPrefix(id, models);
  if (prefix !== undefined) {
    const same = models.find(model => model.key === key);
    if (same) return { kind: 'profile-elsewhere', instead: profileIds(same) };
    const prefixes = models.flatMap(({ routes }) => routes.map(({ label }) => label));
    if (!prefixes.includes(prefix)) return { kind: 'profile-elsewhere', instead: likeIt(key, models) };
  }
  return { kind: 'unknown', instead: likeIt(key, models) };
}

/** The part before the first dot behind a profile's prefix: `anthropic` of `us.anthropic.claude-...`. */
export function vendorOf(id: string, models: readonly BedrockModel[]): string {
  return withoutPrefix(id, models).key.split('.')[0] ?? id;
}

/** A prefix is whatever stands before a vendor that is known: there are new ones every year. */
function withoutPrefix(
  id: string,
  models: readonly BedrockModel[],
): { readonly prefix?: string; readonly key: string } {
  const vendors = new Set(models.map(({ key }) => key.split('.')[0]));
  const [first = '', second] = id.split('.');
  if (second === undefined || vendors.has(first) || !vendors.has(second)) return { key: id };
  return { prefix: first, key: id.slice(first.length + 1) };
}

/** Profiles that someone made for one application are for that application alone. */
function profileIds({ routes }: BedrockModel): string[] {
  return routes
    .filter(({ kind }) => kind !== 'application')
    .map(({ id }) => id)
    .slice(0, MOST);
}

/** The default route of each model whose id is nearly this one. */
function likeIt(key: string, models: readonly BedrockModel[]): string[] {
  const byId = new Map(models.flatMap(model => [[model.key, invocationId(model)]]));
  return nearest(key, byId.keys(), MOST).flatMap(name => byId.get(name) ?? []);
}
