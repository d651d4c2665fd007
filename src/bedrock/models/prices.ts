/** What tokens cost, from a public catalogue that is loaded when first asked: AWS's list calls say nothing of it. */
import type { BedrockModel } from './bedrockModel.ts';

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** The price of a model on the route with this id; undefined where the catalogue has none. */
export async function priceOf({ key }: BedrockModel, routeId: string): Promise<Price | undefined> {
  const catalogue = await loadCatalogue();
  const cost = (catalogue[routeId] ?? catalogue[key])?.cost;
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

type Catalogue = Readonly<Record<string, { readonly cost: Price } | undefined>>;

async function loadCatalogue(): Promise<Catalogue> {
  return (await import('./catalogue.ts')).AMAZON_BEDROCK_MODELS;
}
