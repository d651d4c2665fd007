/** Closes something once nobody uses it any more. */
export class LastUse {
  readonly #close: () => void;
  #users = 0;
  #isClosing = false;

  constructor(close: () => void) {
    this.#close = close;
  }

  /** Uses it. What is on its way is waited for; what begins later still works, and has it closed again. */
  async during<Result>(use: () => Promise<Result>): Promise<Result> {
    this.#users++;
    try {
      return await use();
    } finally {
      this.#users--;
      this.#closeIfIdle();
    }
  }

  /** Closes it now or, while it is used, after that. */
  close(): void {
    this.#isClosing = true;
    this.#closeIfIdle();
  }

  #closeIfIdle(): void {
    if (this.#isClosing && this.#users === 0) this.#close();
  }
}
