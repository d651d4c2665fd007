/** What a test can make the simulator do to a single request instead of answering it well. */
import type { Reply } from './reply.ts';

/** Without a length, so that only its end tells that it is over: in good order, by a cut, or never. */
export interface RawAnswer {
  status?: number;
  type?: string;
  body: Uint8Array | AsyncIterable<Uint8Array>;
  end?: 'good' | 'cut' | 'never';
}

/**
 * The members can be combined; a request is first held back, then broken off or refused, then answered.
 * - `until`, `delayMs`: hold the answer back.
 * - `reset`: the connection breaks with a TCP reset.
 * - `html`: a page instead of JSON, as proxies send it.
 * - `raw`: any bytes under any type instead of an answer.
 * - `refuse`: an error in the service's form, e.g. `{ status: 429, type: 'ThrottlingException', message }`.
 * - `reply`: answered instead of what `Bedrock.answer` gives; bytes are sent as a stream's body unchanged.
 *
 * The others are for streams. "After" counts whole events.
 * - `gates`: events wait for a promise before they are sent.
 * - `exception`: the stream breaks off with an exception in a frame of its own.
 * - `cut`: the socket is closed in the middle of the stream.
 * - `hang`: nothing more is sent and the connection stays open until the client closes it.
 * - `endsEarly`: the stream ends in good order, but without `messageStop` and `metadata`.
 */
export interface Behaviour {
  until?: Promise<unknown>;
  delayMs?: number;
  reset?: boolean;
  html?: { status: number; body: string };
  raw?: RawAnswer;
  refuse?: { status: number; type: string; message: string };
  reply?: Reply | Uint8Array;
  gates?: readonly { after: number; until: Promise<unknown> }[];
  exception?: { after: number; type: string; message: string };
  cut?: { events: number } | { bytes: number };
  hang?: { after: number };
  endsEarly?: boolean;
}
