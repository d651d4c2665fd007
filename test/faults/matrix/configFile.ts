/** What comes of faults in OpenClaw's config file. */
import { type Rows, WHOLE } from './rows.ts';

const AS_IT_WAS = 'Every byte of the file and of its backups';
const MALFORMED = 'config-malformed: The OpenClaw config has a syntax error';
const UNREADABLE = 'config-unreadable: The OpenClaw config can’t be read';

export const configFile = {
  refused: {
    done: 'a file of another user or group, a read-only folder and a write-protected file',
    sees: [
      'config-read-only: The folder of the OpenClaw config can’t be written',
      'config-read-only: The OpenClaw config is write-protected',
      'config-not-written: The OpenClaw config belongs to someone else',
    ],
    keeps: AS_IT_WAS,
    provenIn: 'permissions.test.ts',
  },
  reset: { why: 'There is no connection.' },
  slow: {
    done: 'a window that takes its time with the lock, and one that sleeps meanwhile',
    sees: [WHOLE, 'config-not-written: Another window took over'],
    keeps: 'Both changes, or the first and a message',
    provenIn: 'lock.test.ts',
  },
  cut: {
    done: 'the file ends at random bytes, and is then to be edited',
    sees: [MALFORMED, WHOLE],
    keeps: 'What is there, until a person has mended it',
  },
  garbage: {
    done: 'random bytes in its place, and bytes of it changed',
    sees: [WHOLE, MALFORMED, UNREADABLE],
    keeps: 'What is there',
  },
  'wrong content type': {
    done: 'a list, a number, a page and a folder in its place',
    sees: [MALFORMED, UNREADABLE],
    keeps: 'What is there',
  },
  oversized: {
    done: 'configs of 1 MB and of 500 levels are edited',
    sees: [WHOLE, MALFORMED],
    keeps: 'Every other byte of it',
  },
  'duplicate events': {
    done: 'a member that is there twice is edited; the same edit is made twice',
    sees: [WHOLE],
    keeps: 'What OpenClaw reads: the last of them',
  },
  'clock skew': {
    done: 'a lock from the future, which never becomes stale',
    sees: ['config-not-written: Another window is changing the OpenClaw config'],
    keeps: AS_IT_WAS,
    provenIn: 'lock.test.ts',
  },
  'disk full': {
    done: 'a disk that runs out of room, or of files, at each point of a write',
    sees: [WHOLE, 'config-not-written: The disk is full'],
    keeps: AS_IT_WAS,
    provenIn: 'disk.test.ts',
  },
  'read-only': {
    done: 'a read-only file system',
    sees: ['config-read-only: The OpenClaw config is on a read-only file system'],
    keeps: AS_IT_WAS,
    provenIn: 'disk.test.ts',
  },
  'deleted underfoot': {
    done: 'the file, or its folder, is deleted while it is edited',
    sees: [WHOLE, 'config-not-written: The OpenClaw config can’t be written'],
    keeps: 'The edit, made anew in an empty config; where the folder is gone, nothing is made',
  },
  'two windows': {
    done: 'two processes write at the same moment, again and again',
    sees: [WHOLE],
    keeps: 'Both edits',
    provenIn: 'race.test.ts',
  },
} as const satisfies Rows;
