/** Notices when a stream stays silent for too long: the SDK waits for ever. */
export class SilenceWatch {
  readonly #limit: number;
  readonly #onSilence: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isSilent = false;

  /** `limit` in milliseconds. */
  constructor(limit: number, onSilence: () => void) {
    this.#limit = limit;
    this.#onSilence = onSilence;
  }

  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** Begins anew where it has begun. */
  start(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#isSilent = true;
      this.#onSilence();
    }, this.#limit);
  }

  /** The same items; each is a sign of life. A generator in between would cost more than all else here. */
  listen<Item>(items: AsyncIterable<Item>): AsyncIterable<Item> {
    return {
      [Symbol.asyncIterator]: () => {
        const iterator = items[Symbol.asyncIterator]();
        return {
          next: () => {
            this.#timer?.refresh();
            return iterator.next();
          },
          return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
        };
      },
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
