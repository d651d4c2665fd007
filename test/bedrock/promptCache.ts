/** Keeps the beginnings of requests as the service does, and counts what of a request it has kept before. */
import { createHash } from 'node:crypto';

import type { ConverseBody } from './converse.ts';
import type { Family } from './families.ts';

/** Tokens. */
export interface CacheUsage {
  /** What was neither read from the cache nor written to it. */
  inputTokens: number;
  cacheReadInputTokens: number;
  cacheWriteInputTokens: number;
}

const bytesPerToken = 4;

export class PromptCache {
  readonly #kept = new Set<string>();

  /** Counts a request, and keeps what stands before its cache points; undefined for one that has none. */
  take(modelId: string, body: ConverseBody, { cachePoints }: Family): CacheUsage | undefined {
    const prefix = createHash('sha256').update(modelId);
    let bytes = 0;
    let read = 0;
    let write = 0;
    let points = 0;
    for (const item of itemsOf(body)) {
      if (isPoint(item)) {
        points++;
        const key = prefix.copy().digest('hex');
        const tokens = Math.ceil(bytes / bytesPerToken);
        if (this.#kept.has(key)) {
          read = write = tokens;
        } else if (tokens >= (cachePoints?.minimum ?? Infinity)) {
          this.#kept.add(key);
          write = tokens;
        }
      } else {
        const text = JSON.stringify(item);
        prefix.update(text);
        bytes += Buffer.byteLength(text);
      }
    }
    const all = Math.ceil(bytes / bytesPerToken);
    return points === 0
      ? undefined
      : { inputTokens: all - write, cacheReadInputTokens: read, cacheWriteInputTokens: write - read };
  }
}

/** In the order in which they count: tools, system prompt, turns. A turn's role is part of it. */
function* itemsOf({ toolConfig, system = [], messages = [] }: ConverseBody): Generator<object> {
  yield* toolConfig?.tools ?? [];
  yield* system;
  for (const { role, content } of messages) {
    yield { role };
    yield* content;
  }
}

function isPoint(item: object): boolean {
  return 'cachePoint' in item && item.cachePoint !== undefined;
}
