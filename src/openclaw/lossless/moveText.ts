/** Moves a member of JSON5 text to another place, as it is written and with the comments that are its own. */
import type { ValueNode } from '@humanwhocodes/momoa';
import type { JsonObject, Path } from '../jsonValue.ts';
import { rangeOf } from '../ranges.ts';
import type * as SyntaxTree from '../syntaxTree.ts';
import { containerOf, isContainer, isFirstOnLine, type Item, nameOf } from './container.ts';
import { editText } from './editText.ts';
import { editValue } from './editValue.ts';
import { indentAt, readGap } from './gaps.ts';
import { Written } from './written.ts';

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
  const eol = /\r\n|[\n\r]/.exec(source)?.[0] ?? '\n';

  const above = source.slice(item.from, item.start).trimEnd();
  const beside = source.slice(item.to + (item.hasComma ? 1 : 0), item.behind).trimEnd();
  const [start, end] = rangeOf(place.item.value);
  const behind = place.item.to + (place.item.hasComma ? 1 : 0);
  const written = new Written(eol + place.indent);
  written.add(prepared.slice(0, place.item.start));
  if (above) {
    written.addGap(reindented(above, indent, place.indent));
    written.add(isFirstOnLine(place.item) ? eol + place.indent : ' ');
  }
  written.add(prepared.slice(place.item.start, start));
  written.addGap(reindented(betweenNameAndValue(source, item), indent, place.indent));
  written.add(reindented(source.slice(...rangeOf(item.value)), indent, place.indent));
  written.addGap(reindented(source.slice(item.end, item.to).trimEnd(), indent, place.indent));
  written.add(prepared.slice(end, behind));
  written.addGap(beside);
  written.add(prepared.slice(behind));
  // Its comments have gone with it, even where it was the only member.
  const { from, start: bare } = itemAt(syntaxTree, written.text, path).item;
  const left = written.text.slice(0, from) + written.text.slice(bare);
  return editText(syntaxTree, left, editValue(value, standIn), { path, remove: true });
}

/** The comments before and behind the colon, and the white space behind them; nothing where there are none. */
function betweenNameAndValue(source: string, { member, value }: Item): string {
  if (!member) return '';
  const between = source.slice(rangeOf(member.name)[1], rangeOf(value)[0]);
  const [first] = readGap(between, 0, between.length).comments;
  if (!first) return '';
  // What is in a comment stays, a colon too.
  return between.slice(first.start).replace(/(\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)|:/g, '$1');
}

/** Lines that are indented by what the member's own line was are indented by what it is now; strings stay as they are. */
function reindented(text: string, from: string, to: string): string {
  const lines = (part: string) =>
    part.replace(/(\r\n|[\n\r\u2028\u2029])([ \t]*)/g, (line, end: string, indent: string) =>
      indent.startsWith(from) ? end + to + indent.slice(from.length) : line,
    );
  const parts = text.split(/(\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')/);
  return parts.map(part => (/^["']/.test(part) ? part : lines(part))).join('');
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
