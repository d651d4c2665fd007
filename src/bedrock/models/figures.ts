/** What is known of a model in figures: its limits, each with where it comes from, and what its tokens cost. */
import type { BedrockModel, FigureSource, Input } from './bedrockModel.ts';
import type { DiscoverySettings } from './discoverySettings.ts';
import type { ModelFacts } from './modelFacts.ts';

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** What the catalogue says of a model. */
export interface Catalogued {
  readonly contextWindow: number;
  readonly maxTokens: number;
  readonly cost: Price;
  readonly name?: string;
  readonly input?: readonly Input[];
}

/** By the ids of models, and of AWS's profiles for them. */
export type Catalogue = Readonly<Record<string, Catalogued | undefined>>;

export async function loadCatalogue(): Promise<Catalogue> {
  return (await import('./catalogue.ts')).AMAZON_BEDROCK_MODELS;
}

export type Limits = Pick<BedrockModel, 'contextWindow' | 'maxTokens' | 'sources'>;

/**
 * The limits of a foundation model. The family table goes first: it has a figure only where the catalogue has none,
 * or is known to be wrong. Of a variant such as `...:48k` the id itself tells the window.
 */
export function limitsOf(
  modelId: string,
  facts: ModelFacts,
  catalogue: Catalogue,
  { defaultContextWindow, defaultMaxTokens }: DiscoverySettings,
): Limits {
  const known = catalogued(modelId, catalogue);
  const window = figure([
    [variantWindow(modelId), 'family'],
    [facts.contextWindow, 'family'],
    [known?.contextWindow, 'catalogue'],
    [defaultContextWindow, 'default'],
  ]);
  const output = figure([
    [facts.maxTokens, 'family'],
    [known?.maxTokens, 'catalogue'],
    [defaultMaxTokens, 'default'],
  ]);
  return {
    contextWindow: window.value,
    // Where the answer could fill the window, half of it is left to the question.
    maxTokens: output.value < window.value ? output.value : Math.max(1, Math.floor(window.value / 2)),
    sources: { contextWindow: window.source, maxTokens: output.source },
  };
}

/**
 * The price of a foundation model on a route of it: the route's own, else that on demand. A route that the catalogue
 * has for other geographies alone has none: what these cost is not what this one does.
 */
export function priceOf(modelId: string, routeId: string, catalogue: Catalogue): Price | undefined {
  const cost = (own(routeId, catalogue) ?? own(modelId, catalogue) ?? own(plainId(modelId), catalogue))?.cost;
  // Models of no known price are listed with zeros.
  if (!cost?.input && !cost?.output) return undefined;
  const { input, output, cacheRead, cacheWrite } = cost;
  return { input, output, cacheRead, cacheWrite };
}

/** The vendors whose models the catalogue lists, as model ids begin with them: `amazon`, `anthropic`. */
export async function knownVendors(): Promise<string[]> {
  const ids = Object.keys(await loadCatalogue()).map(id => id.split('.'));
  const first = new Set(ids.map(([part = '']) => part));
  // The ids of inference profiles begin with a geography, and a vendor follows.
  const geographies = new Set(ids.filter(([, second = '']) => first.has(second)).map(([part]) => part));
  return [...first].filter(part => !geographies.has(part));
}

type Known = readonly [value: number | undefined, source: FigureSource];

function figure(all: readonly Known[]): { readonly value: number; readonly source: FigureSource } {
  const [value = 0, source] = all.find(([each]) => each !== undefined) ?? [0, 'default' as const];
  return { value, source };
}

/** An entry by a model's id, else without its version, else that of any profile for it. */
function catalogued(modelId: string, catalogue: Catalogue): Catalogued | undefined {
  const plain = plainId(modelId);
  return own(modelId, catalogue) ?? own(plain, catalogue) ?? profiled(plain, catalogue);
}

function profiled(plain: string, catalogue: Catalogue): Catalogued | undefined {
  let byModel = profiles.get(catalogue);
  if (!byModel) {
    const entries = Object.entries(catalogue).map(
      ([id, entry]) => [withoutGeography(plainId(id)), entry] as const,
    );
    profiles.set(catalogue, (byModel = new Map(entries)));
  }
  return byModel.get(plain);
}

/** Of each catalogue the entries by the models that they are about. */
const profiles = new WeakMap<Catalogue, ReadonlyMap<string, Catalogued | undefined>>();

function own(id: string, catalogue: Catalogue): Catalogued | undefined {
  return Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
}

/** An id without the forms that a version takes: `-v1:0`, `-v1`, `:0`, and a variant's `:48k`. */
export function plainId(id: string): string {
  return id.replace(/(-v\d+)?(:\w+)*$/, '');
}

/** The id of a model in that of a profile, whose geography stands before the vendor: two words with a dot in between. */
export function withoutGeography(id: string): string {
  return /^[a-z-]+\.[a-z\d]+\.[a-z]/.test(id) ? id.slice(id.indexOf('.') + 1) : id;
}

/** AWS counts 1,000 tokens to the `k` of a variant. */
function variantWindow(modelId: string): number | undefined {
  const thousands = /:(\d+)k$/.exec(modelId)?.[1];
  return thousands ? Number(thousands) * 1_000 : undefined;
}
