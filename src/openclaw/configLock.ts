/** The lock between the windows of this extension: a folder beside the config that one of them can make. */
import { mkdir, rmdir, rmdirSync, stat, utimes } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '../problem.ts';
import { lockedByAnother, lockLost } from './writeProblems.ts';

/** After this a lock counts as left behind by a window that was killed; a living one renews it in half the time. */
const staleMs = 3_000;
/** How long to wait for another window. More than a lock left behind needs to become stale. */
const patienceMs = 10_000;
const pollMs = 20;

/**
 * Does the work while holding the lock of the file `target`. The work calls `assertLocked` before it changes
 * anything: it throws when the process was held up for so long that another window took the lock over.
 * Throws a `ProblemError` when the lock can't be had in time, and the system's error when it can't be made.
 */
export async function withConfigLock<Result>(
  path: string,
  target: string,
  work: (assertLocked: () => void) => Promise<Result>,
): Promise<Result> {
  let isLost = false;
  const release = await acquire(path, target, () => (isLost = true));
  try {
    return await work(() => {
      if (isLost) throw new ProblemError(lockLost(path));
    });
  } finally {
    // What is done is done; a lock that can't be removed becomes stale.
    await release().catch(() => undefined);
  }
}

async function acquire(path: string, target: string, onLost: () => void): Promise<() => Promise<void>> {
  // Loaded at the first write: it takes some 20 ms and listens to the process's signals from then on.
  const { lock } = await import('proper-lockfile');
  // Not `<file>.lock`, which is a lock file of OpenClaw's own.
  const lockfilePath = `${target}.openclaw-bedrock.lock`;
  const options = {
    lockfilePath,
    realpath: false,
    stale: staleMs,
    onCompromised: onLost,
    // An object of its own for each lock: the library notes on it how exact the file system's times are.
    fs: { mkdir, rmdir, rmdirSync, stat, utimes },
  };
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await lock(target, options);
    } catch (error) {
      if (!isHeldByAnother(error as NodeJS.ErrnoException)) throw error;
      if (Date.now() > deadline) throw new ProblemError(lockedByAnother(path, lockfilePath));
    }
    await wait(pollMs);
  }
}

function isHeldByAnother({ code = '' }: NodeJS.ErrnoException): boolean {
  // A stale one that isn't empty can't be removed; Windows refuses one that is just being removed.
  const codes = ['ELOCKED', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'];
  if (process.platform === 'win32') codes.push('EPERM', 'EBUSY', 'EACCES');
  return codes.includes(code);
}
