/** What a rule about conversations gets to see. */
import type { ContentBlock, ConverseBody, Message } from '../converse.ts';
import type { Family } from '../families.ts';
import type { SignedReasoning } from '../signedReasoning.ts';
import type { Operation } from '../requests.ts';

export interface Judged {
  body: ConverseBody;
  messages: readonly Message[];
  family: Family;
  /** The foundation model's id. */
  modelId: string;
  /** Whether the model takes images. */
  images: boolean;
  operation: Operation;
  /** What the service has signed so far. */
  signed: SignedReasoning;
}

/** The text of the ValidationException if the rule is broken. */
export type Rule = (request: Judged) => string | undefined;

/** The blocks of all messages with their places, such as `messages.2.content.0`. */
export function placedBlocks(
  messages: readonly Message[],
): { block: ContentBlock; place: string; role: string }[] {
  return messages.flatMap(({ role, content }, message) =>
    content.map((block, index) => ({ block, role, place: `messages.${message}.content.${index}` })),
  );
}

/** The first text that a function gives for one of the items. */
export function firstText<T>(
  items: readonly T[],
  check: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const text = check(item, index);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
}

/** An error of the model's provider, which the service passes on. */
export function fromModel(text: string): string {
  return `The model returned the following errors: ${text}`;
}
