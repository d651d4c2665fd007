/** Where a member stands in a config's text. */
import type { Path } from './jsonValue.ts';
import { placesIn, type Place } from './configTree.ts';
import { loadSyntaxTree } from './loadSyntaxTree.ts';
import { rangeOf } from './ranges.ts';

/**
 * Offsets of the value at a path, or of the nearest one around it that is there; undefined for a malformed text.
 * With duplicate names, the last one counts.
 */
export async function memberRange(
  text: string,
  path: Path,
): Promise<[start: number, end: number] | undefined> {
  const { parse } = await loadSyntaxTree();
  try {
    let place: Place = { path: [], value: parse(text, { mode: 'json5', ranges: true }).body };
    for (const step of path) {
      const inner = placesIn(place).findLast(each => each.path.at(-1) === step);
      if (!inner) break;
      place = inner;
    }
    return rangeOf(place.value);
  } catch {
    return undefined;
  }
}
