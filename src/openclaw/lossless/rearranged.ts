/**
 * An object or array with its items in another order, without some of them and with new ones. Those that stay keep
 * their text and the comments that are theirs, wherever they go; what is no item's stays where it is; whether a comma
 * stands behind the last one is kept; new items are laid out like their neighbours.
 */
import { rangeOf } from '../ranges.ts';
import { type Container, isFirstOnLine, type Item } from './container.ts';
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
export function placeOf({ source, style }: SourceFile, { items, sample }: Container, item: Item): Place {
  return {
    indent: isFirstOnLine(item) ? indentAt(source, item.start) : undefined,
    isFlat: sample !== undefined && style.isOnOneLine(sample),
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
  /** The one that stays and is before the next, or else behind it: what new ones look like. */
  #neighbour: Item;
  /** What was added last, its comma still to be written: the comments before that, and whether it begins a line. */
  #last:
    { readonly comments: string; readonly hasComma: boolean; readonly isFirstOnLine: boolean } | undefined;
  /** The comments beside the last item that stays, still to be written. */
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

  addNew(item: NewItem): void {
    const { style } = this.#file;
    const place = placeOf(this.#file, this.#container, this.#neighbour);
    const isFirst = this.#last === undefined;
    if (place.indent === undefined) {
      // A comment at the end of the line stays there.
      this.#addComma(false);
      this.#written.add(isFirst ? this.#neighbour.separator : this.#gap);
    } else {
      this.#addComma(true);
      this.#addBeside();
      this.#written.add(style.eol + place.indent);
    }
    this.#written.add(style.item(item, place));
    this.#last = { comments: '', hasComma: false, isFirstOnLine: place.indent !== undefined };
  }

  addKept({ item, text }: KeptItem): void {
    const { source } = this.#file;
    const slot = this.#slots.pop() ?? 0;
    const separator = this.#separator(slot);
    this.#addComma(breaksLine(separator));
    this.#addBeside();
    for (const { loose } of this.#container.items.slice(this.#passed, slot + 1)) this.#written.addGap(loose);
    this.#written.add(separator);

    const [start, end] = rangeOf(item.value);
    this.#written.add(source.slice(item.from, start) + (text ?? source.slice(start, end)));
    this.#passed = slot + 1;
    this.#neighbour = item;
    this.#last = {
      comments: source.slice(item.end, item.to),
      hasComma: item.hasComma,
      isFirstOnLine: breaksLine(separator),
    };
    this.#beside = source.slice(item.to + (item.hasComma ? 1 : 0), item.behind);
  }

  /** The text, once all items are added. */
  end(): string {
    const { items, rest, end } = this.#container;
    this.#addComma(undefined);
    this.#addBeside();
    for (const { loose } of items.slice(this.#passed)) this.#written.addGap(loose);
    this.#written.addGap(rest);
    this.#written.add(this.#file.source.charAt(end - 1));
    return this.#written.text;
  }

  /** The comma behind the last item, with the comments before it. `isNextOnNewLine`: undefined where none follows. */
  #addComma(isNextOnNewLine: boolean | undefined): void {
    if (!this.#last) return;
    const { comments, hasComma, isFirstOnLine } = this.#last;
    const isNeeded = isNextOnNewLine !== undefined || hasTrailingComma(this.#container.items);
    // Beside others, a comment behind the comma would not seem to be about the item any more.
    const isBehindComments = hasComma || !isFirstOnLine || !isNextOnNewLine;
    if (isNeeded && !isBehindComments) this.#written.add(',');
    this.#written.addGap(isNeeded ? comments : comments.trimEnd());
    if (isNeeded && isBehindComments) this.#written.add(',');
  }

  #addBeside(): void {
    this.#written.addGap(this.#beside);
    this.#beside = '';
  }

  /** What stands before an item in a place. One that moves up to where others are gone begins a line as they did. */
  #separator(slot: number): string {
    const { items } = this.#container;
    const own = items[slot]?.separator ?? '';
    if (breaksLine(own)) return own;
    if (slot === 0 && this.#last) return this.#gap;
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
