/** Rules about tool calls and tool results in the turns of a conversation. */
import { isObject, type ContentBlock, type Message } from '../converse.ts';
import { firstText, fromModel, placedBlocks, type Rule } from './rule.ts';

export const toolTurnRules: readonly Rule[] = [
  ({ messages, body }) =>
    body.toolConfig || !placedBlocks(messages).some(({ block }) => isToolBlock(block))
      ? undefined
      : 'The toolConfig field must be defined when using toolUse and toolResult content blocks.',

  // No text of the service's for these two is on record; the words are the simulator's.
  ({ messages }) =>
    firstText(placedBlocks(messages), ({ block, role, place }) =>
      block.toolUse && role !== 'assistant'
        ? `The toolUse block at ${place} must be in a message of the assistant.`
        : block.toolResult && role !== 'user'
          ? `The toolResult block at ${place} must be in a message of the user.`
          : undefined,
    ),

  ({ messages }) =>
    firstText(placedBlocks(messages), ({ block, place }) =>
      block.toolUse && !isObject(block.toolUse.input) ? noObject(`${place}.toolUse.input`) : undefined,
    ),

  ({ messages }) =>
    firstText(resultParts(messages), ({ json, place }) =>
      json !== undefined && !isObject(json) ? noObject(`${place}.json`) : undefined,
    ),

  ({ messages }) =>
    firstText(resultParts(messages), ({ text, place }) =>
      text?.trim() === ''
        ? `The text field in the ToolResultContentBlock object at ${place} is blank. Add text to the text field, ` +
          'and try again.'
        : undefined,
    ),

  ({ messages }) =>
    firstText(placedBlocks(messages), ({ block: { toolResult }, place }) =>
      toolResult?.status === 'error' && toolResult.content.length === 0
        ? `The content field at ${place}.toolResult cannot be empty when status value is error.`
        : undefined,
    ),

  ({ messages }) =>
    firstText(messages, ({ content }, index) => {
      const uses = content.flatMap(({ toolUse }) => toolUse?.toolUseId ?? []);
      return new Set(uses).size < uses.length
        ? fromModel(`messages.${index}.content: \`tool_use\` ids must be unique`)
        : undefined;
    }),

  // Results are looked for in the very next message: adjacent user messages aren't merged beforehand
  // (genkit-ai/aws-bedrock-js-plugin#664).
  ({ messages }) =>
    firstText([...messages, undefined], (message, index) => {
      const called = idsOf(messages[index - 1], ({ toolUse }) => toolUse);
      const answered = idsOf(message, ({ toolResult }) => toolResult);
      if (answered.length > called.length) {
        return (
          `The number of toolResult blocks at messages.${index}.content exceeds the number of toolUse blocks of ` +
          'previous turn.'
        );
      }
      const open = called.filter(id => !answered.includes(id));
      return open.length > 0
        ? `Expected toolResult blocks at messages.${index}.content for the following Ids: ${open.join(', ')}`
        : undefined;
    }),

  ({ messages, family }) =>
    family.mixedToolTurns
      ? undefined
      : firstText(merged(messages), ({ index, content, role }) =>
          content.some(isToolBlock) && !content.every(isToolBlock)
            ? `messages.${index}.content: Conversation blocks and tool ${role === 'user' ? 'result' : 'use'} ` +
              'blocks cannot be provided in the same turn.'
            : undefined,
        ),

  ({ messages, family }) =>
    !family.resultStatus && placedBlocks(messages).some(({ block }) => block.toolResult?.status)
      ? "This model doesn't support the status field. Remove status and try again."
      : undefined,

  ({ messages, family: { toolUseId } }) =>
    firstText(placedBlocks(messages), ({ block }) => {
      const id = block.toolUse?.toolUseId;
      return id === undefined || !toolUseId || toolUseId.test(id)
        ? undefined
        : fromModel(`Tool call id was ${id} but must be a-z, A-Z, 0-9, with a length of 9.`);
    }),
];

function isToolBlock(block: ContentBlock): boolean {
  return block.toolUse !== undefined || block.toolResult !== undefined;
}

function resultParts(messages: readonly Message[]) {
  return placedBlocks(messages).flatMap(({ block, place }) =>
    (block.toolResult?.content ?? []).map((part, index) => ({
      ...part,
      place: `${place}.toolResult.content.${index}`,
    })),
  );
}

function idsOf(
  message: Message | undefined,
  part: (block: ContentBlock) => { toolUseId: string } | undefined,
): string[] {
  return (message?.content ?? []).flatMap(block => part(block)?.toolUseId ?? []);
}

/** Turns as the model gets to see them, each with the index of its first message. */
function merged(messages: readonly Message[]): (Message & { index: number })[] {
  const turns: (Message & { index: number })[] = [];
  for (const [index, { role, content }] of messages.entries()) {
    const last = turns.at(-1);
    if (last?.role === role) {
      last.content = [...last.content, ...content];
    } else {
      turns.push({ role, content, index });
    }
  }
  return turns;
}

function noObject(place: string): string {
  return `The format of the value at ${place} is invalid. Provide a json object for the field and try again.`;
}
