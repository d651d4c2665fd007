/** Takes down an answer's reasoning while it comes, so that it can be given back as it was. */
import type { KeptReasoning, ReasoningBlock } from './conversation.ts';

/** The delta of a stream, or the block of a whole answer. */
export interface ReasoningContent {
  readonly text?: string | undefined;
  readonly signature?: string | undefined;
  readonly redactedContent?: Uint8Array | undefined;
}

export class ReasoningRecord {
  readonly #origin: Omit<KeptReasoning, 'blocks'>;
  readonly #blocks: ReasoningBlock[] = [];
  #textBefore = 0;
  #callsBefore = 0;
  #open: { text: string; signature: string | undefined; redacted: Buffer[] } | undefined;

  constructor(origin: Omit<KeptReasoning, 'blocks'>) {
    this.#origin = origin;
  }

  addText(characters: number): void {
    this.#textBefore += characters;
  }

  addCall(): void {
    this.#callsBefore++;
  }

  add({ text = '', signature, redactedContent }: ReasoningContent): void {
    const open = (this.#open ??= { text: '', signature: undefined, redacted: [] });
    open.text += text;
    if (signature !== undefined) open.signature = (open.signature ?? '') + signature;
    if (redactedContent) open.redacted.push(Buffer.from(redactedContent));
  }

  /** The block is whole. Returns all reasoning so far, or nothing where it was another kind of block. */
  close(): KeptReasoning | undefined {
    if (!this.#open) return undefined;
    const { text, signature, redacted } = this.#open;
    this.#open = undefined;
    // Of an empty block there is nothing to give back, and Bedrock refuses it.
    if (text === '' && signature === undefined && redacted.length === 0) return undefined;
    this.#blocks.push({
      textBefore: this.#textBefore,
      callsBefore: this.#callsBefore,
      ...(redacted.length > 0 ? { redacted: Buffer.concat(redacted).toString('base64') } : { text }),
      ...(signature !== undefined && { signature }),
    });
    return { ...this.#origin, blocks: [...this.#blocks] };
  }
}
