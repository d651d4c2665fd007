/** Reads a config file's text, byte order mark and all. */
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../problem.ts';

/** Refuses bytes that are not UTF-8, since writing them back would change them; keeps a byte order mark. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, or undefined where there is no such file. Throws a `ProblemError` when it can't be read. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return utf8.decode(await readFile(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ProblemError({
      code: 'config-unreadable',
      title: l10n.t('The OpenClaw config can’t be read'),
      explanation: l10n.t(
        '{0} can’t be opened, or is not UTF-8 text. Check who may read it, or choose another file.',
        path,
      ),
      fixes: [{ label: l10n.t('Choose Config'), command: 'openclawBedrock.chooseConfig' }],
      details: message,
    });
  }
}
