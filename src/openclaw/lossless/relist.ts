/** Gives an object or array another list of items, and changes nothing that this does not ask for. */
import type { JsonValue } from '../jsonValue.ts';
import type { Container } from './container.ts';
import { breaksLine, indentAt, readGap } from './gaps.ts';
import type { NewItem, Place } from './jsonStyle.ts';
import { type KeptItem, Rearranged, type SourceFile } from './rearranged.ts';
import { Written } from './written.ts';

export type Entry = KeptItem | NewItem;

/** The text of the object or array, which stands at `place`, with these entries. */
export function relisted(
  file: SourceFile,
  container: Container,
  entries: readonly Entry[],
  place: Place,
): string {
  if (container.items.length === 0) return filled(file, container, entries.filter(isNew), place);
  return entries.length === 0 ? emptied(file, container) : rearranged(file, container, entries);
}

function isKept(entry: Entry): entry is KeptItem {
  return 'item' in entry;
}

function isNew(entry: Entry): entry is NewItem {
  return !isKept(entry);
}

function rearranged(file: SourceFile, container: Container, entries: readonly Entry[]): string {
  const written = new Rearranged(
    file,
    container,
    entries.filter(isKept).map(({ item }) => item),
  );
  for (const entry of entries) {
    if (isKept(entry)) written.addKept(entry);
    else written.addNew(entry);
  }
  return written.end();
}

/** Nothing is left of it but the comments that are no item's, and those above the first one. */
function emptied({ source, style }: SourceFile, { items, start, end, inside, rest }: Container): string {
  const written = new Written(style.eol + indentAt(source, start));
  written.addGap(source.slice(start + 1, inside));
  for (const item of items) {
    written.addGap(item.loose);
    const comments = source.slice(item.from, item.start).trimEnd();
    if (item.index > 0 || !comments) continue;
    written.add(item.separator);
    written.addGap(comments);
  }
  written.addGap(rest);
  // Behind a line comment, the bracket needs a line of its own.
  written.add(source.slice(end - 1, end));
  const inner = written.text.slice(0, -1);
  return source.charAt(start) + (inner.trim() ? inner : '') + source.charAt(end - 1);
}

/** Entries for one that has none yet, but may hold comments. */
function filled(
  { source, style }: SourceFile,
  { node, start, end }: Container,
  entries: readonly NewItem[],
  place: Place,
): string {
  const inner = source.slice(start + 1, end - 1);
  const comment = readGap(source, start + 1, end - 1).comments.at(-1);
  if (!comment && !breaksLine(inner)) {
    const values = entries.map(({ value }) => value);
    const members = entries.map(({ name = '', value }): [string, JsonValue] => [name, value]);
    return style.print(node.type === 'Array' ? values : Object.fromEntries(members), place);
  }

  const at = comment?.end ?? start + 1;
  const [before, behind] = [source.slice(start, at), source.slice(at, end)];
  if (place.indent === undefined && !breaksLine(inner)) {
    return `${before} ${entries.map(entry => style.item(entry, place)).join(`,${style.gap}`)}${behind}`;
  }
  const outer = indentAt(source, start);
  const indent = outer + style.unit;
  const line = style.eol + indent;
  const lines = entries.map(entry => style.item(entry, { ...place, indent })).join(`,${line}`);
  const closing = breaksLine(behind) ? '' : style.eol + outer;
  return `${before}${line}${lines}${place.trailingCommas ? ',' : ''}${closing}${behind}`;
}
