/** Recorded answers as they came over the wire, and the frames that they are made of. */
import type { RecordedData } from '../../recordedData.ts';

export interface Recording {
  readonly name: string;
  readonly bytes: Buffer;
  /** Together they are the bytes. */
  readonly frames: readonly Buffer[];
}

export function recordings(data: RecordedData): Recording[] {
  return data.files('streams').map(file => {
    const { name, rawBase64 } = data.json(file) as { name: string; rawBase64: string };
    const bytes = Buffer.from(rawBase64, 'base64');
    return { name, bytes, frames: framesOf(bytes) };
  });
}

/** One of text, one with a tool call and one with reasoning: what is cut at each of its frames. */
export function chosen(data: RecordedData): Recording[] {
  const names = [/_model_stream#0$/, /iter_stream#0$/, /thinking_part_stream#0$/];
  return recordings(data).filter(({ name }) => names.some(each => each.test(name)));
}

/** Each frame begins with its own length. */
export function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += frames.at(-1)!.length)
    frames.push(bytes.subarray(at, at + bytes.readUInt32BE(at)));
  return frames;
}
