/** Puts a file in another's place in one go. Needed by nothing that only reads: import it with `import()`. */
import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * A kill or a full disk leaves the old file or the new one; throws the system's error where it can't be written.
 * `write-file-atomic` takes a write that a full disk has cut short for a whole one, and puts half a file in place.
 */
export async function writeAtomically(
  path: string,
  text: string,
  { mode }: { readonly mode: number },
): Promise<void> {
  const temporary = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, text, { mode, flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
