/** Sends the body of a ConverseStream answer, whole or with the faults that a test asks for. */
import type { ServerResponse } from 'node:http';

import type { Behaviour } from './behaviours.ts';
import { eventFrame, exceptionFrame } from './eventStream.ts';
import { streamEvents, type Reply } from './reply.ts';

const encoded = new WeakMap<Reply, readonly Uint8Array[]>();

/** The frames of a reply. They are encoded once, however often it is answered. */
function frames(reply: Reply): readonly Uint8Array[] {
  const known = encoded.get(reply) ?? streamEvents(reply).map(eventFrame);
  encoded.set(reply, known);
  return known;
}

/** The whole body of a stream as bytes, which an `Answer` may give instead of the reply. */
export function encodeReply(reply: Reply): Uint8Array {
  return Buffer.concat(frames(reply));
}

/** Ends when the whole body is sent, or when it never will be; `closed` resolves when the connection does. */
export async function sendStream(
  response: ServerResponse,
  answer: Reply | Uint8Array,
  behaviour: Behaviour,
  closed: Promise<unknown>,
): Promise<void> {
  response.flushHeaders();
  const chunks = body(answer, behaviour);
  const { cut, hang, gates = [] } = behaviour;
  const stopAfter = hang?.after ?? (cut && 'events' in cut ? cut.events : Infinity);

  for (const [index, chunk] of chunks.entries()) {
    if (index >= stopAfter) {
      break;
    }
    const gate = gates.find(({ after }) => after === index);
    if (gate) {
      await Promise.race([gate.until, closed]);
    }
    if (response.destroyed) {
      return;
    }
    if (!response.write(chunk)) {
      await Promise.race([new Promise(resolve => response.once('drain', resolve)), closed]);
    }
  }
  if (hang) {
    await closed;
  } else if (cut) {
    response.socket?.destroySoon();
  } else {
    response.end();
  }
}

function body(answer: Reply | Uint8Array, behaviour: Behaviour): readonly Uint8Array[] {
  const { exception, cut, endsEarly, hang, gates } = behaviour;
  if (answer instanceof Uint8Array) {
    return cut && 'bytes' in cut ? [answer.subarray(0, cut.bytes)] : [answer];
  }
  let chunks = frames(answer);
  if (endsEarly) {
    chunks = chunks.slice(0, -2);
  }
  if (exception) {
    chunks = [...chunks.slice(0, exception.after), exceptionFrame(exception.type, exception.message)];
  }
  if (cut && 'bytes' in cut) {
    return [Buffer.concat(chunks).subarray(0, cut.bytes)];
  }
  const countsEvents = cut ?? hang ?? gates;
  return answer.framing === 'together' && !countsEvents ? [Buffer.concat(chunks)] : chunks;
}
