/** What comes of faults where the editor is closed, killed or started anew: the extension host is a process. */
import { type Rows, WHOLE } from './rows.ts';

const NO_FAULT = 'A start takes what the files hold: see there.';

export const editorRestart = {
  refused: { why: NO_FAULT },
  reset: { why: NO_FAULT },
  slow: {
    done: 'a process that holds the lock of the config is killed: the next start waits for it',
    sees: [WHOLE],
    keeps: 'The config as it was',
    provenIn: 'lock.test.ts',
  },
  cut: {
    done: 'a kill at any moment of a write of the config, of a list of models, and of an answer',
    sees: [WHOLE],
    keeps: 'The old file or the new one, whole; no request goes on',
  },
  garbage: { why: NO_FAULT },
  'wrong content type': { why: NO_FAULT },
  oversized: { why: NO_FAULT },
  'duplicate events': { why: 'A start is one.' },
  'clock skew': { why: NO_FAULT },
  'disk full': { why: NO_FAULT },
  'read-only': { why: NO_FAULT },
  'deleted underfoot': { why: NO_FAULT },
  'two windows': {
    done: 'a window is killed while another one writes the same list',
    sees: [WHOLE],
    keeps: 'The list of the other one, whole',
  },
} as const satisfies Rows;
