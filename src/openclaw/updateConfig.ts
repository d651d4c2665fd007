/**
 * Changes OpenClaw's config file safely: one of our windows at a time, whole or not at all (a running gateway
 * reads the file at every change), and never over a text that the change was not made from.
 */
import { mkdir, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ProblemError } from '../problem.ts';
import { withConfigLock } from './configLock.ts';
import { linkTarget } from './linkTarget.ts';
import { readText } from './readText.ts';
import { type LockedFile, replaceFile } from './replaceFile.ts';
import { changedSince, keepsChanging, notWritten } from './writeProblems.ts';

export interface ConfigUpdate {
  /** Undefined when the file was made. */
  readonly before: string | undefined;
  readonly after: string;
}

/** How often a change is made anew when something else keeps writing the file meanwhile. */
const attempts = 5;

/**
 * Has `change` make the file's new text from its text (undefined: there is no file), and writes it: mode, owner
 * and symbolic links are kept, a new file is private (0600), the text before is kept as a backup. `change` is
 * called again when something else wrote the file meanwhile; what it throws is thrown on, and nothing is written.
 * Resolves to undefined when `change` had nothing to change. Throws a `ProblemError` when it can't be written.
 */
export async function updateConfig(
  path: string,
  change: (before: string | undefined) => Promise<string | undefined>,
): Promise<ConfigUpdate | undefined> {
  return await alone(path, async file => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await readText(file.target);
      const after = await change(before);
      if (after === undefined || after === before) return undefined;
      if (await replaceFile(file, before, after)) return { before, after };
    }
    throw new ProblemError(keepsChanging(path));
  });
}

/**
 * Puts the text `before` back (undefined: removes the file) where the file still holds `after`. Throws a
 * `ProblemError` when it doesn't, or can't be written; the text taken back is kept as a backup.
 */
export async function restoreConfig(path: string, after: string, before: string | undefined): Promise<void> {
  const isRestored = await alone(path, file => replaceFile(file, after, before));
  if (!isRestored) throw new ProblemError(changedSince(path));
}

/** Does the work while no other window of ours is at the file, and words what the system refuses. */
async function alone<Result>(path: string, work: (file: LockedFile) => Promise<Result>): Promise<Result> {
  try {
    const target = await linkTarget(path);
    const folder = dirname(target);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      return await withConfigLock(path, target, assertLocked => work({ path, target, assertLocked }));
    } finally {
      if (made !== undefined) await removeWhereEmpty(folder, made);
    }
  } catch (error) {
    throw isSystemError(error) ? new ProblemError(notWritten(path, error)) : error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Takes the folders made for a file away again, from the lowest to `top`, where it came to no file. */
async function removeWhereEmpty(folder: string, top: string): Promise<void> {
  try {
    await rmdir(folder);
    if (folder !== top) await removeWhereEmpty(dirname(folder), top);
  } catch {
    // The file is in it.
  }
}
