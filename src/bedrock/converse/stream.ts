/** From the events of a ConverseStream answer to its parts: text as it comes, tool calls once they are whole. */
import type {
  Citation as SdkCitation,
  CitationsDelta,
  ConverseStreamOutput,
  TokenUsage,
} from '@aws-sdk/client-bedrock-runtime';
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../../problem.ts';
import type { AnswerPart, Citation, Usage } from './conversation.ts';
import { isObject } from '../isObject.ts';
import type { ReasoningRecord } from './reasoningRecord.ts';
import { assertSound } from './soundEvent.ts';
import { cut, damaged } from './streamProblems.ts';
import type { ToolNames } from './toolNames.ts';

/** A call whose arguments are on their way. */
interface OpenCall {
  readonly id: string;
  readonly name: string;
  readonly block: number | undefined;
  /** What the service runs by itself is nobody else's to run. */
  readonly isOurs: boolean;
  json: string;
}

/**
 * Yields the parts of an answer, whose reasoning `record` takes down. A stream that ends without `messageStop` was
 * cut: the SDK ends it normally, so that is said here, as a `ProblemError`. So is one whose events do not fit together.
 */
export async function* partsOf(
  events: AsyncIterable<ConverseStreamOutput> | Iterable<ConverseStreamOutput>,
  names: ToolNames,
  record: ReasoningRecord,
): AsyncGenerator<AnswerPart, void> {
  let call: OpenCall | undefined;
  let stopped = false;
  /** Calls by block and id. An id alone may come twice: some models make theirs up. */
  const begun = new Set<string>();
  /** Calls whose arguments are not JSON: broken by the model, or cut off at the output limit. */
  const broken: AnswerPart[] = [];
  /** Calls without arguments, until it is known that they need none. */
  const bare: AnswerPart[] = [];

  /** Some models leave out the end of a block; the next one, and the end of the answer, close it too. */
  function* closeBlock(): Generator<AnswerPart, void> {
    const reasoning = record.close();
    if (reasoning) yield { type: 'kept-reasoning', reasoning };
    if (!call) return;
    const { id, name, json, isOurs } = call;
    const input = argumentsOf(json);
    call = undefined;
    if (!isOurs) return;
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
    assertSound(event);
    const delta = event.contentBlockDelta?.delta;
    const block = (event.contentBlockDelta ?? event.contentBlockStart)?.contentBlockIndex;
    const started = event.contentBlockStart?.start?.toolUse;
    if (stopped && (delta ?? started)) throw new ProblemError(damaged('content after messageStop'));
    if (delta?.toolUse && (!call || (call.block ?? block) !== (block ?? call.block)))
      throw new ProblemError(damaged('arguments without their call'));
    const beginning = started && block !== undefined ? `${block} ${started.toolUseId ?? ''}` : undefined;
    if (beginning !== undefined && begun.has(beginning)) {
      // An event that came twice.
      if (call?.block === block && call?.json === '') continue;
      throw new ProblemError(damaged('a call that began twice'));
    }
    if (beginning !== undefined) begun.add(beginning);
    // Whatever begins another block tells that the call before it was whole.
    if (bare.length > 0 && (delta ?? event.contentBlockStart)) yield* passBare();
    if (delta?.text) {
      record.addText(delta.text.length);
      yield { type: 'text', text: delta.text };
    } else if (delta?.reasoningContent) {
      const { text } = delta.reasoningContent;
      record.add(delta.reasoningContent);
      if (text) yield { type: 'reasoning', text };
    } else if (call && delta?.toolUse) {
      call.json += delta.toolUse.input ?? '';
    } else if (delta?.citation) {
      yield { type: 'citation', citation: citationOf(delta.citation) };
    } else if (started) {
      yield* closeBlock();
      const { toolUseId: id = '', name = '', type } = started;
      call = { id, name: names.fromModel(name), block, isOurs: type !== 'server_tool_use', json: '' };
    } else if (event.contentBlockStop) {
      yield* closeBlock();
    } else if (event.messageStop && !stopped) {
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
  const name = [title, source, location?.web?.domain].find(each => typeof each === 'string' && each !== '');
  return { title: name ?? l10n.t('Source'), ...(isWeb && { url: page.href }) };
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

export function usageOf(usage: TokenUsage): Usage {
  const cacheRead = countOf(usage.cacheReadInputTokens);
  const cacheWrite = countOf(usage.cacheWriteInputTokens);
  return {
    // Converse counts cached tokens apart from the others.
    input: countOf(usage.inputTokens) + cacheRead + cacheWrite,
    output: countOf(usage.outputTokens),
    cacheRead,
    cacheWrite,
  };
}

/** What is summed up and priced has to be a number. */
function countOf(value: number | undefined): number {
  return value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
