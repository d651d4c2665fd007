/** Temporary files beside a config. They hold its secrets: private from their first byte, swept away if left. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What follows the config's name; nothing like `.bak.*`, which OpenClaw 2026.5.7 deletes. */
const ending = /^\.openclaw-bedrock-[0-9a-f]{16}\.tmp$/;

/**
 * Writes a new file beside `file`, through to the disk, and resolves to its path. `finish` gives it its owner and
 * mode; until then it is the user's alone. Leaves nothing behind when it throws.
 */
export async function writeTemporary(
  file: string,
  content: string | Buffer,
  finish: (handle: FileHandle) => Promise<void>,
): Promise<string> {
  const temporary = `${file}.openclaw-bedrock-${randomBytes(8).toString('hex')}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await finish(handle);
    await handle.sync();
    await handle.close();
    return temporary;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes what killed writers left beside `file`. Only for who holds its lock. */
export async function sweepTemporaries(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => []);
  const left = names.filter(
    name => name.startsWith(basename(file)) && ending.test(name.slice(basename(file).length)),
  );
  // One that can't be removed doesn't stand in the way of writing.
  for (const name of left) await rm(join(dirname(file), name)).catch(() => undefined);
}

/** Makes a rename outlast a power cut, where the system can (Windows can't). The rename itself is done by now. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is written all the same.
  }
}
