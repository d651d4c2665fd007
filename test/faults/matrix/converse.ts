/** What comes of faults while a model answers. */
import { type Rows, WHOLE } from './rows.ts';

const CUT = 'stream-cut: The answer was cut off';
const DAMAGED = 'stream-damaged: The answer arrived damaged';
const NOT_BEDROCK = 'not-bedrock: The answer is not from Bedrock';
const SO_FAR = 'What came before it stays in the chat; calls only where they are whole';
const NOTHING_WRITTEN = 'Nothing is written to the disk.';

export const converse = {
  refused: {
    done: 'nobody listens; each refusal of the service, once and for good; an exception at every event',
    sees: [
      WHOLE,
      'unreachable: Bedrock can’t be reached',
      'permission-missing: Permission missing: bedrock:InvokeModelWithResponseStream',
      'throttled: Bedrock is throttling this account',
      'service-error: Bedrock has a problem',
      'request-refused: Bedrock refused the request',
      'model-unknown: Model not known in us-east-1',
    ],
    keeps: `${SO_FAR}. Before anything came, it is asked for again`,
  },
  reset: {
    done: 'a TCP reset before the answer, once and for good',
    sees: [WHOLE, 'unreachable: Bedrock can’t be reached'],
    keeps: 'The question; it is asked again up to three times',
  },
  slow: {
    done: 'silence at every frame boundary; frames that come one by one for longer than the limit of silence',
    sees: [WHOLE, 'stream-silent: Bedrock has gone silent'],
    keeps: SO_FAR,
  },
  cut: {
    done: 'the connection closes, or the body ends in good order, at every frame boundary and at random bytes',
    sees: [WHOLE, CUT, 'unreachable: Bedrock can’t be reached'],
    keeps: `${SO_FAR}. Before anything came, it is asked for again`,
  },
  garbage: {
    done: 'random bytes in place of the answer, between its frames and as a frame with right checksums',
    sees: [WHOLE, CUT, DAMAGED],
    keeps: SO_FAR,
  },
  'wrong content type': {
    done: 'a sign-in page, plain text and JSON with status 200, for streams and whole answers',
    sees: [NOT_BEDROCK],
    keeps: 'The question',
  },
  oversized: {
    done: 'an event said to have 4 GB, one of 8 MB, one of 2,000 levels',
    sees: [WHOLE, CUT, DAMAGED],
    keeps: SO_FAR,
  },
  'duplicate events': {
    done: 'each event but the deltas twice, a call’s beginning among them; the whole answer twice',
    sees: [WHOLE, DAMAGED],
    keeps: `${SO_FAR}; no call is handed out twice`,
  },
  'clock skew': {
    done: 'a clock that is an hour behind or ahead',
    sees: [WHOLE],
    keeps: 'Everything: the clock of the service is taken',
  },
  'disk full': { why: NOTHING_WRITTEN },
  'read-only': { why: NOTHING_WRITTEN },
  'deleted underfoot': { why: 'There is no file.' },
  'two windows': {
    done: 'two windows ask at the same time, one of which is cut',
    sees: [WHOLE, CUT],
    keeps: 'Each window’s own answer',
  },
} as const satisfies Rows;
