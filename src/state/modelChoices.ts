/** What a person chose about models: favourites, what is hidden or offered in the chat, and how the tree is arranged. */
import * as vscode from 'vscode';
import { type Grouping, GROUPINGS, type Sorting, SORTINGS } from '../bedrock/models/arrangement.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import type { Memory } from '../editor/memory.ts';

/** What outlives a reload. */
export interface RememberedChoices {
  /** Keys of models. */
  readonly favourites?: readonly string[];
  /** By key: false for models that are hidden, true for those that are shown in the chat too. */
  readonly shown?: Readonly<Record<string, boolean>>;
  readonly grouping?: Grouping;
  readonly sorting?: Sorting;
}

export class ModelChoices extends Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Fires when there is another choice of favourites, or of what is shown. */
  readonly onDidChangeChoice: vscode.Event<void>;
  readonly #memory: Memory<RememberedChoices>;
  readonly #log: Log;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #choiceChanged = this.register(new vscode.EventEmitter<void>());
  #remembered: RememberedChoices;
  #filter = '';
  #showsHidden = false;

  constructor(memory: Memory<RememberedChoices>, log: Log) {
    super();
    this.#memory = memory;
    this.#log = log;
    this.#remembered = memory.get() ?? {};
    this.onDidChange = this.#changed.event;
    this.onDidChangeChoice = this.#choiceChanged.event;
  }

  get hasFavourites(): boolean {
    return (this.#remembered.favourites?.length ?? 0) > 0;
  }

  isFavourite(key: string): boolean {
    return this.#remembered.favourites?.includes(key) ?? false;
  }

  /** True or false where somebody said so. */
  isShown(key: string): boolean | undefined {
    const { shown = {} } = this.#remembered;
    return Object.hasOwn(shown, key) ? shown[key] : undefined;
  }

  get grouping(): Grouping {
    return GROUPINGS.find(each => each === this.#remembered.grouping) ?? 'provider';
  }

  get sorting(): Sorting {
    return SORTINGS.find(each => each === this.#remembered.sorting) ?? 'name';
  }

  /** Words that every model in the tree has; blank: all models are there. It lasts until the window is closed. */
  get filter(): string {
    return this.#filter;
  }

  /** Whether hidden models are in the tree all the same; until the window is closed. */
  get showsHidden(): boolean {
    return this.#showsHidden;
  }

  setFavourite(keys: readonly string[], isFavourite: boolean): void {
    const others = (this.#memory.get()?.favourites ?? []).filter(key => !keys.includes(key));
    this.#remember({ favourites: isFavourite ? [...others, ...keys] : others });
    this.#choiceChanged.fire();
  }

  /** Shows models in the tree and in the chat, or hides them from both. */
  setShown(keys: readonly string[], isShown: boolean): void {
    const chosen = Object.fromEntries(keys.map(key => [key, isShown]));
    this.#remember({ shown: { ...this.#memory.get()?.shown, ...chosen } });
    this.#choiceChanged.fire();
  }

  arrange(arrangement: Pick<RememberedChoices, 'grouping' | 'sorting'>): void {
    this.#remember(arrangement);
  }

  setFilter(filter: string): void {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.#changed.fire();
  }

  setShowsHidden(showsHidden: boolean): void {
    this.#showsHidden = showsHidden;
    this.#changed.fire();
  }

  #remember(choice: RememberedChoices): void {
    // Another window may have chosen meanwhile.
    this.#remembered = { ...this.#memory.get(), ...choice };
    inBackground(this.#memory.set(this.#remembered), this.#log);
    this.#changed.fire();
  }
}
