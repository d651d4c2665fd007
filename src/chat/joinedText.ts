/**
 * Joins the deltas of one moment: the editor takes some 8,000 parts a second however small they are, a tenth
 * of what the SDK decodes, so what arrived together is passed on together.
 */
export class JoinedText {
  readonly #pass: (text: string) => void;
  #waiting = '';
  #turn: NodeJS.Immediate | undefined;
  #isFirst = true;

  constructor(pass: (text: string) => void) {
    this.#pass = pass;
  }

  /** The first delta goes through at once; later ones wait for the end of this turn of the event loop. */
  push(delta: string): void {
    this.#waiting += delta;
    if (this.#isFirst) {
      this.#isFirst = false;
      this.flush();
    } else {
      this.#turn ??= setImmediate(() => this.flush());
    }
  }

  /** Passes on what waits; call it before a part that must come after. */
  flush(): void {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    const text = this.#waiting;
    this.#waiting = '';
    if (text) this.#pass(text);
  }
}
