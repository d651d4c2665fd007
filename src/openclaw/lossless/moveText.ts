/** Moves a member of JSON5 text to another place, as it is written and with the comments that are its own. */
import type { ValueNode } from '@humanwhocodes/momoa';
import type { JsonObject, Path } from '../jsonValue.ts';
import { rangeOf } from '../ranges.ts';
import type * as SyntaxTree from '../syntaxTree.ts';
import { containerOf, isContainer, isFirstOnLine, type Item, nameOf } from './container.ts';
import { editText } from './editText.ts';
import { editValue } from './editValue.ts';
import { indentAt } from './gaps.ts';

/**
 * The text with the member at `path` at `moveTo` instead. `value` is what the text is read as. Throws a `TypeError`
 * when there is no such member.
 */
export function moveText(
  syntaxTree: typeof SyntaxTree,
  source: string,
  value: JsonObject,
  { path, moveTo }: { readonly path: Path; readonly moveTo: Path },
): string {
  const { item, indent } = itemAt(syntaxTree, source, path);
  const standIn = { path: moveTo, value: null };
  const prepared = editText(syntaxTree, source, value, standIn);
  const place = itemAt(syntaxTree, prepared, moveTo);
  // Where lines are indented by what the member's own line is, that becomes its new indentation.
  const reindented = (text: string) =>
    text.replace(/(\r\n|[\n\r\u2028\u2029])([ \t]*)/g, (begin, eol: string, blanks: string) =>
      blanks.startsWith(indent) ? eol + place.indent + blanks.slice(indent.length) : begin,
    );

  const above = source.slice(item.from, item.start).trimEnd();
  const beside = source.slice(item.to + (item.hasComma ? 1 : 0), item.behind).trimEnd();
  const [start, end] = rangeOf(place.item.value);
  const behind = place.item.to + (place.item.hasComma ? 1 : 0);
  const placed = [
    prepared.slice(0, place.item.start),
    above && reindented(above) + (isFirstOnLine(place.item) ? eolOf(source) + place.indent : ' '),
    prepared.slice(place.item.start, start),
    reindented(source.slice(...rangeOf(item.value))),
    prepared.slice(end, behind),
    beside,
    prepared.slice(behind),
  ].join('');
  return editText(syntaxTree, placed, editValue(value, standIn), { path, remove: true });
}

function itemAt(
  { parse }: typeof SyntaxTree,
  source: string,
  path: Path,
): { readonly item: Item; readonly indent: string } {
  let node: ValueNode = parse(source, { mode: 'json5', ranges: true }).body;
  let item: Item | undefined;
  for (const step of path) {
    item = isContainer(node)
      ? containerOf(source, node).items.findLast(each => nameOf(each) === step || each.index === step)
      : undefined;
    if (!item) throw new TypeError(`There is no ${path.join('.')}.`);
    node = item.value;
  }
  if (!item) throw new TypeError('The whole config can’t be moved.');
  return { item, indent: indentAt(source, item.start) };
}

function eolOf(source: string): string {
  return /\r\n|[\n\r]/.exec(source)?.[0] ?? '\n';
}
