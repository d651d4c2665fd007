/** Offers the next step of what went wrong in the chat, which itself shows words alone. */
import { inBackground } from '../editor/background.ts';
import type { Log } from '../editor/log.ts';
import { notifyProblem } from '../editor/notify.ts';
import type { Problem } from '../problem.ts';

/** Milliseconds in which the same is not said again: an agent asks for titles and summaries beside its work. */
const QUIET = 60_000;

/** Sign-ins have a prompt of their own, and trying again is asking again, perhaps a little later. */
const TOLD_ELSEWHERE: readonly Problem['code'][] = [
  'credentials-expired',
  'throttled',
  'service-error',
  'unreachable',
  'unexpected',
];

export class Troubles {
  readonly #log: Log;
  readonly #told = new Map<string, number>();

  constructor(log: Log) {
    this.#log = log;
  }

  tell(problem: Problem): void {
    const { code, title } = problem;
    if (TOLD_ELSEWHERE.includes(code)) return;
    const last = this.#told.get(title) ?? -Infinity;
    if (Date.now() - last < QUIET) return;
    this.#told.set(title, Date.now());
    inBackground(notifyProblem(problem), this.#log);
  }
}
