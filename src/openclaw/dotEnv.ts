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

/** The variables of a text, in its order; nothing in it is an error. */
export function parseDotEnv(text: string): Record<string, string> {
  const lines = text.replace(/\r\n?/g, '\n');
  const values = new Map<string, string>();
  const names = new RegExp(NAME);
  for (let name = names.exec(lines); name; name = names.exec(lines)) {
    const value = matchAt(QUOTED, lines, names.lastIndex) ?? matchAt(BARE, lines, names.lastIndex) ?? '';
    values.set(name[1] ?? '', unquoted(value.trim()));
    names.lastIndex += value.length;
  }
  return Object.fromEntries(values);
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
