/** How a JSON5 file is written (indentation, quotes, line ends, commas), so that what is added looks at home. */
import type { MemberNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import type { JsonObject, JsonValue } from '../jsonValue.ts';
import { rangeOf } from '../ranges.ts';
import { type ContainerNode, isFull, valuesIn } from './container.ts';
import { breaksLine, indentAt } from './gaps.ts';

/** Where a value is to stand. */
export interface Place {
  /** The indentation of the line that the value starts on; undefined: everything on one line. */
  readonly indent: string | undefined;
  /** Whether an object that holds scalars only is written on one line all the same. */
  readonly isFlat?: boolean;
  readonly trailingCommas?: boolean;
  /** A string that is written like this already, wherever it turns up in the value. */
  readonly kept?: { readonly value: JsonValue | undefined; readonly text: string } | undefined;
  /** The quote of strings; default: the file's. */
  readonly quote?: string | undefined;
  /** The member whose name and colon are the model. */
  readonly like?: MemberNode | undefined;
}

/** A member to be written, or an element, which has no name. */
export interface NewItem {
  readonly name: string | undefined;
  readonly value: JsonValue;
}

/** Flat objects and arrays that would make a line longer than this are written over several. */
const FLAT_WIDTH = 100;

/** Bare names that the syntax tree's parser, or an older reader, takes for values. */
const KEYWORDS = ['true', 'false', 'null', 'NaN', 'Infinity'];

export class JsonStyle {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** True when the whole file is one line. */
  readonly isInline: boolean;
  readonly trailingCommas: boolean;
  /** What stands behind a comma on one line. */
  readonly gap: string;
  /** The quote of string values. */
  readonly #quote: string;
  /** What stands inside the brackets of objects and arrays on one line. */
  readonly #padding: Readonly<Record<ContainerNode['type'], string>>;
  /** Whether arrays of scalars are written on one line. */
  readonly #flatArrays: boolean;
  readonly #source: string;
  readonly #firstMember: MemberNode | undefined;
  /** How a string is written, so that OpenClaw reads it as it is. */
  readonly #literal: (text: string) => string;

  constructor(source: string, root: ObjectNode, literal: (text: string) => string) {
    this.#source = source;
    this.#literal = literal;
    this.#firstMember = root.members.find(mayBeBare) ?? root.members[0];
    this.eol = /\r\n|[\n\r]/.exec(source)?.[0] ?? '\n';
    const [first] = root.members;
    this.unit = (first && indentAt(source, rangeOf(first)[0])) || '  ';
    this.trailingCommas = /,\s*\}\s*$/.test(source.slice(-1000));
    this.#quote = this.#firstQuote(root) ?? '"';

    this.isInline = root.members.length > 0 && !breaksLine(source.trim());
    this.gap = this.isInline && !/[:,]\s/.test(source) ? '' : ' ';
    const object = firstContainer(root, node => node.type === 'Object' && this.isOnOneLine(node));
    const array = firstContainer(root, node => node.type === 'Array' && this.isOnOneLine(node));
    this.#padding = {
      Object: object ? this.#paddingOf(object) : this.gap,
      Array: array ? this.#paddingOf(array) : '',
    };
    const scalars = firstContainer(root, node => node.type === 'Array' && !valuesIn(node).some(isFull));
    this.#flatArrays = scalars !== undefined && this.isOnOneLine(scalars);
  }

  /** `name: value`, with the quotes and blanks of the member it stands beside, or an element. */
  item({ name, value }: NewItem, place: Place): string {
    const { like = this.#firstMember } = place;
    return (name === undefined ? '' : this.#name(name, like) + this.#colon(like)) + this.print(value, place);
  }

  /** A value; objects and arrays over several lines unless they are empty, or the place or the file has them flat. */
  print(value: JsonValue, place: Place): string {
    if (typeof value === 'string' && value === place.kept?.value) return place.kept.text;
    if (typeof value === 'string') return quoted(this.#literal(value), place.quote ?? this.#quote);
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value !== 'object' || value === null) return String(value);

    const { indent, isFlat = false, trailingCommas = false } = place;
    if (indent === undefined) return this.#flat(value, place);
    if (holdsScalarsOnly(value) && (Array.isArray(value) ? this.#flatArrays : isFlat)) {
      const flat = this.#flat(value, { ...place, indent: undefined });
      if (indent.length + flat.length <= FLAT_WIDTH) return flat;
    }
    const inner = { ...place, indent: indent + this.unit, isFlat: false, like: firstMemberOf(place.like) };
    const items = itemsOf(value).map(item => this.item(item, inner));
    const [open, close] = brackets(value);
    if (items.length === 0) return open + close;
    const line = this.eol + inner.indent;
    return `${open}${line}${items.join(`,${line}`)}${trailingCommas ? ',' : ''}${this.eol}${indent}${close}`;
  }

  isOnOneLine(node: ValueNode): boolean {
    return !breaksLine(this.#source.slice(...rangeOf(node)));
  }

  /** The quote of a string; undefined for anything else. */
  quoteOf(node: ValueNode | MemberNode['name']): string | undefined {
    return node.type === 'String' ? this.#source.charAt(rangeOf(node)[0]) : undefined;
  }

  #flat(value: JsonValue[] | JsonObject, place: Place): string {
    const [open, close] = brackets(value);
    const inner = { ...place, like: firstMemberOf(place.like) };
    const items = itemsOf(value).map(item => this.item(item, inner));
    const padding = items.length === 0 ? '' : this.#padding[Array.isArray(value) ? 'Array' : 'Object'];
    return open + padding + items.join(`,${this.gap}`) + padding + close;
  }

  /** The quote of the first string value, else of the first quoted name. */
  #firstQuote(node: ValueNode | MemberNode['name']): string | undefined {
    if (node.type === 'Object') {
      return firstOf(node.members, ({ name, value }) => this.#firstQuote(value) ?? this.#firstQuote(name));
    }
    if (node.type === 'Array') return firstOf(node.elements, ({ value }) => this.#firstQuote(value));
    return this.quoteOf(node);
  }

  #paddingOf(node: ContainerNode): string {
    return /[ \t]/.test(this.#source.charAt(rangeOf(node)[0] + 1)) ? ' ' : '';
  }

  #name(name: string, like: MemberNode | undefined): string {
    if (like?.name.type === 'Identifier' && isBare(name)) return name;
    return quoted(name, (like && this.quoteOf(like.name)) ?? this.#quote);
  }

  #colon(like: MemberNode | undefined): string {
    if (!like) return ': ';
    const between = this.#source.slice(rangeOf(like.name)[1], rangeOf(like.value)[0]);
    return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
  }
}

/** The first object or array, from the outside inwards, that holds something and is what is sought. */
function firstContainer(
  node: ValueNode,
  isSought: (node: ContainerNode) => boolean,
): ContainerNode | undefined {
  if (!isFull(node)) return undefined;
  return isSought(node) ? node : firstOf(valuesIn(node), value => firstContainer(value, isSought));
}

function holdsScalarsOnly(value: JsonValue[] | JsonObject): boolean {
  return Object.values(value).every(
    item => typeof item !== 'object' || item === null || Object.keys(item).length === 0,
  );
}

/** What the members of its value are written like. */
function firstMemberOf(member: MemberNode | undefined): MemberNode | undefined {
  return member?.value.type === 'Object' ? member.value.members.find(mayBeBare) : undefined;
}

/** Whether its name is quoted only if that is the style, and not because it has to be. */
function mayBeBare({ name }: MemberNode): boolean {
  return name.type === 'Identifier' || isBare(name.value);
}

function isBare(name: string): boolean {
  return /^[A-Za-z$_][\w$]*$/.test(name) && !KEYWORDS.includes(name);
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function itemsOf(value: JsonValue[] | JsonObject): NewItem[] {
  return Array.isArray(value)
    ? value.map(item => ({ name: undefined, value: item }))
    : Object.entries(value).map(([name, item]) => ({ name, value: item }));
}

function brackets(value: JsonValue): readonly [open: string, close: string] {
  return Array.isArray(value) ? ['[', ']'] : ['{', '}'];
}

function quoted(text: string, quote: string): string {
  const json = JSON.stringify(text).replace(/[\u2028\u2029]/g, end =>
    end === '\u2028' ? '\\u2028' : '\\u2029',
  );
  return quote === "'" ? `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : json;
}
