/** What an answer costs, by the catalogue's prices: an estimate, since accounts can have prices of their own. */
import type { Price } from '../models/figures.ts';
import type { Usage } from './conversation.ts';

/** Dollars; prices are dollars for a million tokens. */
export function costOf({ input, output, cacheRead, cacheWrite }: Usage, price: Price): number {
  const sum =
    (input - cacheRead - cacheWrite) * price.input +
    output * price.output +
    // Where the catalogue has no price of the cache, tokens are charged as any others.
    cacheRead * (price.cacheRead || price.input) +
    cacheWrite * (price.cacheWrite || price.input);
  return sum / 1_000_000;
}
