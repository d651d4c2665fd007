/**
 * What a config's files mean together: included objects are merged, later ones and members beside the `$include`
 * win, and lists are put one behind the other.
 */
import { includeError } from './includeProblems.ts';
import { includedPath, includeOf, namesIn } from './includes.ts';
import { isObject, type JsonObject, type JsonValue } from './jsonValue.ts';

/** A file's value and text, by its absolute path. */
export type FileSource = (path: string) => { readonly value: JsonValue; readonly text?: string } | undefined;

/** Names that OpenClaw drops when it merges, since they would reach an object's prototype. */
const DROPPED = new Set(['__proto__', 'prototype', 'constructor']);

/** The value of a file with its includes followed. All of its files have been read and are free of circles. */
export function mergedFile(path: string, source: FileSource): JsonValue {
  const { value = null, text = '' } = source(path) ?? {};
  const merge = (inner: JsonValue): JsonValue => {
    if (Array.isArray(inner)) return inner.map(merge);
    if (!isObject(inner)) return inner;
    const include = includeOf(inner);
    return include === undefined ? mapped(inner, merge) : included(inner, include);
  };
  const included = (object: JsonObject, include: JsonValue): JsonValue => {
    const names = namesIn(include) ?? [];
    const targets = names.map(name => includedPath(path, name));
    const values = targets.map(target => mergedFile(target, source));
    // A single file may hold anything; a list of files starts from an empty object.
    const whole = Array.isArray(include) ? values.reduce(mergedValue, {}) : (values[0] as JsonValue);
    const siblings = withoutInclude(object);
    if (Object.keys(siblings).length === 0) return whole;
    if (isObject(whole)) return mergedValue(whole, mapped(siblings, merge));
    throw includeError('siblings', { file: path, text, included: names.at(-1) }, targets.at(-1));
  };
  return merge(value);
}

/** The members beside an `$include`. */
export function withoutInclude(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== '$include'));
}

/** Two values as one; where they can't be both, the second. */
function mergedValue(first: JsonValue, second: JsonValue): JsonValue {
  if (Array.isArray(first) && Array.isArray(second)) return [...first, ...second];
  if (!isObject(first) || !isObject(second)) return second;
  const merged = new Map(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    const before = merged.get(name);
    merged.set(name, before === undefined ? value : mergedValue(before, value));
  }
  for (const name of DROPPED) merged.delete(name);
  return Object.fromEntries(merged);
}

function mapped(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
