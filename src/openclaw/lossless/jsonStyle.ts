/** How a JSON5 file is written (indentation, quotes, line ends, commas), so that what is added looks at home. */
import type { MemberNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { rangeOf } from './ranges.ts';
import type { JsonValue } from './jsonValue.ts';

interface Layout {
  /** The indentation of the line that the value starts on; undefined: everything on one line. */
  readonly indent: string | undefined;
  readonly trailingCommas?: boolean;
  /** The quote of strings; default: the file's. */
  readonly quote?: string;
}

export class JsonStyle {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** The quote of string values. */
  readonly quote: string;
  /** True when the whole file is one line. */
  readonly isInline: boolean;
  readonly trailingCommas: boolean;
  readonly #source: string;
  readonly #firstMember: MemberNode | undefined;

  constructor(source: string, root: ObjectNode) {
    this.#source = source;
    this.#firstMember = root.members[0];
    this.eol = source.includes('\r\n') ? '\r\n' : '\n';
    this.isInline = root.members.length > 0 && !source.trim().includes('\n');
    this.quote = this.#firstQuote(root) ?? '"';
    this.unit = (this.#firstMember && indentAt(source, rangeOf(this.#firstMember)[0])) || '  ';
    this.trailingCommas = /,\s*\}\s*$/.test(source);
  }

  /** `name: value`, with the quotes and spaces of the member it stands beside. */
  member(
    name: string,
    value: JsonValue,
    { like = this.#firstMember, ...layout }: Layout & { like?: MemberNode | undefined },
  ): string {
    const colon = like ? this.#colonOf(like) : ': ';
    return this.#name(name, like) + colon + this.print(value, layout);
  }

  /** A value; objects and arrays over several lines unless they are empty or the layout is one line. */
  print(value: JsonValue, layout: Layout): string {
    if (typeof value === 'string') return quoted(value, layout.quote ?? this.quote);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);

    const { indent, trailingCommas = false } = layout;
    const inner = { ...layout, indent: indent === undefined ? undefined : indent + this.unit };
    const items = Array.isArray(value)
      ? value.map(item => this.print(item, inner))
      : Object.entries(value).map(([name, item]) => this.member(name, item, inner));
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    if (items.length === 0) return `${open ?? ''}${close ?? ''}`;
    if (inner.indent === undefined) return `${open ?? ''} ${items.join(', ')} ${close ?? ''}`;
    const line = this.eol + inner.indent;
    return `${open ?? ''}${line}${items.join(`,${line}`)}${trailingCommas ? ',' : ''}${this.eol}${indent ?? ''}${close ?? ''}`;
  }

  /** The quote of the first string value, else of the first quoted name. */
  #firstQuote(node: ValueNode | MemberNode['name']): string | undefined {
    switch (node.type) {
      case 'String':
        return this.#source.charAt(rangeOf(node)[0]);
      case 'Array':
        return node.elements.map(({ value }) => this.#firstQuote(value)).find(Boolean);
      case 'Object':
        return node.members
          .map(({ name, value }) => this.#firstQuote(value) ?? this.#firstQuote(name))
          .find(Boolean);
      default:
        return undefined;
    }
  }

  #name(name: string, like: MemberNode | undefined): string {
    if (like?.name.type === 'Identifier' && /^[\p{L}$_][\p{L}\p{Nd}$_]*$/u.test(name)) return name;
    const quote = like?.name.type === 'String' ? this.#source.charAt(rangeOf(like.name)[0]) : this.quote;
    return quoted(name, quote);
  }

  #colonOf({ name, value }: MemberNode): string {
    const between = this.#source.slice(rangeOf(name)[1], rangeOf(value)[0]);
    return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
  }
}

/** The white space that the line of `offset` begins with. */
export function indentAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? '';
}

function quoted(text: string, quote: string): string {
  const json = JSON.stringify(text);
  return quote === "'" ? `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : json;
}
