/**
 * Where a cursor stands in a config that is being typed: told from the tokens, since the text need not parse. Every
 * text is taken; what is missing or too much leaves the nearest guess.
 */
import type { Path } from '../openclaw/jsonValue.ts';

export interface Cursor {
  /** Whether a name of a member, or a value, is to be typed here. */
  readonly kind: 'name' | 'value';
  /** Of the object that a name would be in, or of the value. */
  readonly path: Path;
  /** What is typed there already, quotes and all; empty where nothing is. */
  readonly start: number;
  readonly end: number;
  /** The same without quotes and escapes. */
  readonly typed: string;
  /** The quote it begins with. */
  readonly quote: '"' | "'" | undefined;
  /** Names that the object has already, or texts that the array has. */
  readonly present: readonly string[];
  /** Whether a colon stands behind it, so that a name has its value already. */
  readonly hasColon: boolean;
  /** Whether something follows that a comma has to part from it. */
  readonly needsComma: boolean;
  readonly writing: Writing;
}

/** How the file writes what can be written in several ways. */
export interface Writing {
  readonly quote: '"' | "'";
  readonly hasBareNames: boolean;
}

/** Undefined in comments, and outside of all objects and arrays. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const tokens = tokensOf(text);
  const touching = tokens.find(token => isTouching(token, offset));
  if (touching?.type === 'comment') return undefined;

  const visible = tokens.filter(({ type }) => type !== 'comment');
  const start = touching?.start ?? offset;
  const before = visible.filter(token => token.end <= start);
  const after = visible.filter(token => token !== touching && token.start >= start);
  const nesting = new Nesting();
  for (const token of before) nesting.take(token);
  const { innermost } = nesting;
  if (!innermost) return undefined;

  const next = after[0];
  const hasColon = next?.text === ':';
  const isName = innermost.kind === 'object' && (innermost.state !== 'value' || hasColon);
  return {
    kind: isName ? 'name' : 'value',
    path: isName ? innermost.path : [...innermost.path, innermost.step],
    start,
    end: touching ? (touching.isOpen ? offset : touching.end) : offset,
    typed: touching ? contentOf(touching.text) : '',
    quote: touching?.type === 'string' ? (touching.text[0] as '"' | "'") : undefined,
    present: [...innermost.texts, ...textsBehind(nesting, innermost, after)],
    hasColon,
    needsComma: next !== undefined && !'}],:'.includes(next.text),
    writing: writingOf(visible),
  };
}

/** By the first string and the first name of the file. */
function writingOf(tokens: readonly Token[]): Writing {
  const name = tokens.find((token, index) => token.type !== 'mark' && tokens[index + 1]?.text === ':');
  const string = tokens.find(({ type }) => type === 'string');
  return { quote: string?.text.startsWith("'") ? "'" : '"', hasBareNames: name?.type === 'word' };
}

interface Token {
  readonly type: 'comment' | 'string' | 'mark' | 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A string without its closing quote, or a comment that goes on to the end of its line or of the file. */
  readonly isOpen: boolean;
}

/** Comments, strings (to the end of the line where they are not closed), marks, and all else by words. */
const TOKEN =
  /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|"(?:\\\r\n|\\[^]|[^"\\\r\n])*"?|'(?:\\\r\n|\\[^]|[^'\\\r\n])*'?|[{}[\],:]|[^\s{}[\],:"'/]+|\//g;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: found, index }) => {
    const type = typeOf(found);
    return { type, text: found, start: index, end: index + found.length, isOpen: isOpen(type, found) };
  });
}

function typeOf(text: string): Token['type'] {
  const [first = ''] = text;
  if ('"\''.includes(first)) return 'string';
  if ('{}[],:'.includes(first)) return 'mark';
  return /^\/[/*]/.test(text) ? 'comment' : 'word';
}

function isOpen(type: Token['type'], text: string): boolean {
  if (type === 'comment') return text.startsWith('//') || text.length < 4 || !text.endsWith('*/');
  return (
    type === 'string' &&
    (text.length < 2 || !text.endsWith(text.charAt(0)) || /(^|[^\\])(\\\\)*\\.$/.test(text))
  );
}

/** Whether typing at the offset changes this token; behind a closing quote it does not. */
function isTouching({ type, start, end, isOpen }: Token, offset: number): boolean {
  if (type === 'mark' || offset <= start) return false;
  return offset < end || (offset === end && (type === 'word' || isOpen));
}

interface Container {
  readonly kind: 'object' | 'array';
  readonly path: Path;
  /** The name or the index of what is read now. */
  step: string | number;
  /** What an object expects next. */
  state: 'name' | 'colon' | 'value' | 'comma';
  readonly texts: string[];
  /** The value that came last: a colon behind it makes it a name. */
  value?: string;
}

/** The objects and arrays around the tokens taken so far. */
class Nesting {
  readonly #containers: Container[] = [];

  get innermost(): Container | undefined {
    return this.#containers.at(-1);
  }

  has(container: Container): boolean {
    return this.#containers.includes(container);
  }

  take({ text, type }: Token): void {
    if (text === '{' || text === '[') this.#open(text === '{' ? 'object' : 'array');
    else if (text === '}' || text === ']') this.#close(text === '}' ? 'object' : 'array');
    else if (this.innermost) follow(this.innermost, text, type);
  }

  #open(kind: Container['kind']): void {
    const outer = this.innermost;
    const path = outer ? [...outer.path, outer.step] : [];
    if (outer) outer.state = 'comma';
    this.#containers.push({ kind, path, step: kind === 'array' ? 0 : '', state: 'name', texts: [] });
  }

  /** Closes what is open in it too; a bracket that nothing opened closes nothing. */
  #close(kind: Container['kind']): void {
    const at = this.#containers.findLastIndex(container => container.kind === kind);
    if (at >= 0) this.#containers.length = at;
  }
}

function follow(container: Container, text: string, type: Token['type']): void {
  if (container.kind === 'array') {
    if (text === ',') container.step = Number(container.step) + 1;
    else if (type === 'string') container.texts.push(contentOf(text));
    return;
  }
  if (text === ',') container.state = 'name';
  else if (text === ':') {
    if (container.state === 'comma' && container.value !== undefined) begin(container, container.value);
    container.state = 'value';
  } else if (container.state === 'value') {
    container.value = contentOf(text);
    container.state = 'comma';
  } else {
    // A name, or, where a comma is missing, the next one.
    begin(container, contentOf(text));
    container.state = 'colon';
  }
}

function begin(container: Container, name: string): void {
  container.step = name;
  container.texts.push(name);
}

function textsBehind(nesting: Nesting, container: Container, tokens: readonly Token[]): string[] {
  const count = container.texts.length;
  for (const token of tokens) {
    nesting.take(token);
    if (!nesting.has(container)) break;
  }
  return container.texts.slice(count);
}

function contentOf(text: string): string {
  return /^["']/.test(text) ? text.replace(/^(["'])([^]*?)\1?$/, '$2').replace(/\\(.)/g, '$1') : text;
}
