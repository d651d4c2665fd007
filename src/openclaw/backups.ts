/**
 * Backups in OpenClaw's way: `openclaw.json.bak` is the text before the last write, `.bak.1` to `.bak.4` are the
 * ones before, all of them private; there is no `.bak` where OpenClaw would put it in the place of a much smaller
 * config (`looksDamaged`). They are beside the config's path even where that is a symbolic link, since
 * OpenClaw looks for them there.
 */
import type { Stats } from 'node:fs';
import { chmod, lstat, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeTemporary } from './temporaryFile.ts';

/** From the newest to the oldest. */
const endings = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'];

/** From this many bytes on, OpenClaw 2026.9.6 takes a config for damaged that has shrunk to less than half. */
const shrinkable = 512;

/**
 * Keeps the config's text as the newest backup, before it becomes `next` (undefined: the file goes). Like OpenClaw,
 * goes on where that can't be done; but throws the system's error where the disk is full, since the config would be
 * next.
 */
export async function keepBackup(
  path: string,
  text: Buffer,
  next: Buffer | undefined,
  owner: Stats,
): Promise<void> {
  try {
    await addBackup(path, text, owner);
    if (next && (await looksDamaged(path, next.length))) await rotate(endings.map(ending => path + ending));
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function addBackup(path: string, text: Buffer, { uid, gid }: Stats): Promise<void> {
  const [newest = '', ...older] = endings.map(ending => path + ending);
  // It is there already when a writer was killed, or stopped, between its backup and its rename.
  const latest = await readFile(newest).catch(() => undefined);
  if (latest?.equals(text)) {
    await makePrivate(newest);
    return;
  }
  const temporary = await writeTemporary(path, text, async handle => {
    await handle.chown(uid, gid).catch(() => undefined);
  });
  try {
    await rotate([newest, ...older]);
    await rename(temporary, newest);
    await syncFolder(dirname(path));
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Whether OpenClaw may take the text that comes next for what is left of a larger one, and put `.bak` in its place.
 * It remembers sizes from before the last write, and does nothing without a `.bak`: the newest one is `.bak.1` then.
 */
async function looksDamaged(path: string, bytes: number): Promise<boolean> {
  const backups = await Promise.all(endings.map(ending => lstat(path + ending).catch(() => undefined)));
  return backups.some(backup => backup && backup.size >= shrinkable && bytes < Math.floor(backup.size / 2));
}

/**
 * Moves each backup one on, and the last one out. Where one is missing, those after it stay (OpenClaw would move
 * the gap on): a rotation that was interrupted is thus finished by the next, and loses no further backup.
 */
async function rotate(slots: readonly string[]): Promise<void> {
  const isTaken = await Promise.all(slots.map(slot => lstat(slot).catch(() => undefined)));
  const gap = isTaken.indexOf(undefined);
  for (let to = gap === -1 ? slots.length - 1 : gap; to > 0; to--) {
    const from = slots[to - 1] ?? '';
    await makePrivate(from);
    await rename(from, slots[to] ?? '');
  }
}

/** Not possible where another user made it, such as OpenClaw run by root. */
async function makePrivate(backup: string): Promise<void> {
  await chmod(backup, 0o600).catch(() => undefined);
}
