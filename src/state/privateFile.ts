/** Files for this user alone: written so that no other can read them, and read only if no other had a hand in them. */
import { randomBytes } from 'node:crypto';
import { constants, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes. The largest list of models has 0.4 million. */
const LIMIT = 16_000_000;

/** Files on their way, and how old one is, in milliseconds, that whoever wrote it was ended before its end. */
const TEMPORARY = /\.json\.[0-9a-f]{16}$/;
const ABANDONED = 60_000;

/** The text; undefined for what is no plain file, is too large, or could have been written by another user. */
export async function readPrivate(path: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    // Windows has neither users nor modes here.
    const user = process.getuid?.();
    const isOwn = user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
    return isOwn && stats.isFile() && stats.size <= LIMIT ? await file.readFile('utf8') : undefined;
  } finally {
    await file.close();
  }
}

/**
 * In one go, in the place of whatever stood there. `write-file-atomic` follows a link there, and takes a write that a
 * full disk has cut short for a whole one.
 */
export async function writePrivate(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await sweep(dirname(path));
}

/** Another window may do the same, or go on with its own. */
async function sweep(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter(each => TEMPORARY.test(each))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > ABANDONED) await rm(path, { force: true });
  }
}
