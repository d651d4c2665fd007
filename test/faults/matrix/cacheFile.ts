/** What comes of faults in the file that keeps a list of models for the next window. */
import { type Rows, WHOLE } from './rows.ts';

const ASKED_ANEW = 'nothing: the list is asked for anew';
const NOT_KEPT = 'nothing: a line in the log';
const NO_LINE = 'There is no connection.';

export const cacheFile = {
  refused: {
    done: 'the file, and the folder, belong to another user',
    sees: [ASKED_ANEW],
    keeps: 'The file, as it is',
  },
  reset: { why: NO_LINE },
  slow: {
    why: 'Nobody waits for it: it is written in the background, and a list that came from Bedrock goes before it.',
  },
  cut: {
    done: 'the file ends at random bytes',
    sees: [ASKED_ANEW],
    keeps: 'The next list is written over it',
  },
  garbage: {
    done: 'random bytes in its place, and bytes of it changed',
    sees: [ASKED_ANEW, WHOLE],
    keeps: 'The next list is written over it',
  },
  'wrong content type': {
    done: 'JSON of another form; a folder in its place',
    sees: [ASKED_ANEW],
    keeps: 'The list in memory',
  },
  oversized: {
    done: '20,000 models; 16 MB of blanks',
    sees: [WHOLE, ASKED_ANEW],
    keeps: 'The list',
  },
  'duplicate events': { why: 'It is read once a window.' },
  'clock skew': {
    done: 'a list from the future, and one of forty years ago',
    sees: [ASKED_ANEW, WHOLE],
    keeps: 'An old list is shown until a new one has come',
  },
  'disk full': {
    done: 'a disk with room for part of a new list',
    sees: [NOT_KEPT],
    keeps: 'The old list, whole',
  },
  'read-only': {
    done: 'a read-only file system',
    sees: [NOT_KEPT],
    keeps: 'The old list, whole',
  },
  'deleted underfoot': {
    done: 'the folder is deleted before a read and before a write',
    sees: [ASKED_ANEW, WHOLE],
    keeps: 'The list, in a new folder',
  },
  'two windows': {
    done: 'two processes that write all the time, while it is read',
    sees: [WHOLE],
    keeps: 'One of the two lists, whole',
  },
} as const satisfies Rows;
