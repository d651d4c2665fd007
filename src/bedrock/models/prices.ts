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
  const { AMAZON_BEDROCK_MODELS } = await import('./catalogue.ts');
  const catalogue: Readonly<Record<string, { readonly cost: Price } | undefined>> = AMAZON_BEDROCK_MODELS;
  const cost = (catalogue[routeId] ?? catalogue[key])?.cost;
  // Models of no known price are listed with zeros.
  if (!cost?.input && !cost?.output) return undefined;
  const { input, output, cacheRead, cacheWrite } = cost;
  return { input, output, cacheRead, cacheWrite };
}
