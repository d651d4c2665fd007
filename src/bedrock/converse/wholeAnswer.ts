/** From a whole Converse answer to the same parts that a stream gives, for models that can't stream tool calls. */
import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import type { AnswerPart } from './conversation.ts';
import type { ReasoningRecord } from './reasoningRecord.ts';
import { assertSoundBlock } from './soundEvent.ts';
import { callInput, citationOf, usageOf } from './stream.ts';
import type { ToolNames } from './toolNames.ts';

export function* partsOfWhole(
  { output, stopReason, usage }: ConverseCommandOutput,
  names: ToolNames,
  record: ReasoningRecord,
): Generator<AnswerPart, void> {
  const blocks = output?.message?.content;
  if (!Array.isArray(blocks)) throw new SyntaxError('The answer holds no message.');
  if (!stopReason) throw new SyntaxError('The answer does not say why it stopped.');
  blocks.forEach(assertSoundBlock);
  for (const { text, reasoningContent, toolUse, citationsContent } of blocks) {
    if (text) {
      record.addText(text.length);
      yield { type: 'text', text };
    } else if (reasoningContent) {
      const thought = reasoningContent.reasoningText?.text;
      if (thought) yield { type: 'reasoning', text: thought };
      record.add(reasoningContent.reasoningText ?? reasoningContent);
      const reasoning = record.close();
      if (reasoning) yield { type: 'kept-reasoning', reasoning };
    } else if (citationsContent) {
      for (const { text: cited } of citationsContent.content ?? []) {
        if (!cited) continue;
        record.addText(cited.length);
        yield { type: 'text', text: cited };
      }
      for (const citation of citationsContent.citations ?? []) {
        yield { type: 'citation', citation: citationOf(citation) };
      }
    } else if (toolUse && toolUse.type !== 'server_tool_use') {
      const { toolUseId = '', name = '', input } = toolUse;
      record.addCall();
      yield { type: 'tool-call', id: toolUseId, name: names.fromModel(name), input: callInput(input) };
    }
  }
  yield { type: 'stop', reason: stopReason };
  if (usage) yield { type: 'usage', usage: usageOf(usage) };
}
