/** What is known of a model in figures: its limits, each with where it comes from, and what its tokens cost. */
import type { BedrockModel, FigureSource } from './bedrockModel.ts';
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
}

/** By model id or profile id. */
export type Catalogue = Readonly<Record<string, Catalogued | undefined>>;

export async function loadCatalogue(): Promise<Catalogue> {
  return (await import('./catalogue.ts')).AMAZON_BEDROCK_MODELS;
}

export type Limits = Pick<BedrockModel, 'contextWindow' | 'maxTokens' | 'sources'>;

/**
 * The limits of a foundation model. The family table goes first: it has a figure only where the catalogue has none,
 * or is known to be wrong.
 */
export function limitsOf(
  modelId: string,
  facts: ModelFacts,
  catalogue: Catalogue,
  { defaultContextWindow, defaultMaxTokens }: DiscoverySettings,
): Limits {
  const known = catalogue[modelId];
  const figure = (family?: number, catalogued?: number, otherwise = 0): [number, FigureSource] => {
    if (family !== undefined) return [family, 'family'];
    return catalogued === undefined ? [otherwise, 'default'] : [catalogued, 'catalogue'];
  };
  const [contextWindow, windowSource] = figure(
    facts.contextWindow,
    known?.contextWindow,
    defaultContextWindow,
  );
  const [maxTokens, outputSource] = figure(facts.maxTokens, known?.maxTokens, defaultMaxTokens);
  return { contextWindow, maxTokens, sources: { contextWindow: windowSource, maxTokens: outputSource } };
}

/** The price of a foundation model on a route of it; undefined where the catalogue has none. */
export function priceOf(modelId: string, routeId: string, catalogue: Catalogue): Price | undefined {
  const cost = (catalogue[routeId] ?? catalogue[modelId])?.cost;
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
