/** Follows symbolic links to the file that is to be written, so that the links stay. */
import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** As many links in a row as Linux follows. */
const mostLinks = 40;

/** The file behind any number of symbolic links, also when it, or its folder, is yet to be made. */
export async function linkTarget(path: string, linksLeft = mostLinks): Promise<string> {
  // A link is relative to the folder that it is really in.
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  const file = join(folder, basename(path));
  const target = await readlink(file).catch(() => undefined);
  if (target === undefined) return file;
  if (linksLeft === 0) {
    throw Object.assign(new Error(`Too many symbolic links: ${path}`), {
      code: 'ELOOP',
      syscall: 'readlink',
    });
  }
  return await linkTarget(resolve(folder, target), linksLeft - 1);
}
