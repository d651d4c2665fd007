/**
 * Reads `.env` texts as the package `dotenv` does, which OpenClaw uses. Node's own `parseEnv` differs from it
 * where people would notice: it takes the next line for the value of `NAME= `, and a byte order mark for a part
 * of the name.
 */

/** A name at the start of a line, and `=` or `: `. */
const NAME = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=|:(?=\s))[^\S\n]*/gm;
/** A value in quotes, over as many lines as it takes, with nothing but a comment behind it. */
const QUOTED = /\s*(?:'(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`)(?=\s*(?:#.*)?$)/my;
const BARE = /[^#\n]*/y;

/** An assignment, and where in the text its value is written, quotes and all. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly range: readonly [start: number, end: number];
}

/** The variables of a text, in its order; nothing in it is an error. */
export function parseDotEnv(text: string): Record<string, string> {
  return Object.fromEntries(assignmentsIn(text).map(({ name, value }) => [name, value]));
}

/** The assignments of a text in their order; of several to one variable the last counts. */
export function assignmentsIn(text: string): Assignment[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const inText = offsetsIn(text);
  const found: Assignment[] = [];
  const names = new RegExp(NAME);
  for (let name = names.exec(lines); name; name = names.exec(lines)) {
    const start = names.lastIndex;
    const value = matchAt(QUOTED, lines, start) ?? matchAt(BARE, lines, start) ?? '';
    const range = [inText(start), inText(start + value.trimEnd().length)] as const;
    found.push({ name: name[1] ?? '', value: unquoted(value.trim()), range });
    names.lastIndex += value.length;
  }
  return found;
}

/** Where in the text a character is that was found with the line ends made alike. */
function offsetsIn(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/\r\n/g)].map(({ index }, before) => index - before);
  return offset => offset + pairs.filter(at => at < offset).length;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Only double quotes have escapes, and of those only line ends. */
function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && '\'"`'.includes(quote) && value.endsWith(quote);
  const inner = isQuoted ? value.slice(1, -1) : value;
  return quote === '"' ? inner.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inner;
}
