/** Work that nobody waits for. */
import { ProblemError } from '../problem.ts';
import type { Log } from './log.ts';

/** Lets it run; what it fails with is in the log, and troubles nobody else. */
export function inBackground(
  work: PromiseLike<unknown> | undefined,
  log: Pick<Log, 'info' | 'problem'>,
): void {
  Promise.resolve(work).catch((error: unknown) => {
    if (error instanceof ProblemError) log.problem(error.problem);
    else
      log.info(`Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`);
  });
}
