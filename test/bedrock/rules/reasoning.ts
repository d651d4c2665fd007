/** Rules about the reasoning that is given back to a model. */
import { isObject, type ContentBlock } from '../converse.ts';
import { prefixOf } from '../signedReasoning.ts';
import { firstText, fromModel, placedBlocks, type Judged, type Rule } from './rule.ts';
import { fieldsOf } from './thinking.ts';

export const reasoningRules: readonly Rule[] = [
  ({ messages }) =>
    firstText(placedBlocks(messages), ({ block, role, place }) =>
      block.reasoningContent && role !== 'assistant'
        ? `The reasoningContent block at ${place} must be in a message of the assistant.`
        : undefined,
    ),

  request =>
    firstText(placedBlocks(request.messages), ({ block, place }) => {
      const { reasoningText, redactedContent } = block.reasoningContent ?? {};
      if (!reasoningText && redactedContent === undefined) {
        return undefined;
      }
      if (!request.family.signs) {
        return (reasoningText?.signature ?? redactedContent) === undefined
          ? undefined
          : "This model doesn't support signatures in reasoningContent. Remove them and try again.";
      }
      const signature = reasoningText?.signature ?? redactedContent;
      if (signature === undefined) {
        return fromModel(`${place}.thinking.signature: Field required`);
      }
      return refusedSignature(request, signature, reasoningText?.text, place);
    }),

  ({ messages }) =>
    firstText(messages, ({ role, content }, index) =>
      role === 'assistant' && content.at(-1)?.reasoningContent
        ? fromModel(`messages.${index}: The final block in an assistant message cannot be \`thinking\`.`)
        : undefined,
    ),

  // A round of tools belongs to the turn that it began in, and that has to begin with reasoning.
  request => {
    const { thinking } = fieldsOf(request);
    if (!isObject(thinking) || thinking['type'] !== 'enabled') {
      return undefined;
    }
    let index = request.messages.length - 1;
    while (request.messages[index]?.content.some(({ toolResult }) => toolResult)) {
      index -= 2;
    }
    const first = request.messages[index + 1]?.content[0];
    return first && !first.reasoningContent
      ? fromModel(
          `messages.${index + 1}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found ` +
            `\`${kindOf(first)}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a ` +
            'thinking block.',
        )
      : undefined;
  },
];

function refusedSignature(
  { body, family, modelId, signed }: Judged,
  signature: string,
  text: string | undefined,
  place: string,
): string | undefined {
  const known = signed.find(signature);
  if (!known || known.modelId !== modelId || known.text !== text) {
    return fromModel(`${place}: Invalid \`signature\` in \`thinking\` block`);
  }
  return family.binds && known.prefix !== prefixOf(body)
    ? fromModel(`${place}: The block is bound to a different conversation`)
    : undefined;
}

function kindOf({ toolUse }: ContentBlock): string {
  return toolUse ? 'tool_use' : 'text';
}
