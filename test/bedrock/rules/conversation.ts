/** Rules about turns and their texts. */
import { firstText, fromModel, placedBlocks, type Rule } from './rule.ts';

/** Adjacent turns of one role break no rule: the service merges them. */
export const conversationRules: readonly Rule[] = [
  ({ messages }) =>
    messages[0]?.role === 'user'
      ? undefined
      : 'A conversation must start with a user message. Try again with a conversation that starts with a user ' +
        'message.',

  ({ messages }) =>
    firstText(messages, ({ content }, index) =>
      content.length > 0
        ? undefined
        : `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to ` +
          'the content field and try again.',
    ),

  ({ messages }) =>
    firstText(placedBlocks(messages), ({ block, place }) =>
      isBlank(block.text) ? blank('ContentBlock', place) : undefined,
    ),

  ({ body }) =>
    firstText(body.system ?? [], ({ text }, index) =>
      isBlank(text) ? blank('SystemContentBlock', `system.${index}`) : undefined,
    ),

  ({ body, family }) =>
    family.system || (body.system ?? []).length === 0
      ? undefined
      : "This model doesn't support system messages. Try again without a system message or use a model that " +
        'supports system messages.',

  ({ messages, family }) =>
    family.prefill || messages.at(-1)?.role === 'user'
      ? undefined
      : fromModel(
          'This model does not support assistant message prefill. The conversation must end with a user message.',
        ),
];

function isBlank(text: string | undefined): boolean {
  return text?.trim() === '';
}

function blank(object: string, place: string): string {
  return `The text field in the ${object} object at ${place} is blank. Add text to the text field, and try again.`;
}
