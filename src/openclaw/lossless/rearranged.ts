/**
 * An object or array with its items in another order, without some of them and with new ones. Those that stay keep
 * their text and the comments that are theirs, wherever they go; what is no item's stays where it is; whether a comma
 * stands behind the last one is kept; new items are laid out like their neighbours.
 */
import { rangeOf } from '../ranges.ts';
import { type Container, isFirstOnLine, isFull, type Item } from './container.ts';
import { breaksLine, indentAt } from './gaps.ts';
import type { JsonStyle, NewItem, Place } from './jsonStyle.ts';
import { Written } from './written.ts';

export interface SourceFile {
  readonly source: string;
  readonly style: JsonStyle;
}

export interface KeptItem {
  readonly item: Item;
  /** What its value becomes; default: what it is. */
  readonly text?: string;
}

/** Where the value of an item stands, or that of a new one beside it. */
export function placeOf({ source, style }: SourceFile, { items }: Container, item: Item): Place {
  const neighbour = items.findLast(({ value }) => isFull(value))?.value;
  return {
    indent: isFirstOnLine(item) ? indentAt(source, item.start) : undefined,
    isFlat: neighbour !== undefined && style.isOnOneLine(neighbour),
    trailingCommas: hasTrailingComma(items),
    quote: style.quoteOf(item.value),
    like: item.member,
  };
}

export class Rearranged {
  readonly #file: SourceFile;
  readonly #container: Container;
  readonly #written: Written;
  /** The places of the items that stay, to be dealt out in the order in which the items come now. */
  readonly #slots: number[];
  /** How many of the places have been dealt out, or are gone. */
  #passed = 0;
  #isEmpty = true;
  /** The one that stays and is before the next, or else behind it: what new ones look like. */
  #neighbour: Item;
  /** The comments beside the last item, still to be written. */
  #beside = '';

  /** `kept`: at least one, unless none of the container's items stays. */
  constructor(file: SourceFile, container: Container, kept: readonly Item[]) {
    const { source, style } = file;
    const { start, inside, items } = container;
    this.#file = file;
    this.#container = container;
    this.#slots = kept.map(({ index }) => index).sort((one, other) => other - one);
    this.#neighbour = kept[0] ?? (items[0] as Item);
    this.#written = new Written(style.eol + indentAt(source, start));
    this.#written.add(source.charAt(start));
    this.#written.addGap(source.slice(start + 1, inside));
  }

  addNew(item: NewItem, isLast: boolean): void {
    const place = placeOf(this.#file, this.#container, this.#neighbour);
    const { style } = this.#file;
    if (place.indent === undefined) {
      // A comment at the end of the line stays there.
      this.#written.add(this.#isEmpty ? this.#neighbour.separator : this.#gap);
    } else {
      this.#addBeside();
      this.#written.add(style.eol + place.indent);
    }
    this.#written.add(
      style.item(item, place) + (isLast && !hasTrailingComma(this.#container.items) ? '' : ','),
    );
    this.#isEmpty = false;
  }

  addKept({ item, text }: KeptItem, isLast: boolean): void {
    const { source } = this.#file;
    const slot = this.#slots.pop() ?? 0;
    this.#addBeside();
    for (const { loose } of this.#container.items.slice(this.#passed, slot + 1)) this.#written.addGap(loose);
    this.#written.add(this.#separator(slot));

    const [start, end] = rangeOf(item.value);
    this.#written.add(source.slice(item.from, start) + (text ?? source.slice(start, end)));
    this.#addComma(item, !isLast || hasTrailingComma(this.#container.items));
    this.#beside = source.slice(item.to + (item.hasComma ? 1 : 0), item.behind);
    this.#passed = slot + 1;
    this.#neighbour = item;
    this.#isEmpty = false;
  }

  /** The text, once all items are added. */
  end(): string {
    const { items, rest, end } = this.#container;
    this.#addBeside();
    for (const { loose } of items.slice(this.#passed)) this.#written.addGap(loose);
    this.#written.addGap(rest);
    this.#written.add(this.#file.source.charAt(end - 1));
    return this.#written.text;
  }

  /** The comma of an item, with the comments before it. */
  #addComma(item: Item, isNeeded: boolean): void {
    const comments = this.#file.source.slice(item.end, item.to);
    // What follows on the line of a comment would seem to be what it is about.
    const isBehindComments = item.hasComma || !isFirstOnLine(item);
    if (isNeeded && !isBehindComments) this.#written.add(',');
    this.#written.addGap(item.hasComma && !isNeeded ? comments.trimEnd() : comments);
    if (isNeeded && isBehindComments) this.#written.add(',');
  }

  #addBeside(): void {
    this.#written.addGap(this.#beside);
    this.#beside = '';
  }

  /** An item that moves up to where others are gone begins a line where they did. */
  #separator(slot: number): string {
    const { items } = this.#container;
    const own = items[slot]?.separator ?? '';
    if (breaksLine(own)) return own;
    if (slot === 0 && !this.#isEmpty) return this.#gap;
    return items[this.#passed]?.separator ?? own;
  }

  /** What stands between two items on one line. */
  get #gap(): string {
    const second = this.#container.items[1];
    return second && !isFirstOnLine(second) ? second.separator : this.#file.style.gap;
  }
}

function hasTrailingComma(items: readonly Item[]): boolean {
  return items.at(-1)?.hasComma ?? false;
}
