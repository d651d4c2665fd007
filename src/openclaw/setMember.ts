/**
 * Lossless edits of JSON5 text: a member is set by replacing or inserting exactly its own characters, found
 * through a syntax tree with ranges. Comments, blank lines, quotes, commas, line ends and everything else stay.
 */
import type { MemberNode, ObjectNode, Token, ValueNode } from '@humanwhocodes/momoa';
import { isDeepStrictEqual } from 'node:util';
import { indentAt, JsonStyle } from './jsonStyle.ts';
import type * as SyntaxTree from './syntaxTree.ts';
import { rangeOf } from './ranges.ts';
import type { JsonValue } from './jsonValue.ts';

/** A path of member names from the root. */
export type MemberPath = readonly [string, ...string[]];

/**
 * The text with the member at `path` set to `value`; objects missing on the way are made, and a member that
 * already has the value leaves the text as it is. Throws the parser's error when the text is malformed, and a
 * `TypeError` when something on the way is not an object.
 */
export function setMember(
  { parse, evaluate }: typeof SyntaxTree,
  source: string,
  path: MemberPath,
  value: JsonValue,
): string {
  const { body, tokens = [] } = parse(source, { mode: 'json5', ranges: true, tokens: true });
  const file = { source, tokens, style: new JsonStyle(source, asObject(body)) };

  let object = asObject(body);
  for (const [depth, name] of path.entries()) {
    const member = findMember(object, name);
    const rest = path.slice(depth + 1);
    if (!member) return insertMember(file, object, name, nested(rest, value));
    if (rest.length === 0) {
      const isSame = isDeepStrictEqual(evaluate(member.value), value);
      return isSame ? source : replaceValue(file, member, value);
    }
    object = asObject(member.value);
  }
  return source;
}

interface SourceFile {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly style: JsonStyle;
}

/** With duplicate names, the last one counts for every reader. */
function findMember(object: ObjectNode, name: string): MemberNode | undefined {
  return object.members.findLast(member => nameOf(member) === name);
}

function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function asObject(node: ValueNode): ObjectNode {
  if (node.type !== 'Object') throw new TypeError('An object is expected here.');
  return node;
}

function nested(path: readonly string[], value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), value);
}

function replaceValue({ source, style }: SourceFile, member: MemberNode, value: JsonValue): string {
  const node = member.value;
  const [start, end] = rangeOf(node);
  const indent = ownIndent(source, rangeOf(member)[0]);
  const quote = node.type === 'String' ? source.charAt(start) : style.quote;
  return splice(source, start, end, style.print(value, { indent, quote }));
}

/** Adds a member behind the object's last one, laid out as that one is. */
function insertMember(file: SourceFile, object: ObjectNode, name: string, value: JsonValue): string {
  const last = object.members.at(-1);
  return last ? insertAfter(file, last, name, value) : insertIntoEmpty(file, object, name, value);
}

function insertAfter(
  { source, tokens, style }: SourceFile,
  last: MemberNode,
  name: string,
  value: JsonValue,
): string {
  const [start, end] = rangeOf(last);
  const comma = tokens.find(token => offsetOf(token) >= end && !isComment(token));
  const hasComma = comma?.type === 'Comma';
  const behind = hasComma ? endOf(comma) : end;
  const indent = ownIndent(source, start);
  const isOnItsOwnLine = indent !== undefined;
  const member = style.member(name, value, { like: last, indent, trailingCommas: hasComma });
  const addition = `${isOnItsOwnLine ? style.eol + indent : ' '}${member}${hasComma ? ',' : ''}`;
  // A comment beside the last member belongs to it, so a new line starts behind that comment.
  const at = isOnItsOwnLine ? endOfCommentsBeside(source, tokens, behind) : behind;
  return hasComma
    ? splice(source, at, at, addition)
    : splice(splice(source, at, at, addition), end, end, ',');
}

function insertIntoEmpty(
  { source, tokens, style }: SourceFile,
  object: ObjectNode,
  name: string,
  value: JsonValue,
): string {
  const [start, end] = rangeOf(object);
  const inside = source.slice(start + 1, end - 1);
  const lastComment = tokens.findLast(
    token => offsetOf(token) > start && endOf(token) < end && isComment(token),
  );
  const outer = indentAt(source, start);
  const indent = outer + style.unit;
  if (style.isInline) {
    return splice(
      source,
      end - 1,
      end - 1,
      style.member(name, value, { indent: undefined, trailingCommas: false }),
    );
  }

  const comma = style.trailingCommas ? ',' : '';
  const member =
    style.eol + indent + style.member(name, value, { indent, trailingCommas: style.trailingCommas }) + comma;
  if (lastComment) {
    const at = endOf(lastComment);
    const closing = source.slice(at, end - 1).includes('\n') ? '' : style.eol + outer;
    return splice(source, at, at, member + closing);
  }
  return splice(source, start + 1, end - 1, member + (inside.includes('\n') ? inside : style.eol + outer));
}

/** The indentation of a member that is the first on its line; undefined for one that is not. */
function ownIndent(source: string, offset: number): string | undefined {
  const indent = source.slice(lineStart(source, offset), offset);
  return indent.trim() === '' ? indent : undefined;
}

/** Where the comments end that start on the same line as `offset`, or `offset` where there is none. */
function endOfCommentsBeside(source: string, tokens: readonly Token[], offset: number): number {
  let at = offset;
  for (const token of tokens) {
    if (offsetOf(token) < at) continue;
    if (!isComment(token) || source.slice(at, offsetOf(token)).includes('\n')) break;
    at = endOf(token);
  }
  return at;
}

function isComment({ type }: Token): boolean {
  return type === 'LineComment' || type === 'BlockComment';
}

function offsetOf(token: Token): number {
  return token.loc.start.offset;
}

function endOf(token: Token): number {
  return token.loc.end.offset;
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function splice(source: string, start: number, end: number, text: string): string {
  return source.slice(0, start) + text + source.slice(end);
}
