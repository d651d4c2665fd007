/**
 * JSON5 texts as people write them, and odder ones: comments anywhere, all quotes, commas, indentations and line
 * ends. Each comment is there once, and so is each string that is not odd.
 */
import fc from 'fast-check';

export interface ConfigText {
  readonly text: string;
  /** How each string that is there once is written, by its value. */
  readonly literals: ReadonlyMap<string, string>;
  /** Whether an object has two members of one name. */
  readonly hasDuplicates: boolean;
}

export function configText({ mayWrap = true } = {}): fc.Arbitrary<ConfigText> {
  return fc
    .tuple(file, container('object', 4))
    .map(([style, root]) => new Writer({ ...style, mayWrap }).document(root));
}

interface File {
  /** Without, objects and arrays have one item a line, or all on one. */
  readonly mayWrap?: boolean;
  readonly eol: string;
  readonly unit: string;
  readonly bom: string;
  /** Without, it is plain of comments. */
  readonly hasComments: boolean;
  readonly mayHaveDuplicates: boolean;
  readonly above: readonly Line[];
  readonly below: readonly Line[];
  readonly lastEol: boolean;
}

type Line = 'blank' | 'line' | 'block' | 'two lines' | 'block and line';

interface Container {
  readonly kind: 'object' | 'array';
  readonly layout: 'block' | 'one line' | 'wrapped';
  readonly items: readonly Item[];
  readonly padding: string;
  readonly hasTrailingComma: boolean;
  readonly beside: Beside;
  readonly foot: readonly Line[];
  readonly closesOnLastLine: boolean;
}

type Beside = 'nothing' | 'block' | 'line' | 'two lines' | 'block and line';

interface Item {
  readonly above: readonly Line[];
  readonly name: string;
  readonly nameQuote: '' | '"' | "'";
  readonly before: boolean;
  readonly colon: string;
  readonly afterColon: boolean;
  readonly value: Value;
  readonly afterValue: boolean;
  readonly comma: string;
  readonly beside: Beside;
}

type Value = Container | { readonly kind: 'string'; readonly start: string; readonly quote: '"' | "'" } | Odd;

interface Odd {
  readonly kind: 'odd';
  readonly text: string;
}

const NAMES = [
  'a',
  'b',
  'c',
  'agents',
  'defaults',
  '$d',
  'two words',
  'x/y.z:0',
  "it's",
  'ü',
  '__proto__',
  '1',
  '"',
];
const STARTS = ['other/', '${HOME} ', '$${HOME} ', '// no comment ', '/* ', 'ü😀, { ', ''];
const ODD = [
  ...['true', 'false', 'null', 'Infinity', '-Infinity', 'NaN', '.5', '5.', '+1', '-1', '0xBEEF', '1e3', '-0'],
  ...['"\\u0041\\x42\\v\\0"', "'\\a\\'\\\"'", '"two\\\nlines"', "'\\\r\\\r\n'", '"\u00A0\\u2028"', "''"],
];

const lines = fc.array(
  fc.constantFrom<Line>('blank', 'line', 'line', 'block', 'two lines', 'block and line'),
  {
    maxLength: 3,
  },
);
const beside = mostly<Beside>('nothing', 'line', 'line', 'block', 'two lines', 'block and line');

const file: fc.Arbitrary<File> = fc.record({
  eol: mostly('\n', '\r\n', '\r\n', '\r'),
  unit: fc.constantFrom('  ', '    ', '\t', ''),
  bom: mostly('', '\uFEFF'),
  hasComments: fc.boolean(),
  mayHaveDuplicates: mostly(false, true),
  above: lines,
  below: lines,
  lastEol: fc.boolean(),
});

function container(kind: Container['kind'], depth: number): fc.Arbitrary<Container> {
  return fc.record({
    kind: fc.constant(kind),
    layout: fc.constantFrom<Container['layout']>('block', 'block', 'one line', 'wrapped'),
    items: fc.array(item(depth), { maxLength: depth === 4 ? 5 : 4 }),
    padding: fc.constantFrom('', ' '),
    hasTrailingComma: fc.boolean(),
    beside,
    foot: mostly<readonly Line[]>([], ['line'], ['blank'], ['blank', 'block', 'line']),
    closesOnLastLine: mostly(false, true),
  });
}

function item(depth: number): fc.Arbitrary<Item> {
  return fc.record({
    above: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: lines }),
    name: fc.constantFrom(...NAMES),
    nameQuote: fc.constantFrom('', '', '"', "'"),
    before: mostly(false, true),
    colon: mostly(': ', ':', ' : ', '\t:\t'),
    afterColon: mostly(false, true),
    value: value(depth),
    afterValue: mostly(false, true),
    comma: mostly('', ' ', '\n'),
    beside,
  });
}

function value(depth: number): fc.Arbitrary<Value> {
  const string = fc.record({
    kind: fc.constant('string' as const),
    start: fc.constantFrom(...STARTS),
    quote: fc.constantFrom('"' as const, "'" as const),
  });
  const odd = fc.record({ kind: fc.constant('odd' as const), text: fc.constantFrom(...ODD) });
  if (depth === 0) return fc.oneof({ weight: 3, arbitrary: string }, { weight: 1, arbitrary: odd });
  return fc.oneof(
    { weight: 3, arbitrary: string },
    { weight: 1, arbitrary: odd },
    { weight: 3, arbitrary: container('object', depth - 1) },
    { weight: 2, arbitrary: container('array', depth - 1) },
  );
}

/** The first one in three of four cases. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

class Writer {
  readonly #file: File;
  readonly #literals = new Map<string, string>();
  #comments = 0;
  #hasDuplicates = false;

  constructor(style: File) {
    this.#file = style;
  }

  document(root: Container): ConfigText {
    const { bom, above, below, eol, lastEol } = this.#file;
    const lead = above.map(line => this.#line(line, '') + eol).join('');
    const end =
      (lastEol ? eol : '') + (lastEol ? below.map(line => this.#line(line, '') + eol).join('') : '');
    const text = bom + lead + this.#container(root, '') + end;
    return { text, literals: this.#literals, hasDuplicates: this.#hasDuplicates };
  }

  #container(node: Container, indent: string): string {
    const [open, close] = node.kind === 'object' ? ['{', '}'] : ['[', ']'];
    const named = { ...node, items: this.#named(node.items) };
    return open + (node.layout === 'one line' ? this.#oneLine(named) : this.#block(named, indent)) + close;
  }

  #named(items: readonly Item[]): Item[] {
    const names = new Set<string>();
    return items.map((each, index) => {
      const isTaken = names.has(each.name);
      names.add(each.name);
      if (isTaken && !this.#file.mayHaveDuplicates) return { ...each, name: `${each.name}${index}` };
      this.#hasDuplicates ||= isTaken;
      return each;
    });
  }

  #oneLine({ kind, items, padding, hasTrailingComma }: Container): string {
    const written = items.map((each, index) => {
      const text = this.#item(kind, { ...each, comma: each.comma === '\n' ? '' : each.comma }, '');
      const comma = index < items.length - 1 || hasTrailingComma ? each.comma.replace('\n', '') + ',' : '';
      return text + (each.afterValue ? this.#blockComment() : '') + comma;
    });
    return padding + written.join(padding) + padding;
  }

  #block(node: Container, indent: string): string {
    const { eol, unit } = this.#file;
    const { kind, items, layout, hasTrailingComma, foot, closesOnLastLine } = node;
    const inner = indent + unit;
    let text = this.#beside(node.beside);
    // Nothing may follow a line comment on its line.
    let isOnNewLine = true;
    for (const [index, each] of items.entries()) {
      const isWrapped = layout === 'wrapped' && this.#file.mayWrap;
      isOnNewLine ||= !isWrapped || index % 2 === 0;
      if (isOnNewLine) text += each.above.map(line => eol + this.#line(line, inner)).join('') + eol + inner;
      else text += ' ';
      text += this.#item(kind, each, inner) + (each.afterValue ? this.#blockComment() : '');
      if (index < items.length - 1 || hasTrailingComma) text += each.comma.replace('\n', eol + inner) + ',';
      const isAtEnd = !isWrapped || index % 2 === 1;
      const note = isAtEnd ? this.#beside(each.beside) : '';
      text += note;
      isOnNewLine = note !== '';
    }
    if (closesOnLastLine && items.length > 0 && !isOnNewLine) return text + ' ';
    return text + foot.map(line => eol + this.#line(line, inner)).join('') + eol + indent;
  }

  #item(
    kind: Container['kind'],
    { before, name, nameQuote, colon, afterColon, value }: Item,
    indent: string,
  ): string {
    const lead = before ? this.#blockComment() : '';
    if (kind === 'array') return lead + this.#value(value, indent);
    return `${lead}${written(name, nameQuote)}${colon}${afterColon ? this.#blockComment() : ''}${this.#value(value, indent)}`;
  }

  #value(value: Value, indent: string): string {
    if (value.kind === 'odd') return value.text;
    if (value.kind !== 'string') return this.#container(value, indent);
    const text = `${value.start}${this.#literals.size}!`;
    const literal = value.quote + text + value.quote;
    this.#literals.set(text, literal);
    return literal;
  }

  #line(line: Line, indent: string): string {
    if (line === 'blank' || !this.#file.hasComments) return '';
    if (line === 'line') return indent + this.#lineComment();
    if (line === 'two lines') return indent + this.#twoLines();
    return indent + this.#blockComment() + (line === 'block and line' ? ' ' + this.#lineComment() : '');
  }

  #beside(beside: Beside): string {
    if (beside === 'nothing' || !this.#file.hasComments) return '';
    if (beside === 'line') return ' ' + this.#lineComment();
    if (beside === 'two lines') return ' ' + this.#twoLines();
    return this.#blockComment() + (beside === 'block and line' ? ' ' + this.#lineComment() : '');
  }

  #lineComment(): string {
    return `// { ' " /* ${this.#comments++};`;
  }

  #twoLines(): string {
    return `/* a: 1,${this.#file.eol} ${this.#comments++}; */`;
  }

  #blockComment(): string {
    return this.#file.hasComments ? ` /* , ' } // ${this.#comments++}; */ ` : '';
  }
}

function written(name: string, quote: Item['nameQuote']): string {
  if (quote === '' && /^[\p{L}$_][\p{L}\p{Nd}$_]*$/u.test(name)) return name;
  const used = quote || '"';
  return used + name.replaceAll(used, `\\${used}`) + used;
}
