/** Frames events as `application/vnd.amazon.eventstream`, by code of its own: the SDK's isn't measured by itself. */
import { crc32 } from 'node:zlib';

import type { StreamEvent } from './reply.ts';

const padding = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const stringHeader = 7;
const preludeLength = 12;
const checksumLength = 4;

/**
 * Every event carries `p`, a run of letters whose length says nothing, so that the size of a frame doesn't
 * give its text away. The service draws the length; here it follows the event's place in the stream.
 */
export function eventFrame({ type, payload }: StreamEvent, index: number): Buffer {
  const p = padding.slice(0, 1 + ((index * 23) % padding.length));
  return frame('event', type, { ...payload, p });
}

export function exceptionFrame(type: string, message: string): Buffer {
  return frame('exception', type, { message });
}

/** The frame of a payload as it stands: lengths and their checksum, headers, JSON, checksum of it all. */
export function frame(messageType: 'event' | 'exception', type: string, payload: object): Buffer {
  const headers = headersOf(messageType, type);
  const json = Buffer.from(JSON.stringify(payload));
  const bytes = Buffer.alloc(preludeLength + headers.length + json.length + checksumLength);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.writeUInt32BE(headers.length, 4);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8);
  headers.copy(bytes, preludeLength);
  json.copy(bytes, preludeLength + headers.length);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -checksumLength)), bytes.length - checksumLength);
  return bytes;
}

const knownHeaders = new Map<string, Buffer>();

/** Streams of thousands of events have few types, so their headers are encoded once. */
function headersOf(messageType: string, type: string): Buffer {
  const key = `${messageType}/${type}`;
  const headers =
    knownHeaders.get(key) ??
    Buffer.concat([
      header(`:${messageType}-type`, type),
      header(':content-type', 'application/json'),
      header(':message-type', messageType),
    ]);
  knownHeaders.set(key, headers);
  return headers;
}

function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([
    Buffer.of(name.length),
    Buffer.from(name),
    Buffer.of(stringHeader),
    length,
    Buffer.from(value),
  ]);
}
