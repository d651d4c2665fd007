/**
 * Lossless edits of JSON5 text: exactly the characters of the member or element that is meant are replaced, added or
 * taken out, found through a syntax tree with ranges. Everything else stays.
 */
import type { ValueNode } from '@humanwhocodes/momoa';
import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject, type JsonValue, type Path, valueAt } from '../jsonValue.ts';
import { rangeOf } from '../ranges.ts';
import type * as SyntaxTree from '../syntaxTree.ts';
import { type Container, containerOf, isContainer, type Item, nameOf } from './container.ts';
import { isRemoval, type LocalEdit } from './editValue.ts';
import { indentAt } from './gaps.ts';
import { JsonStyle, type Place } from './jsonStyle.ts';
import { matchElements } from './matchElements.ts';
import { placeOf, type SourceFile } from './rearranged.ts';
import { type Entry, relisted } from './relist.ts';

/**
 * The text after an edit that `editValue` has found possible. `value` is what the text is read as: what has the wanted
 * value already stays as it is written. `literal` is how a string is written, so that it is read as it is. Throws the
 * parser's error when the text is malformed.
 */
export function editText(
  { parse }: typeof SyntaxTree,
  source: string,
  value: JsonObject,
  edit: LocalEdit,
  literal = (text: string) => text,
): string {
  const { body } = parse(source, { mode: 'json5', ranges: true });
  if (body.type !== 'Object') throw new TypeError('An object is expected.');
  const style = new JsonStyle(source, body, literal);
  const [start, end] = rangeOf(body);
  const place = {
    indent: style.isInline ? undefined : indentAt(source, start),
    trailingCommas: style.trailingCommas,
  };
  const text = edited({ source, style }, { node: body, value, place }, edit.path, edit);
  return source.slice(0, start) + text + source.slice(end);
}

/** A value, and where it stands. */
interface Spot {
  readonly node: ValueNode;
  /** What it is read as. */
  readonly value: JsonValue | undefined;
  readonly place: Place;
}

/** The text of a value after the edit of what is at `path` in it. */
function edited(file: SourceFile, spot: Spot, path: Path, edit: LocalEdit): string {
  const { node, value, place } = spot;
  const { source } = file;
  const [step, ...rest] = path;
  if (step === undefined) return isRemoval(edit) ? '' : set(file, spot, edit.value);
  if (!isContainer(node)) return source.slice(...rangeOf(node));

  const container = containerOf(source, node);
  const item = container.items.findLast(other => isAt(other, step));
  if (item && !(isRemoval(edit) && rest.length === 0)) {
    const inner = { node: item.value, value: valueAt(value, [step]), place: placeOf(file, container, item) };
    const [start, end] = rangeOf(item.value);
    const text = edited(file, inner, rest, edit);
    return source.slice(container.start, start) + text + source.slice(end, container.end);
  }
  if (!isRemoval(edit)) {
    const name = typeof step === 'number' ? undefined : step;
    const added = { name, value: nested(rest, edit.value) };
    return relisted(file, container, [...container.items.map(kept), added], place);
  }
  // All of that name: else an earlier one would come back.
  const left = container.items.filter(other => !isAt(other, step));
  return relisted(file, container, left.map(kept), place);
}

/** The text of a value that becomes another one; inside of objects and arrays, what stays is left as it is. */
function set(file: SourceFile, { node, value, place }: Spot, wanted: JsonValue): string {
  const { source, style } = file;
  if (isDeepStrictEqual(value, wanted)) return source.slice(...rangeOf(node));
  if (node.type === 'Object' && isObject(value) && isObject(wanted)) {
    const container = containerOf(source, node);
    return relisted(file, container, memberEntries(file, container, value, wanted), place);
  }
  if (node.type === 'Array' && Array.isArray(value) && Array.isArray(wanted)) {
    const container = containerOf(source, node);
    return relisted(file, container, elementEntries(file, container, value, wanted), place);
  }
  // A text that something is put around stays as it is written, and so do its variables.
  const kept = node.type === 'String' ? { value, text: source.slice(...rangeOf(node)) } : undefined;
  return style.print(wanted, { ...place, kept });
}

function memberEntries(
  file: SourceFile,
  container: Container,
  value: JsonObject,
  wanted: JsonObject,
): Entry[] {
  // With duplicate names, the last one counts for every reader.
  const read = new Map(container.items.map(item => [nameOf(item), item]));
  const stay = container.items.flatMap<Entry>(item => {
    const name = nameOf(item) ?? '';
    if (!Object.hasOwn(wanted, name)) return [];
    return [read.get(name) === item ? changed(file, container, item, value[name], wanted[name]) : { item }];
  });
  const added = Object.entries(wanted).filter(([name]) => !Object.hasOwn(value, name));
  return [...stay, ...added.map(([name, member]) => ({ name, value: member }))];
}

function elementEntries(
  file: SourceFile,
  container: Container,
  values: readonly JsonValue[],
  wanted: readonly JsonValue[],
): Entry[] {
  const matches = matchElements(values, wanted);
  return wanted.map((element, index) => {
    const match = matches[index];
    const item = match === undefined ? undefined : container.items[match];
    return item && match !== undefined
      ? changed(file, container, item, values[match], element)
      : { name: undefined, value: element };
  });
}

function changed(
  file: SourceFile,
  container: Container,
  item: Item,
  value: JsonValue | undefined,
  wanted: JsonValue | undefined,
): Entry {
  if (wanted === undefined) return { item };
  return {
    item,
    text: set(file, { node: item.value, value, place: placeOf(file, container, item) }, wanted),
  };
}

function kept(item: Item): Entry {
  return { item };
}

function isAt(item: Item, step: string | number): boolean {
  return typeof step === 'number' ? item.index === step : nameOf(item) === step;
}

function nested(path: Path, value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), value);
}
