// What differs between two versions of the catalogue, a line each.
import type { Catalogue, Catalogued } from '../src/bedrock/models/figures.ts';

/** Models that came, went, or have other figures, by id. */
export function catalogueChanges(before: Catalogue, after: Catalogue): string[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap(id => {
    const [old, now] = [before[id], after[id]];
    if (!old) return [`+ ${id}  ${now ? inWords(now) : ''}`];
    if (!now) return [`- ${id}`];
    const changed = Object.entries(figures(now)).filter(([name, value]) => figures(old)[name] !== value);
    if (changed.length === 0) return [];
    return [
      `~ ${id}  ${changed.map(([name, value]) => `${name} ${figures(old)[name]} -> ${value}`).join(', ')}`,
    ];
  });
}

function inWords(model: Catalogued): string {
  return Object.entries(figures(model))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** Tokens, and dollars a million. */
function figures({ contextWindow, maxTokens, cost }: Catalogued): Readonly<Record<string, number>> {
  const { input, output, cacheRead, cacheWrite } = cost;
  const prices = { in: input, out: output, 'cache read': cacheRead, 'cache write': cacheWrite };
  return { context: contextWindow, answer: maxTokens, ...prices };
}
