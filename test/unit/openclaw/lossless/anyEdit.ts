/** Edits of all kinds, picked for the value of a config, with what they are to make of it by the simplest means. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isObject, type JsonObject, type JsonValue, type Path } from '../../../../src/openclaw/jsonValue.ts';
import type { LocalEdit } from '../../../../src/openclaw/lossless/editValue.ts';

/** What picks an edit, whatever the config is. */
export interface Choice {
  /** Picks the place. */
  readonly pick: number;
  readonly kind: 'set' | 'add' | 'add below' | 'remove' | 'append' | 'rearrange' | 'reorder' | 'alter';
  readonly value: JsonValue;
  readonly order: readonly number[];
}

const KINDS = [
  'set',
  'set',
  'add',
  'add below',
  'remove',
  'remove',
  'append',
  'rearrange',
  'reorder',
  'alter',
] as const;

export function choice(kind: fc.Arbitrary<Choice['kind']> = fc.constantFrom(...KINDS)): fc.Arbitrary<Choice> {
  return fc.record({
    pick: fc.nat(1000),
    kind,
    value: fc.constantFrom<JsonValue>(
      ...['new', "it's", 'say "x"\\', '\u2028\n', 7, -0, true, null],
      ...[{}, [], { new: { value: [1] } }, ['x', { y: 1 }], [[1], []], '${HOME}', '$${X}'],
    ),
    order: fc.array(fc.nat(5), { maxLength: 6 }),
  });
}

/** Undefined where the config has nothing to do this with. */
export function editOf(config: JsonObject, { pick, kind, value, order }: Choice): LocalEdit | undefined {
  const places = placesIn(config).filter(({ path, value: at }) => {
    if (kind === 'set' || kind === 'remove') return path.length > 0;
    if (kind === 'append' || kind === 'rearrange') return Array.isArray(at);
    // Which of two that are the same goes where is no one's business.
    if (kind === 'reorder') return Array.isArray(at) && at.length > 1 && !hasTwins(at);
    return isObject(at) && !(kind === 'add below' && Object.hasOwn(at, 'more'));
  });
  const place = places[pick % places.length];
  if (!place) return undefined;
  const { path, value: at } = place;
  switch (kind) {
    case 'set':
      return { path, value };
    case 'remove':
      return { path, remove: true };
    case 'add':
      return { path: [...path, 'added'], value };
    case 'add below':
      return { path: [...path, 'more', 'below', 'it'], value };
    case 'append':
      return { path: [...path, (at as JsonValue[]).length], value };
    case 'rearrange':
      return { path, value: rearranged(at as JsonValue[], order, value) };
    case 'reorder':
      return { path, value: reordered(at as JsonValue[], order) };
    case 'alter':
      return { path, value: altered(at as JsonObject, order, value) };
  }
}

/** All values in a value, itself the first. */
export function placesIn(value: JsonValue, path: Path = []): { path: Path; value: JsonValue }[] {
  const inner: [string | number, JsonValue][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isObject(value) ? value : {});
  return [{ path, value }, ...inner.flatMap(([step, at]) => placesIn(at, [...path, step]))];
}

function hasTwins(array: JsonValue[]): boolean {
  return array.some((one, index) => array.slice(0, index).some(other => isDeepStrictEqual(one, other)));
}

function reordered(array: JsonValue[], order: readonly number[]): JsonValue[] {
  const left = [...array];
  const first = order.flatMap(pick => left.splice(pick % (left.length || 1), 1));
  return [...first, ...left.reverse()];
}

/** Some of its elements in another order, and perhaps a new one between. */
function rearranged(array: JsonValue[], order: readonly number[], value: JsonValue): JsonValue[] {
  const left = new Map(array.entries());
  const result = order.flatMap<JsonValue>(pick => {
    const index = [...left.keys()][pick % (left.size || 1)];
    if (index === undefined) return [];
    const element = left.get(index)!;
    left.delete(index);
    return [element];
  });
  return order.length % 2 === 0 ? result : result.toSpliced((order[0] ?? 0) % (result.length + 1), 0, value);
}

/** Without some of its members, with another value for one, and with a new one. */
function altered(object: JsonObject, order: readonly number[], value: JsonValue): JsonValue {
  const altered = Object.fromEntries(
    Object.entries(object)
      .filter((_, index) => !order.includes(index))
      .map(([name, member], index) => [name, index === order[0] ? value : member]),
  );
  return order.length % 2 === 0 ? altered : { ...altered, added: value };
}

/** By hand, on a copy. */
export function intendedBy(config: JsonObject, edit: LocalEdit): JsonObject {
  if (edit.path.length === 0 && 'value' in edit) return edit.value as JsonObject;
  const copy = structuredCopy(config) as JsonObject;
  let at: JsonValue = copy;
  for (const step of edit.path.slice(0, -1)) {
    if (!Object.hasOwn(at as object, step)) define(at, step, {});
    at = (at as JsonObject)[step]!;
  }
  const last = edit.path.at(-1)!;
  if ('value' in edit) define(at, last, edit.value);
  else if (Array.isArray(at)) at.splice(last as number, 1);
  else Reflect.deleteProperty(at as JsonObject, last);
  return copy;
}

/** The edit that undoes another one. */
export function reverseOf(config: JsonObject, { path }: LocalEdit): LocalEdit {
  let at: JsonValue = config;
  for (const [depth, step] of path.entries()) {
    if (!Object.hasOwn(at as object, step)) return { path: path.slice(0, depth + 1), remove: true };
    at = (at as JsonObject)[step]!;
  }
  return { path, value: at };
}

/** `structuredClone` takes `__proto__` for what it is not. */
function structuredCopy(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, structuredCopy(member)]));
}

function define(object: JsonValue, name: string | number, value: JsonValue): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
