/** What comes of faults while Bedrock is asked which models there are. */
import { type Rows, WHOLE } from './rows.ts';

const UNREACHABLE = 'unreachable: Bedrock can’t be reached';
const NOT_BEDROCK = 'not-bedrock: The answer is not from Bedrock';
const OTHER_LIST = 'The models of the other list, where one of the two came; else the list from before';
const NOTHING_WRITTEN = 'Nothing is written by the calls: see the cache file.';

export const listCalls = {
  refused: {
    done: 'nobody listens; each refusal of the service, for one list and for all',
    sees: [
      UNREACHABLE,
      'permission-missing: Permission missing: bedrock:ListFoundationModels',
      'permission-missing: Permission missing: bedrock:ListInferenceProfiles',
      'throttled: Bedrock is throttling this account',
      'service-error: Bedrock has a problem',
      'request-refused: Bedrock refused the request',
    ],
    keeps: OTHER_LIST,
  },
  reset: {
    done: 'a TCP reset, once and for good',
    sees: [WHOLE, UNREACHABLE],
    keeps: OTHER_LIST,
  },
  slow: {
    done: 'an answer within the limit and one that never comes; a body that trickles without end',
    sees: [WHOLE, UNREACHABLE],
    keeps: OTHER_LIST,
  },
  cut: {
    done: 'the connection closes, or the body ends in good order, at random bytes',
    sees: [UNREACHABLE, NOT_BEDROCK],
    keeps: OTHER_LIST,
  },
  garbage: {
    done: 'random bytes; JSON of another form; a list with other things in it; members of other types',
    sees: [WHOLE, NOT_BEDROCK],
    keeps: OTHER_LIST,
  },
  'wrong content type': {
    done: 'a sign-in page with status 200, 302 and 404',
    sees: [NOT_BEDROCK],
    keeps: OTHER_LIST,
  },
  oversized: {
    done: '20,000 models in one answer; a body without an end',
    sees: [WHOLE, UNREACHABLE],
    keeps: OTHER_LIST,
  },
  'duplicate events': {
    done: 'each model listed twice; a page that leads to itself',
    sees: [WHOLE, NOT_BEDROCK],
    keeps: 'Each model once',
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
    done: 'two windows ask at the same time, one of which is refused',
    sees: [WHOLE, UNREACHABLE],
    keeps: 'Each window’s own list',
  },
} as const satisfies Rows;
