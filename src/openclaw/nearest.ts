/** The names that someone most likely meant by a misspelt one. */

/** Those within reach of the typed text, the nearest first; the reach grows with its length, up to `most`. */
export function nearest(typed: string, names: Iterable<string>, count: number, most = Infinity): string[] {
  const reach = Math.min(most, Math.max(1, Math.floor(typed.length / 3)));
  return [...new Set(names)]
    .map(name => ({ name, distance: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(candidate => candidate.distance <= reach)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ name }) => name);
}

/** How many letters were added, left out, changed or swapped with their neighbour (optimal string alignment). */
export function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = isSwapped ? at(beforeLast, column - 2) + 1 : Infinity;
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        swapped,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Infinity;
}
