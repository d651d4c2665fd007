/** The words for everything that can keep OpenClaw's config from being written, each with the next step. */
import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';

/** What the system's own error means. */
export function notWritten(path: string, error: NodeJS.ErrnoException): Problem {
  const words = bySystemCode[error.code ?? ''] ?? unnamed;
  return {
    ...words(path, error.path === undefined ? dirname(path) : dirname(error.path)),
    fixes: [],
    details: error.message,
  };
}

type Words = (path: string, folder: string) => Pick<Problem, 'code' | 'title' | 'explanation'>;

const folderProtected: Words = (path, folder) => ({
  code: 'config-read-only',
  title: l10n.t('The folder of the OpenClaw config can’t be written'),
  explanation: l10n.t(
    'A new file must be made in {1} to change {0} safely, and you may not do that. Change the permissions of the folder, then try again.',
    path,
    folder,
  ),
});

const bySystemCode: Readonly<Record<string, Words>> = {
  ENOSPC: path => ({
    code: 'config-not-written',
    title: l10n.t('The disk is full'),
    explanation: l10n.t('{0} was left as it is. Free some space on its disk, then try again.', path),
  }),
  EDQUOT: path => ({
    code: 'config-not-written',
    title: l10n.t('Your disk quota is used up'),
    explanation: l10n.t(
      '{0} was left as it is. Delete some files of yours on its disk, then try again.',
      path,
    ),
  }),
  EROFS: path => ({
    code: 'config-read-only',
    title: l10n.t('The OpenClaw config is on a read-only file system'),
    explanation: l10n.t(
      '{0} was left as it is. Change it where the file system comes from, or mount that for writing.',
      path,
    ),
  }),
  EACCES: folderProtected,
  EPERM: folderProtected,
};

const unnamed: Words = path => ({
  code: 'config-not-written',
  title: l10n.t('The OpenClaw config can’t be written'),
  explanation: l10n.t(
    '{0} was left as it is. Check that you may write the file and its folder, then try again.',
    path,
  ),
});

export function writeProtected(path: string): Problem {
  return {
    code: 'config-read-only',
    title: l10n.t('The OpenClaw config is write-protected'),
    explanation: l10n.t(
      'You may not write {0}, so it was left as it is. Change the permissions of the file, then try again.',
      path,
    ),
    fixes: [],
  };
}

export function belongsToOthers(path: string): Problem {
  return {
    code: 'config-not-written',
    title: l10n.t('The OpenClaw config belongs to someone else'),
    explanation: l10n.t(
      'Writing {0} from here would take it away from its user or group, so it was left as it is. Change it as that user.',
      path,
    ),
    fixes: [],
  };
}

export function notAFile(path: string): Problem {
  return {
    code: 'config-not-written',
    title: l10n.t('The OpenClaw config is not a file'),
    explanation: l10n.t('{0} is a folder or a device. Choose another file, or move it out of the way.', path),
    fixes: [],
  };
}

export function lockedByAnother(path: string, lock: string): Problem {
  return {
    code: 'config-not-written',
    title: l10n.t('Another window is changing the OpenClaw config'),
    explanation: l10n.t(
      '{0} was left as it is. Try again in a moment; if no other window is at work, delete the folder {1} first.',
      path,
      lock,
    ),
    fixes: [],
  };
}

export function lockLost(path: string): Problem {
  return {
    code: 'config-not-written',
    title: l10n.t('Another window took over'),
    explanation: l10n.t('The editor was held up while changing {0}. Nothing was written; try again.', path),
    fixes: [],
  };
}

export function keepsChanging(path: string): Problem {
  return {
    code: 'config-changed-since',
    title: l10n.t('The OpenClaw config keeps changing'),
    explanation: l10n.t(
      'Something else wrote {0} each time it was about to be saved. Nothing was written; try again when that has ended.',
      path,
    ),
    fixes: [],
  };
}

export function changedSince(path: string): Problem {
  return {
    code: 'config-changed-since',
    title: l10n.t('The OpenClaw config has changed since'),
    explanation: l10n.t(
      'Taking the last change back would also undo what came after it in {0}. Change it by hand.',
      path,
    ),
    fixes: [{ label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }],
  };
}
