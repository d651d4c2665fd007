/** From the events of a ConverseStream answer to its parts: text as it comes, tool calls once they are whole. */
import type { ConverseStreamOutput, TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../../problem.ts';
import type { AnswerPart, Usage } from './conversation.ts';
import type { ToolNames } from './toolNames.ts';

/**
 * Yields the parts of an answer. A stream that ends without `messageStop` was cut: the SDK ends it normally,
 * so that is said here, as a `ProblemError`.
 */
export async function* partsOf(
  events: AsyncIterable<ConverseStreamOutput> | Iterable<ConverseStreamOutput>,
  names: ToolNames,
): AsyncGenerator<AnswerPart, void> {
  let call: { id: string; name: string; json: string } | undefined;
  let stopped = false;
  /** Calls whose arguments are not JSON: broken by the model, or cut off at the output limit. */
  const broken: AnswerPart[] = [];

  for await (const event of events) {
    const delta = event.contentBlockDelta?.delta;
    const started = event.contentBlockStart?.start?.toolUse;
    if (delta?.text) {
      yield { type: 'text', text: delta.text };
    } else if (delta?.reasoningContent?.text) {
      yield { type: 'reasoning', text: delta.reasoningContent.text };
    } else if (delta?.toolUse && call) {
      call.json += delta.toolUse.input ?? '';
    } else if (started) {
      call = { id: started.toolUseId ?? '', name: names.fromModel(started.name ?? ''), json: '' };
    } else if (event.contentBlockStop && call) {
      const input = argumentsOf(call.json);
      const { id, name, json } = call;
      if (input) yield { type: 'tool-call', id, name, input };
      else broken.push({ type: 'tool-call', id, name, input: { invalidArguments: json } });
      call = undefined;
    } else if (event.messageStop) {
      stopped = true;
      // One the model got wrong is passed on, so that the tool's refusal tells it; one that was cut off is not.
      if (event.messageStop.stopReason !== 'max_tokens') yield* broken;
      yield { type: 'stop', reason: event.messageStop.stopReason ?? 'end_turn' };
    } else if (event.metadata?.usage) {
      yield { type: 'usage', usage: usageOf(event.metadata.usage) };
    }
  }
  if (!stopped) throw new ProblemError(cut());
}

/** The arguments of a call, `{}` where there are none; undefined where they are no JSON object. */
function argumentsOf(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function usageOf({
  inputTokens,
  outputTokens,
  cacheReadInputTokens,
  cacheWriteInputTokens,
}: TokenUsage): Usage {
  const cacheRead = cacheReadInputTokens ?? 0;
  return {
    // Converse counts cached tokens apart from the others.
    input: (inputTokens ?? 0) + cacheRead + (cacheWriteInputTokens ?? 0),
    output: outputTokens ?? 0,
    cacheRead,
  };
}

/** The connection ended before the answer did. */
export function cut(): Problem {
  return {
    code: 'stream-cut',
    title: l10n.t('The answer was cut off'),
    explanation: l10n.t(
      'The connection to Bedrock ended before the answer did. What came so far is above; ask again for the rest.',
    ),
    fixes: [],
  };
}
