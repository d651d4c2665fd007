/**
 * Large texts, cut down to what an edit concerns. `json5` and the syntax tree take a second or more for 5 MB, so runs
 * of members that no edit touches are stood for by one short member, and put back as they were afterwards.
 *
 * What `json5` reads from the short text holds for the long one too: it goes through a text character by character,
 * and where it is behind a run of members does not depend on which members they are.
 */
import type { Path } from '../jsonValue.ts';
import type { Edit } from './editValue.ts';
import { skimItems, type SkimmedItem, skimRoot } from './skim.ts';

/** From this many characters on, it is worth it. */
export const LARGE = 250_000;

export interface Condensed {
  readonly text: string;
  /** The long text for a short one that was edited. */
  restore(edited: string): string;
}

/** `text`: an object that `json5` has accepted. What has up to `short` characters is left whole. */
export function condense(text: string, edits: readonly Edit[], short = 500): Condensed {
  const cutter = new Cutter(text, short);
  const paths = edits.flatMap(edit => ('moveTo' in edit ? [edit.path, edit.moveTo] : [edit.path]));
  if (paths.every(path => path.length > 0)) cutter.cutObject(skimRoot(text), paths);
  const { cuts } = cutter;

  let name = 'omitted';
  const added = JSON.stringify(edits);
  while (text.includes(name) || added.includes(name)) name += '_';
  const pieces = cuts.map(({ start, isElement }, index) => {
    const before = text.slice(cuts[index - 1]?.end ?? 0, start);
    return before + (isElement ? `{${name}${index}e:0}` : `${name}${index}:0`);
  });
  return {
    text: pieces.join('') + text.slice(cuts.at(-1)?.end ?? 0),
    restore(edited) {
      let restored = 0;
      const long = edited.replace(
        new RegExp(`\\{${name}(\\d+)e:0\\}|${name}(\\d+):0`, 'g'),
        (_, element?: string, member?: string) => {
          const cut = cuts[Number(element ?? member)];
          restored++;
          return cut ? text.slice(cut.start, cut.end) : '';
        },
      );
      if (restored !== cuts.length) throw new Error('Something would be lost.');
      return long;
    },
  };
}

/** A run of items that is left out. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly isElement: boolean;
}

class Cutter {
  /** In the order in which they stand in the text. */
  readonly cuts: Cut[] = [];
  readonly #text: string;
  readonly #short: number;

  constructor(text: string, short: number) {
    this.#text = text;
    this.#short = short;
  }

  /** Leaves out the members that are on no path, but for the first and the last, which others are laid out like. */
  cutObject(start: number, paths: readonly Path[]): void {
    const items = skimItems(this.#text, start);
    const names = new Set(paths.map(([name]) => name));
    let run: SkimmedItem | undefined;
    for (const [index, item] of items.entries()) {
      if (!names.has(item.name) && index > 0 && index < items.length - 1) {
        run ??= item;
        continue;
      }
      this.#cut(run, items[index - 1]);
      run = undefined;
      const below = paths.filter(([name]) => name === item.name).map(path => path.slice(1));
      if (below.length === 0) this.#cutInside(item);
      else if (below.every(path => path.length > 0) && this.#text.charAt(item.valueStart) === '{') {
        this.cutObject(item.valueStart, below);
      }
    }
  }

  /** Leaves out all that an object or array holds. */
  #cutInside({ valueStart, end }: SkimmedItem): void {
    const bracket = this.#text.charAt(valueStart);
    if (end - valueStart <= this.#short || (bracket !== '{' && bracket !== '[')) return;
    const items = skimItems(this.#text, valueStart);
    this.#cut(items[0], items.at(-1), bracket === '[');
  }

  #cut(first: SkimmedItem | undefined, last: SkimmedItem | undefined, isElement = false): void {
    if (!first || !last || last.end - first.start <= this.#short) return;
    this.cuts.push({ start: first.start, end: last.end, isElement });
  }
}
