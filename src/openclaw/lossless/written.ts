/** Text that is put together from pieces of another, of which none may end up inside a line comment. */
import { breaksLine, endsInLineComment } from './gaps.ts';

export class Written {
  text = '';
  #isInLineComment = false;
  readonly #newLine: string;

  /** `newLine`: a line end and an indentation, for where a piece would end up in a comment otherwise. */
  constructor(newLine: string) {
    this.#newLine = newLine;
  }

  /** A piece that does not end in a comment. */
  add(piece: string): void {
    if (!piece) return;
    const [blanks = ''] = /^[^\S\n\r\u2028\u2029]*/.exec(piece) ?? [];
    const isSafe = !this.#isInLineComment || breaksLine(piece.charAt(blanks.length));
    this.text += isSafe ? piece : this.#newLine + piece.slice(blanks.length);
    this.#isInLineComment = false;
  }

  /** White space and comments. */
  addGap(gap: string): void {
    if (!gap) return;
    this.add(gap);
    this.#isInLineComment = endsInLineComment(gap);
  }
}
