/** Files for this user alone: written so that no other can read them, and read only if no other had a hand in them. */
import { randomBytes } from 'node:crypto';
import { constants, open, rename, rm, writeFile } from 'node:fs/promises';

/** Bytes. The largest list of models has 0.4 million. */
const LIMIT = 16_000_000;

/** The text; undefined for what is no plain file, is too large, belongs to another user, or is open to others. */
export async function readPrivate(path: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    // Windows has neither users nor modes here.
    const user = process.getuid?.();
    const isOwn = user === undefined || (stats.uid === user && (stats.mode & 0o077) === 0);
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
}
