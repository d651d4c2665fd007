/** From a whole Converse answer to the same parts that a stream gives, for models that can't stream tool calls. */
import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import type { AnswerPart } from './conversation.ts';
import { usageOf } from './stream.ts';
import type { ToolNames } from './toolNames.ts';

export function* partsOfWhole(
  { output, stopReason, usage }: ConverseCommandOutput,
  names: ToolNames,
): Generator<AnswerPart, void> {
  const blocks = output?.message?.content;
  if (!blocks) throw new SyntaxError('The answer holds no message.');
  for (const block of blocks) {
    if (block.text) {
      yield { type: 'text', text: block.text };
    } else if (block.reasoningContent?.reasoningText?.text) {
      yield { type: 'reasoning', text: block.reasoningContent.reasoningText.text };
    } else if (block.toolUse) {
      const { toolUseId = '', name = '', input } = block.toolUse;
      yield { type: 'tool-call', id: toolUseId, name: names.fromModel(name), input: (input ?? {}) as object };
    }
  }
  yield { type: 'stop', reason: stopReason ?? 'end_turn' };
  if (usage) yield { type: 'usage', usage: usageOf(usage) };
}
