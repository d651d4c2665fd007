/** Random JSON5 texts as people write them: comments anywhere, all quotes, commas, indentations and line ends. */
import type { Random } from '../random.ts';

/** A text, and its scalars as they are written; each of those is in the text once. */
export interface RandomConfig {
  readonly text: string;
  /** From a scalar's value, made unique, to how it is written. */
  readonly literals: ReadonlyMap<string | number, string>;
}

const NAMES = [
  'agents',
  'defaults',
  'model',
  'models',
  'a',
  'b',
  'c',
  '$d',
  'two words',
  'x/y.z:0',
  "it's",
  'ü',
];
const BARE = /^[\p{L}$_][\p{L}\p{Nd}$_]*$/u;

export function randomConfig(random: Random): RandomConfig {
  const writer = new Writer(random);
  const text = writer.document();
  return { text, literals: writer.literals };
}

class Writer {
  readonly literals = new Map<string | number, string>();
  readonly #random: Random;
  readonly #eol: string;
  readonly #unit: string;
  readonly #comments: number;

  constructor(random: Random) {
    this.#random = random;
    this.#eol = random.chance(0.3) ? '\r\n' : '\n';
    this.#unit = random.pick(['  ', '    ', '\t']);
    this.#comments = random.pick([0, 0.1, 0.4]);
  }

  document(): string {
    const bom = this.#random.chance(0.1) ? '\uFEFF' : '';
    const end = this.#random.chance(0.8) ? this.#eol + this.#lines('') : '';
    return `${bom}${this.#lines('')}${this.#object('', 0)}${this.#beside()}${end}`;
  }

  #object(indent: string, depth: number): string {
    const random = this.#random;
    const count = random.below(depth === 0 ? 5 : 4);
    if (count === 0) return this.#empty(indent);
    const isInline = random.chance(depth === 0 ? 0.1 : 0.3);
    const inner = indent + this.#unit;
    const members = Array.from({ length: count }, () => this.#member(inner, depth));
    if (isInline) {
      const comma = random.pick(['', '', ',', ' ,']);
      const blank = random.pick(['', ' ']);
      return `{${blank}${members.join(random.pick([',', ', ']))}${comma}${this.#block()}${blank}}`;
    }

    const closing = random.chance(0.9) ? this.#eol + indent : ' ';
    const lines = members.map((member, index) => {
      const isLast = index === members.length - 1;
      const comma = isLast && random.chance() ? '' : this.#comma(inner);
      // A line comment would swallow a closing brace on its line.
      const beside = isLast && closing === ' ' ? this.#block() : this.#beside();
      const below = isLast && closing === ' ' ? '' : this.#commentLines(inner);
      return this.#commentLines(inner) + this.#eol + inner + member + comma + beside + below;
    });
    return `{${this.#beside()}${lines.join('')}${closing}}`;
  }

  #empty(indent: string): string {
    switch (this.#random.below(4)) {
      case 0:
        return '{}';
      case 1:
        return `{${this.#eol}${indent}}`;
      case 2:
        return `{${this.#commentLines(indent + this.#unit)}${this.#eol}${indent}}`;
      default:
        return `{${this.#random.chance(this.#comments) ? '/* empty */' : ''}}`;
    }
  }

  #member(indent: string, depth: number): string {
    const before = this.#random.pick(['', '', '', ' ']);
    const behind = this.#random.pick([' ', ' ', ' ', '']);
    const name = this.#name(this.#random.pick(NAMES));
    return `${name}${this.#block()}${before}:${this.#block()}${behind}${this.#value(indent, depth)}`;
  }

  #name(name: string): string {
    if (BARE.test(name) && this.#random.chance()) return name;
    return this.#random.chance() ? JSON.stringify(name) : `'${name.replaceAll("'", "\\'")}'`;
  }

  #value(indent: string, depth: number): string {
    const random = this.#random;
    if (depth < 4 && random.chance(0.5)) return this.#object(indent, depth + 1);
    if (random.chance(0.1)) return `[${this.#block()}${this.#scalar()}, ${this.#scalar()},${this.#block()}]`;
    if (random.chance(0.1)) return random.pick(['true', 'null', '[]', 'Infinity', '.5', '-1', '0xBEEF']);
    return this.#scalar();
  }

  #scalar(): string {
    const number = 1_000_000 + this.literals.size;
    if (this.#random.chance(0.3)) {
      this.literals.set(number, String(number));
      return String(number);
    }
    const text = `${this.#random.pick(['other/', '${VAR} ', '// no comment ', '', 'ü, { '])}${number}`;
    const quote = this.#random.pick(['"', "'"]);
    this.literals.set(text, quote + text + quote);
    return quote + text + quote;
  }

  #comma(indent: string): string {
    const isOnNextLine = this.#random.chance(0.05);
    return `${this.#block()}${isOnNextLine ? this.#eol + indent : ''},`;
  }

  #block(): string {
    return this.#random.chance(this.#comments / 2)
      ? this.#random.pick([' /* c */', '/* , } */', ' /**/ '])
      : '';
  }

  /** Comments behind something, to the end of its line. */
  #beside(): string {
    const block = this.#block();
    return this.#random.chance(this.#comments)
      ? `${block} ${this.#random.pick(['// c', "// { ' ,", '//'])}`
      : block;
  }

  /** Lines before the text begins or after it ends. */
  #lines(indent: string): string {
    const lines = this.#commentLines(indent);
    return lines ? lines.slice(this.#eol.length) + this.#eol : '';
  }

  #commentLines(indent: string): string {
    let lines = '';
    while (this.#random.chance(this.#comments)) {
      const line = this.#random.pick(['', '// c', '/* c */', `/* c${this.#eol}  c */ // d`, '// "a": 1,']);
      lines += this.#eol + (line && indent) + line;
    }
    return lines;
  }
}
