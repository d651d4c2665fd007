/** Writes OpenClaw's config whole or not at all: a running gateway reads the file at every change. */
import { constants } from 'node:fs';
import { access, mkdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import writeFileAtomic from 'write-file-atomic';
import { ProblemError } from '../problem.ts';

/**
 * Replaces the file's text, keeping mode, owner and a symbolic link; a new file is private (0600). Throws a
 * `ProblemError` when the file no longer holds `before` (undefined: there was none) or can't be written.
 */
export async function writeConfig(path: string, before: string | undefined, after: string): Promise<void> {
  try {
    const target = await targetOf(path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const now = await readFile(target, 'utf8').catch(absent);
    if (now !== before) throw new ProblemError(changedMeanwhile(path));
    if (now !== undefined) await access(target, constants.W_OK);
    await writeFileAtomic(target, after, now === undefined ? { mode: 0o600 } : {});
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(notWritable(path, error as Error));
  }
}

/** Takes a file away again. Throws a `ProblemError` when that can't be done. */
export async function removeConfig(path: string): Promise<void> {
  await rm(await targetOf(path)).catch((error: unknown) => {
    throw new ProblemError(notWritable(path, error as Error));
  });
}

/** The file behind a symbolic link, also when that file is yet to be made. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const target = await readlink(path).catch(() => undefined);
    return target === undefined ? path : resolve(dirname(path), target);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function changedMeanwhile(path: string) {
  return {
    code: 'config-changed-since' as const,
    title: l10n.t('The OpenClaw config has changed meanwhile'),
    explanation: l10n.t('Something else wrote {0} at the same time. Nothing was written; try again.', path),
    fixes: [],
  };
}

function notWritable(path: string, error: Error) {
  return {
    code: 'config-not-written' as const,
    title: l10n.t('The OpenClaw config can’t be written'),
    explanation: l10n.t(
      '{0} was left as it is. Check that you may write the file and its folder, then try again.',
      path,
    ),
    fixes: [],
    details: error.message,
  };
}
