/** Which elements of an array stay when it gets other ones. */
import { isObject, type JsonValue } from '../jsonValue.ts';

/**
 * For each wanted element the index of the one that it is, or is made of: one with the same value wherever it
 * stands, else an object or array in the same place. Undefined: it is new.
 */
export function matchElements(
  values: readonly JsonValue[],
  wanted: readonly JsonValue[],
): (number | undefined)[] {
  const indexes = Map.groupBy(values.keys(), index => keyOf(values[index] ?? null));
  const matches = wanted.map(value => indexes.get(keyOf(value))?.shift());
  const taken = new Set(matches);
  return matches.map((match, index) => {
    if (match !== undefined || taken.has(index)) return match;
    return isSameKind(values[index], wanted[index]) ? index : undefined;
  });
}

/** The same for equal values, and for no others. */
function keyOf(value: JsonValue): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${keyOf(member)}`);
  return `{${members.sort().join()}}`;
}

function isSameKind(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return (isObject(one) && isObject(other)) || (Array.isArray(one) && Array.isArray(other));
}
