/** The reasoning that the service has signed or encrypted, which it takes back only as it was. */
import { createHash } from 'node:crypto';

import type { ConverseBody } from './converse.ts';
import type { Reply } from './reply.ts';

export interface Signed {
  readonly modelId: string;
  /** Absent for what is encrypted. */
  readonly text?: string;
  readonly prefix: string;
}

export class SignedReasoning {
  /** By signature, or by what is encrypted. */
  readonly #signed = new Map<string, Signed>();

  find(signature: string): Signed | undefined {
    return this.#signed.get(signature);
  }

  /** Everything in an answer that its model has signed. */
  remember(reply: Reply, modelId: string, body: ConverseBody): void {
    const prefix = prefixOf(body);
    for (const block of reply.content) {
      if ('redactedReasoning' in block) {
        this.#signed.set(block.redactedReasoning, { modelId, prefix });
      } else if ('reasoning' in block && block.reasoning.signature !== undefined) {
        const { text, signature } = block.reasoning;
        this.#signed.set(signature, {
          modelId,
          prefix,
          text: typeof text === 'string' ? text : text.join(''),
        });
      }
    }
  }
}

/** A digest of the tools and the system prompt, less their cache points, which are no part of the conversation. */
export function prefixOf({ system = [], toolConfig }: ConverseBody): string {
  const isContent = (item: { cachePoint?: object }) => item.cachePoint === undefined;
  const prefix = [toolConfig?.tools.filter(isContent) ?? [], system.filter(isContent)];
  return createHash('sha256').update(JSON.stringify(prefix)).digest('hex');
}
