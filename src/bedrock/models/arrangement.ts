/** How models are put in order for people: which are shown, in what groups, and in what order. */
import type { BedrockModel } from './bedrockModel.ts';
import { compare } from './order.ts';

export const GROUPINGS = ['provider', 'capability', 'route'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTINGS = ['name', 'price', 'context', 'newest'] as const;
export type Sorting = (typeof SORTINGS)[number];

/** What models can do beyond answering, at the coarsest. */
export const CAPABILITIES = ['tools-and-images', 'tools', 'images', 'text'] as const;
export type Capability = (typeof CAPABILITIES)[number];

export function capabilityOf({ facts, input }: BedrockModel): Capability {
  const seesImages = input.includes('image');
  if (facts.tools !== 'none') return seesImages ? 'tools-and-images' : 'tools';
  return seesImages ? 'images' : 'text';
}

/** Models under what they have in common; each is in one group. */
export interface ModelGroup {
  /** A provider's name, a `Capability`, or what `routeGroupOf` says of a route. */
  readonly name: string;
  readonly models: readonly BedrockModel[];
}

/** The groups in their order, the models of each in theirs: legacy ones after all others. */
export function arranged(
  models: readonly BedrockModel[],
  grouping: Grouping,
  sorting: Sorting,
): readonly ModelGroup[] {
  const { nameOf, order } = GROUPS[grouping];
  const groups = [...Map.groupBy(models, nameOf)].map(([name, its]) => ({
    name,
    models: sorted(its, sorting),
  }));
  return groups.sort((a, b) => order(a.name) - order(b.name) || compare(a.name, b.name));
}

export function sorted(models: readonly BedrockModel[], sorting: Sorting): BedrockModel[] {
  const by = ORDERS[sorting];
  return models.toSorted(
    (a, b) =>
      Number(Boolean(a.legacy)) - Number(Boolean(b.legacy)) ||
      by(a) - by(b) ||
      compare(a.name, b.name) ||
      compare(a.key, b.key),
  );
}

/** Whether every word of the filter is somewhere in what names a model or says what it can do. */
export function matches(
  { name, provider, key, routes, input, facts, legacy }: BedrockModel,
  filter: string,
): boolean {
  const all = [
    name,
    provider,
    key,
    ...routes.flatMap(({ id, label }) => [id, label]),
    ...input,
    facts.tools !== 'none' ? 'tools' : '',
    legacy ? 'legacy' : '',
  ]
    .join('\n')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word));
}

/** `us`, `global`: the label of AWS's own profile; else the kind of the default route. */
export function routeGroupOf({ routes: [{ kind, label }] }: BedrockModel): string {
  return kind === 'profile' ? label : kind;
}

interface Groups {
  readonly nameOf: (model: BedrockModel) => string;
  readonly order: (name: string) => number;
}

const GROUPS: Readonly<Record<Grouping, Groups>> = {
  provider: { nameOf: ({ provider }) => provider, order: () => 0 },
  capability: { nameOf: capabilityOf, order: name => CAPABILITIES.findIndex(each => each === name) },
  // What needs no profile first, then AWS's profiles, then what somebody made.
  route: { nameOf: routeGroupOf, order: name => (KINDS.includes(name) ? KINDS.indexOf(name) : PROFILES) },
};

const KINDS = ['on-demand', '', 'application', 'provisioned', 'imported', 'router'];
/** Where the groups stand that are no kinds. */
const PROFILES = KINDS.indexOf('');

/** Small numbers first; what is not known comes last. */
const ORDERS: Readonly<Record<Sorting, (model: BedrockModel) => number>> = {
  name: () => 0,
  price: ({ routes: [{ price }] }) => (price ? price.input + price.output : Number.MAX_VALUE),
  context: ({ contextWindow }) => -contextWindow,
  newest: ({ released }) => -(released ?? 0),
};
