/**
 * Puts a text in a file's place, or takes the file away, by one rename or unlink: a kill at any moment leaves the
 * old file or the new one. No library has a hook right before its rename, where the file has to be looked at once more:
 * OpenClaw takes no lock of ours.
 */
import { constants, readFileSync, renameSync, type Stats, unlinkSync } from 'node:fs';
import { access, type FileHandle, lstat, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '../problem.ts';
import { keepBackup } from './backups.ts';
import { sweepTemporaries, syncFolder, writeTemporary } from './temporaryFile.ts';
import { belongsToOthers, notAFile, writeProtected } from './writeProblems.ts';

/** A config file that no other window of ours is at. */
export interface LockedFile {
  /** The config's path, which may be a symbolic link: backups are beside it, where OpenClaw has its own. */
  readonly path: string;
  /** The file behind it. */
  readonly target: string;
  /** Throws a `ProblemError` when the lock was lost. */
  readonly assertLocked: () => void;
}

/** For how long Windows is asked again when something has the file open. */
const longestWaitMs = 640;

/**
 * Replaces the text `from` by `to` (undefined: no file). False when the file does not hold `from` (any more);
 * throws a `ProblemError` or the system's error when it can't be replaced. Either way it is as it was.
 * Another hard link to it keeps the old text, as it does when OpenClaw writes.
 */
export async function replaceFile(
  file: LockedFile,
  from: string | undefined,
  to: string | undefined,
): Promise<boolean> {
  const { path, target } = file;
  const old = from === undefined ? undefined : Buffer.from(from);
  const stats = await writableFile(path, target);
  for (const name of new Set([target, path])) await sweepTemporaries(name);
  const temporary =
    to === undefined
      ? undefined
      : await writeTemporary(target, to, async handle => {
          if (stats) await keepOwnerAndMode(path, handle, stats);
        });
  try {
    // Looked at before the backup too, so that a text is not backed up for nothing.
    if (!holds(target, old)) return false;
    const next = to === undefined ? undefined : Buffer.from(to);
    if (old && stats) await keepBackup(path, old, next, stats);
    return await swap(file, old, temporary);
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true });
  }
}

/** What the file is like, or undefined where there is none. Throws where it may not be written. */
async function writableFile(path: string, target: string): Promise<Stats | undefined> {
  const stats = await lstat(target).catch(absent);
  if (!stats) return undefined;
  // A rename would turn a folder or a device into a file.
  if (!stats.isFile()) throw new ProblemError(notAFile(path));
  // A rename needs no right to write the file, but without that right it isn't meant to be changed.
  await access(target, constants.W_OK).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EROFS' ? error : new ProblemError(writeProtected(path));
  });
  return stats;
}

/** Refuses where owner or group can't be kept and someone would have other rights than before. */
async function keepOwnerAndMode(path: string, handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const made = await handle.stat();
  if (made.uid !== uid || made.gid !== gid) {
    await handle.chown(uid, gid).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
      const isGroupLikeOthers = ((mode >> 3) & 7) === (mode & 7);
      if (made.uid !== uid || !isGroupLikeOthers) throw new ProblemError(belongsToOthers(path));
    });
  }
  if (made.mode !== mode) await handle.chmod(mode & 0o7777);
}

/** False when the file does not hold the old bytes any more. */
async function swap(
  { target, assertLocked }: LockedFile,
  old: Buffer | undefined,
  temporary: string | undefined,
): Promise<boolean> {
  for (let waitMs = 10; ; waitMs *= 2) {
    assertLocked();
    // In one go with the rename, so that hardly anything can come in between.
    if (!holds(target, old)) return false;
    try {
      if (temporary === undefined) unlinkSync(target);
      else renameSync(temporary, target);
      break;
    } catch (error) {
      if (!isInUse(error as NodeJS.ErrnoException) || waitMs > longestWaitMs) throw error;
    }
    await wait(waitMs);
  }
  await syncFolder(dirname(target));
  return true;
}

function holds(file: string, bytes: Buffer | undefined): boolean {
  const now = bytesOf(file);
  return now === undefined || bytes === undefined ? now === bytes : now.equals(bytes);
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    absent(error as NodeJS.ErrnoException);
    return undefined;
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Windows refuses to replace a file that is open elsewhere, such as in a virus scanner. */
function isInUse({ code = '' }: NodeJS.ErrnoException): boolean {
  return process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
}
