/**
 * Backups in OpenClaw's way: `openclaw.json.bak` is the text before the last write, `.bak.1` to `.bak.4` are the
 * ones before, all of them private. They are beside the config's path even where that is a symbolic link, since
 * OpenClaw looks for them there.
 */
import type { Stats } from 'node:fs';
import { chmod, lstat, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeTemporary } from './temporaryFile.ts';

/** From the newest to the oldest. */
const endings = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'];

/**
 * Keeps the config's text as the newest backup. Like OpenClaw, goes on where that can't be done; but throws the
 * system's error where the disk is full, since the config would be next.
 */
export async function keepBackup(path: string, text: Buffer, owner: Stats): Promise<void> {
  try {
    await addBackup(path, text, owner);
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
