/** Sets a variable in a `.env` text and leaves every other byte of it alone. */
import { isDeepStrictEqual } from 'node:util';
import { assignmentsIn, parseDotEnv } from './dotEnv.ts';

/** Values that neither this reader nor a shell reads anything into. */
const PLAIN = /^[\w./:@+-]+$/;

/**
 * The text with `name` set to `value`: in the assignment that counts, else in a line of its own at the end. Undefined
 * where no way of writing it reads as that and leaves the other variables as they are.
 */
export function withVariable(text: string, name: string, value: string): string | undefined {
  const wanted = { ...parseDotEnv(text), [name]: value };
  return candidates(text, name, value).find(each => isDeepStrictEqual(parseDotEnv(each), wanted));
}

function candidates(text: string, name: string, value: string): string[] {
  const written = assignmentsIn(text).findLast(each => each.name === name)?.range;
  if (written) return writings(value).map(each => text.slice(0, written[0]) + each + text.slice(written[1]));
  const lines = writings(value).map(each => `${name}=${each}`);
  // A last line that is cut off can become an assignment by what follows it.
  return [...lines.map(line => withLastLine(text, line)), ...lines.map(line => withFirstLine(text, line))];
}

/** The ways to write a value, the one that other readers understand best first. */
function writings(value: string): string[] {
  const quotes = ["'", '"', '`'].filter(quote => !value.includes(quote));
  const quoted = quotes.map(quote => quote + value + quote);
  return PLAIN.test(value) ? [value, ...quoted] : [...quoted, value];
}

function withLastLine(text: string, line: string): string {
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  return text + (isOpen ? lineEnd(text) : '') + line + lineEnd(text);
}

function withFirstLine(text: string, line: string): string {
  return text.replace(/^\uFEFF?/, mark => mark + line + lineEnd(text));
}

function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
