/** What comes of faults where credentials come from: each of its rows is run for several sources. */
import { type Rows, WHOLE } from './rows.ts';

const GETTING = 'Nothing is signed; the next question tries again';
const CANT_BE_REACHED = 'unreachable: The service that gives AWS credentials can’t be reached';
const CONTAINER = 'credentials-not-given: The container gave no credentials';
const LATE = 'credentials-not-given: No AWS credentials came';
const NONE = 'no-credentials: No AWS credentials found';
const NOT_AWS = 'not-bedrock: The answer is not from AWS';
const PROCESS = 'credential-process-failed: The credential process of "dev" failed';
const EXPIRED = 'credentials-expired: The sign-in of the profile "dev" has expired';
const NOT_SIGNED_IN = 'credentials-expired: The profile "dev" is not signed in';

export const credentials = {
  refused: {
    done: 'sign-in, STS, container and process refuse, or nobody listens',
    sees: [
      CANT_BE_REACHED,
      NOT_AWS,
      CONTAINER,
      PROCESS,
      NOT_SIGNED_IN,
      EXPIRED,
      'role-refused: AWS refused the role',
      NONE,
    ],
    keeps: GETTING,
  },
  reset: {
    done: 'a TCP reset of sign-in, STS and container',
    sees: [CANT_BE_REACHED, CONTAINER],
    keeps: GETTING,
  },
  slow: {
    done: 'sign-in, STS and container that never answer',
    sees: [LATE, CANT_BE_REACHED, CONTAINER],
    keeps: GETTING,
  },
  cut: {
    done: 'the answer of sign-in, STS and container ends at random bytes',
    sees: [CANT_BE_REACHED, CONTAINER, NOT_AWS, NONE],
    keeps: GETTING,
  },
  garbage: {
    done: 'random bytes from sign-in, STS, container and process; random AWS files',
    sees: [NOT_AWS, CONTAINER, PROCESS, NONE, CANT_BE_REACHED],
    keeps: GETTING,
  },
  'wrong content type': {
    done: 'a sign-in page from sign-in, STS and container',
    sees: [NOT_AWS, CONTAINER, NONE],
    keeps: GETTING,
  },
  oversized: {
    done: '4 MB from sign-in, STS, container and process',
    sees: [NOT_AWS, CONTAINER, PROCESS, NONE],
    keeps: GETTING,
  },
  'duplicate events': { why: 'Each question has one answer; who asks at the same time shares it.' },
  'clock skew': {
    done: 'keys of a process that have expired before they came; a profile’s keys where the clock is an hour off',
    sees: [WHOLE, PROCESS],
    keeps: GETTING,
  },
  'disk full': { why: 'Nothing is written by the extension.' },
  'read-only': { why: 'Nothing is written by the extension.' },
  'deleted underfoot': {
    done: 'the AWS files are deleted between two requests, and before they are read anew',
    sees: [WHOLE, 'profile-not-found: AWS profile not found: dev'],
    keeps: 'The keys, until they are read anew',
  },
  'two windows': {
    done: 'two windows sign with one profile at the same time',
    sees: [WHOLE],
    keeps: 'Each window’s own keys',
  },
} as const satisfies Rows;
