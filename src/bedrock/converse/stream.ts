/** From the events of a ConverseStream answer to its parts: text as it comes, tool calls once they are whole. */
import type {
  Citation as SdkCitation,
  CitationsDelta,
  ConverseStreamOutput,
  TokenUsage,
} from '@aws-sdk/client-bedrock-runtime';
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../../problem.ts';
import type { AnswerPart, Citation, Usage } from './conversation.ts';
import { isObject } from './isObject.ts';
import type { ReasoningRecord } from './reasoningRecord.ts';
import type { ToolNames } from './toolNames.ts';

/**
 * Yields the parts of an answer, whose reasoning `record` takes down. A stream that ends without `messageStop` was
 * cut: the SDK ends it normally, so that is said here, as a `ProblemError`.
 */
export async function* partsOf(
  events: AsyncIterable<ConverseStreamOutput> | Iterable<ConverseStreamOutput>,
  names: ToolNames,
  record: ReasoningRecord,
): AsyncGenerator<AnswerPart, void> {
  let call: { id: string; name: string; json: string } | undefined;
  let stopped = false;
  /** Calls whose arguments are not JSON: broken by the model, or cut off at the output limit. */
  const broken: AnswerPart[] = [];
  /** Calls without arguments, until it is known that they need none. */
  const bare: AnswerPart[] = [];

  /** Some models leave out the end of a block; the next one, and the end of the answer, close it too. */
  function* closeBlock(): Generator<AnswerPart, void> {
    const reasoning = record.close();
    if (reasoning) yield { type: 'kept-reasoning', reasoning };
    if (!call) return;
    const { id, name, json } = call;
    const input = argumentsOf(json);
    call = undefined;
    // A last call that has no arguments yet may have been cut off before them.
    if (input && json !== '') {
      record.addCall();
      yield { type: 'tool-call', id, name, input };
    } else if (input) bare.push({ type: 'tool-call', id, name, input });
    else broken.push({ type: 'tool-call', id, name, input: { invalidArguments: json } });
  }

  function* passBare(): Generator<AnswerPart, void> {
    for (const each of bare.splice(0)) {
      record.addCall();
      yield each;
    }
  }

  for await (const event of events) {
    const delta = event.contentBlockDelta?.delta;
    // Whatever begins another block tells that the call before it was whole.
    if (bare.length > 0 && (delta ?? event.contentBlockStart)) yield* passBare();
    const started = event.contentBlockStart?.start?.toolUse;
    if (delta?.text) {
      record.addText(delta.text.length);
      yield { type: 'text', text: delta.text };
    } else if (delta?.reasoningContent) {
      const { text } = delta.reasoningContent;
      record.add(delta.reasoningContent);
      if (text) yield { type: 'reasoning', text };
    } else if (delta?.toolUse) {
      if (call) call.json += delta.toolUse.input ?? '';
    } else if (delta?.citation) {
      yield { type: 'citation', citation: citationOf(delta.citation) };
    } else if (started) {
      yield* closeBlock();
      // What the service runs by itself is nobody else's to run.
      const isOurs = started.type !== 'server_tool_use';
      call = isOurs
        ? { id: started.toolUseId ?? '', name: names.fromModel(started.name ?? ''), json: '' }
        : undefined;
    } else if (event.contentBlockStop) {
      yield* closeBlock();
    } else if (event.messageStop) {
      yield* closeBlock();
      stopped = true;
      const reason = event.messageStop.stopReason ?? 'end_turn';
      // One the model got wrong is passed on, so that the tool's refusal tells it; one that was cut off is not.
      if (!CUT_OFF.has(reason)) {
        yield* passBare();
        yield* broken;
      }
      yield { type: 'stop', reason };
    } else if (event.metadata?.usage) {
      yield { type: 'usage', usage: usageOf(event.metadata.usage) };
    }
  }
  if (!stopped) throw new ProblemError(cut());
}

/** Reasons to stop in the middle of a call. */
const CUT_OFF: ReadonlySet<string> = new Set([
  'max_tokens',
  'model_context_window_exceeded',
  'guardrail_intervened',
  'content_filtered',
]);

/** A page with its address, or the name of a document. */
export function citationOf({ title, source, location }: CitationsDelta | SdkCitation): Citation {
  const url = location?.web?.url;
  const page = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = page?.protocol === 'https:' || page?.protocol === 'http:';
  return {
    title: title || source || location?.web?.domain || l10n.t('Source'),
    ...(isWeb && { url: page.href }),
  };
}

/** The arguments of a call, `{}` where there are none; undefined where they are no JSON object. */
function argumentsOf(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json || '{}');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a call gets in place of arguments that can't be read: the tool refuses it, and the model hears of it. */
export function callInput(value: unknown): object {
  const input = value ?? {};
  return isObject(input) ? input : { invalidArguments: value };
}

export function usageOf({
  inputTokens,
  outputTokens,
  cacheReadInputTokens,
  cacheWriteInputTokens,
}: TokenUsage): Usage {
  const cacheRead = cacheReadInputTokens ?? 0;
  const cacheWrite = cacheWriteInputTokens ?? 0;
  return {
    // Converse counts cached tokens apart from the others.
    input: (inputTokens ?? 0) + cacheRead + cacheWrite,
    output: outputTokens ?? 0,
    cacheRead,
    cacheWrite,
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

/** The service went silent, after the answer had begun or before. */
export function silent(seconds: number, hasBegun: boolean): Problem {
  return {
    code: 'stream-silent',
    title: l10n.t('Bedrock has gone silent'),
    explanation: hasBegun
      ? l10n.t(
          'Nothing came for {0} seconds, so the request was ended. What came so far is above; ask again, or choose another model.',
          seconds,
        )
      : l10n.t(
          'No answer came within {0} seconds, so the request was ended. Ask again, or choose another model.',
          seconds,
        ),
    fixes: [],
  };
}
