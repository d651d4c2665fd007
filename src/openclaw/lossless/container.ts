/** Objects and arrays as they are laid out: which comments, commas and line ends belong to which of their items. */
import type { ArrayNode, MemberNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { rangeOf } from '../ranges.ts';
import { breaksLine, countLineBreaks, type Gap, readGap } from './gaps.ts';

/** A member of an object or an element of an array. All offsets are in the text. */
export interface Item {
  /** The how manyth it is, from 0. */
  readonly index: number;
  readonly member: MemberNode | undefined;
  readonly value: ValueNode;
  /** The member or element itself. */
  readonly start: number;
  readonly end: number;
  /** Where the comments begin that stand before it, or right above it, and belong to it. */
  readonly from: number;
  /** Where its comma is, or would be: behind the comments that stand before that. */
  readonly to: number;
  readonly hasComma: boolean;
  /** Behind its comma and the comments beside it that belong to it. */
  readonly behind: number;
  /** What stands before it and belongs to no item, such as blank lines and headings of sections. */
  readonly loose: string;
  /** The white space right before it: with a line end when it begins a line. */
  readonly separator: string;
}

export type ContainerNode = ObjectNode | ArrayNode;

export interface Container {
  readonly node: ContainerNode;
  readonly start: number;
  readonly end: number;
  /** Behind the opening bracket and the comments beside it. */
  readonly inside: number;
  readonly items: readonly Item[];
  /** What stands between the last item and the closing bracket. */
  readonly rest: string;
  /** The last object in it that holds something, which others are laid out like. */
  readonly sample: ValueNode | undefined;
}

export function isContainer(node: ValueNode): node is ContainerNode {
  return node.type === 'Object' || node.type === 'Array';
}

/** The values inside an object or array; none for anything else. */
export function valuesIn(node: ValueNode): readonly ValueNode[] {
  if (!isContainer(node)) return [];
  const items: readonly { readonly value: ValueNode }[] =
    node.type === 'Object' ? node.members : node.elements;
  return items.map(({ value }) => value);
}

/** Whether it is an object or array that holds something. */
export function isFull(node: ValueNode): node is ContainerNode {
  return isContainer(node) && (node.type === 'Object' ? node.members : node.elements).length > 0;
}

export function nameOf({ member }: Item): string | undefined {
  if (!member) return undefined;
  return member.name.type === 'String' ? member.name.value : member.name.name;
}

/** Whether it begins a line. */
export function isFirstOnLine({ separator }: Item): boolean {
  return breaksLine(separator);
}

export function containerOf(source: string, node: ContainerNode): Container {
  const [start, end] = rangeOf(node);
  const members = node.type === 'Object' ? node.members : node.elements.map(({ value }) => value);
  const ranges = members.map(rangeOf);
  // One before each item, and one before the closing bracket.
  const gaps = [...ranges, [end - 1] as const].map(([gapEnd], index) =>
    readGap(source, ranges[index - 1]?.[1] ?? start + 1, gapEnd),
  );
  const isBroken = ({ start: from, comma, end: to }: Gap) => breaksLine(source.slice(comma ?? from, to));

  const items: Item[] = [];
  const inside = endOfCommentsBeside(source, gaps[0], members.length > 0);
  let [behind, besideEnd] = [inside, inside];
  for (const [index, node] of members.entries()) {
    const [before, after] = [gaps[index], gaps[index + 1]];
    if (!before || !after) break;
    const isLast = index === members.length - 1;
    const isAlone = (index === 0 || isBroken(before)) && (isLast || isBroken(after));
    const from = startOfOwnComments(source, before, besideEnd, isAlone);
    const to = after.comma ?? endOfBlockComments(source, after);
    const [loose, separator] = splitSeparator(source.slice(behind, from));
    const afterComma = after.comma === undefined ? to : after.comma + 1;
    besideEnd = Math.max(afterComma, endOfCommentsBeside(source, after, !isLast));
    // Beside several items, a comment is about the line.
    behind = isAlone ? besideEnd : afterComma;
    items.push({
      index,
      ...(node.type === 'Member' ? { member: node, value: node.value } : { member: undefined, value: node }),
      start: before.end,
      end: after.start,
      from,
      to,
      hasComma: after.comma !== undefined,
      behind,
      loose,
      separator,
    });
  }
  const sample = items.findLast(({ value }) => value.type === 'Object' && isFull(value))?.value;
  return { node, start, end, inside, items, rest: source.slice(behind, end - 1), sample };
}

/** Comments before an item on its line; above an item that has its line for itself, those right on it too. */
function startOfOwnComments(source: string, gap: Gap, least: number, isAlone: boolean): number {
  let from = gap.end;
  for (const comment of gap.comments.toReversed()) {
    if (comment.start < least) break;
    const breaks = countLineBreaks(source.slice(comment.end, from));
    if (breaks > (isAlone ? 1 : 0)) break;
    from = comment.start;
  }
  return from;
}

/** Behind the comments that begin on the line that the gap, or its comma, begins on. */
function endOfCommentsBeside(source: string, gap: Gap | undefined, isItemBehind: boolean): number {
  if (!gap) return 0;
  const start = gap.comma === undefined ? gap.start : gap.comma + 1;
  let end = start;
  for (const comment of gap.comments) {
    if (comment.start < start) continue;
    if (breaksLine(source.slice(end, comment.start))) break;
    // On the line of the next item, it belongs to that one.
    if (isItemBehind && !breaksLine(source.slice(comment.end, gap.end)) && !comment.isLine) break;
    end = comment.end;
  }
  return end;
}

/** Behind the block comments that follow an item on its line. */
function endOfBlockComments(source: string, gap: Gap): number {
  let end = gap.start;
  for (const comment of gap.comments) {
    if (comment.isLine || breaksLine(source.slice(end, comment.start))) break;
    end = comment.end;
  }
  return end;
}

/** Splits off the last line end and the blanks behind it. */
function splitSeparator(text: string): [loose: string, separator: string] {
  let at = text.length;
  while (at > 0 && /[^\S\n\r\u2028\u2029]/.test(text.charAt(at - 1))) at--;
  if (text.slice(at - 2, at) === '\r\n') at -= 2;
  else if (at > 0 && breaksLine(text.charAt(at - 1))) at--;
  return [text.slice(0, at), text.slice(at)];
}
