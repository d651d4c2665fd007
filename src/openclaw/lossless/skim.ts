/**
 * Finds what an object or array holds without reading it: strings, comments and brackets are all that decides where
 * its items begin and end. Only for texts that `json5` has accepted.
 */
import parseJson5 from 'json5/lib/parse.js';

export interface SkimmedItem {
  /** Of the member or element itself; a comma is not a part of it. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  /** Undefined for an element. */
  readonly name: string | undefined;
}

/** Where the value of the whole text begins. */
export function skimRoot(text: string): number {
  return endOfBlanks(text, 0);
}

/** The items of the object or array whose bracket is at `start`. */
export function skimItems(text: string, start: number): SkimmedItem[] {
  const isObject = text.charAt(start) === '{';
  const items: SkimmedItem[] = [];
  let at = endOfBlanks(text, start + 1);
  while (at < text.length && !/[\]}]/.test(text.charAt(at))) {
    const nameEnd = isObject ? endOfScalar(text, at) : at;
    const valueStart = isObject ? endOfBlanks(text, endOfBlanks(text, nameEnd) + 1) : at;
    const end = endOfValue(text, valueStart);
    items.push({ start: at, end, valueStart, name: isObject ? nameOf(text.slice(at, nameEnd)) : undefined });
    at = endOfBlanks(text, end);
    if (text.charAt(at) === ',') at = endOfBlanks(text, at + 1);
  }
  return items;
}

const BLANKS = /\s*/y;
const COMMENT = /\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\//y;
const SCALAR = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^'\\]*(?:\\[^][^'\\]*)*'|[^\s"'/,:{}[\]]+/y;
const NOTABLE = /["'/{}[\]]/g;

/** Behind white space and comments. */
function endOfBlanks(text: string, start: number): number {
  let at = endOf(BLANKS, text, start);
  while (text.charAt(at) === '/') at = endOf(BLANKS, text, endOf(COMMENT, text, at));
  return at;
}

function endOfValue(text: string, start: number): number {
  return /[[{]/.test(text.charAt(start)) ? endOfContainer(text, start) : endOfScalar(text, start);
}

/** Behind a string, number, keyword or bare name. */
function endOfScalar(text: string, start: number): number {
  return endOf(SCALAR, text, start);
}

function endOfContainer(text: string, start: number): number {
  let [at, depth] = [start + 1, 1];
  while (depth > 0) {
    at = endOf(NOTABLE, text, at);
    const notable = text.charAt(at - 1);
    if (notable === '/') at = endOf(COMMENT, text, at - 1);
    else if (notable === '"' || notable === "'") at = endOf(SCALAR, text, at - 1);
    else depth += notable === '{' || notable === '[' ? 1 : -1;
  }
  return at;
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  if (!pattern.test(text)) throw new SyntaxError('The text is not what json5 has accepted.');
  return pattern.lastIndex;
}

function nameOf(written: string): string {
  const isQuoted = /^["']/.test(written);
  if (!written.includes('\\')) return isQuoted ? written.slice(1, -1) : written;
  return parseJson5(isQuoted ? written : `"${written}"`);
}
