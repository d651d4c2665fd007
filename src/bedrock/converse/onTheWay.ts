/** What becomes of an answer between the service and here: which errors are of the way, and not of the service. */
import type { Problem } from '../../problem.ts';
import { cut, damaged } from './streamProblems.ts';

interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whether an event stream came, and no refusal. Throws what is thrown for a page where JSON should be when something
 * in between answered: the first letters of a page would be taken for the length of an event, of a gigabyte.
 */
export function isEventStream(response: unknown): boolean {
  const { statusCode, headers } = response as HttpResponse;
  if (statusCode >= 300) return false;
  const type = headers['content-type'] ?? '';
  if (/^text\/|json|xml/i.test(type)) throw new SyntaxError(`The answer is of the type ${type}.`);
  return true;
}

export interface Arrival {
  /** Something of the answer has been handed on. */
  readonly hasBegun: boolean;
  /** What came was an event stream. */
  readonly isStream: boolean;
}

/** What `error`, for which `found` was found, tells of an answer on its way; undefined where it tells nothing. */
export function onTheWay(
  error: unknown,
  found: Problem,
  { hasBegun, isStream }: Arrival,
): Problem | undefined {
  const { code, details = '' } = found;
  const isCut = code === 'stream-cut' || (code === 'unreachable' && hasBegun);
  if (isCut || (isStream && details.includes('Truncated event'))) return { ...cut(hasBegun), details };
  const isDamaged = code === 'stream-damaged' || (isStream && isFromDecoding(error));
  return isDamaged ? damaged(details, hasBegun) : undefined;
}

/**
 * What the service throws has a name, and what the network throws a code. Decoding throws neither, and of an exception
 * with the name of an event no error at all.
 */
function isFromDecoding(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const { name, code }: NodeJS.ErrnoException = error;
  return code === undefined && /^(Syntax|Type|Range)?Error$/.test(name);
}
