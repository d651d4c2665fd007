/** Keeps account of an answer: a line in the log, and what it came to. */
import type { Question } from '../bedrock/converse/conversation.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { Log } from '../editor/log.ts';
import type { Spending } from '../state/spending.ts';
import type { AnswerSummary } from './answerReport.ts';

export interface JournalParts {
  readonly log: Log;
  readonly spending: Spending;
  readonly model: BedrockModel;
  /** The id of the extension that asks, or `core`. */
  readonly requester: string;
  /** Whether what is asked goes into the log too. */
  readonly logsContent: boolean;
}

export class AnswerJournal {
  readonly #parts: JournalParts;
  readonly #startedAt = performance.now();

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /** Nothing that was said is in the log unless a setting for finding faults asks for it. */
  asked(question: Question): void {
    const { log, logsContent } = this.#parts;
    if (!logsContent) return;
    const leaveOutBytes = (_: string, value: unknown) =>
      value instanceof Uint8Array ? `${value.length} bytes` : value;
    log.info(`Asked: ${JSON.stringify(question, leaveOutBytes)}`);
  }

  /** Model, route, tokens, share of the cache, times, how it ended and who asked. */
  answered(summary: AnswerSummary, routeId: string, isCancelled: boolean): void {
    const { log, spending, model, requester } = this.#parts;
    const { usage, stopReason, firstPart, retries } = summary;
    if (usage) spending.add(model.name, usage, model.routes.find(({ id }) => id === routeId)?.price);
    const milliseconds = (time: number) => `${Math.round(time)} ms`;
    const figures = [
      `${model.key} through ${routeId}`,
      usage && `${usage.input} tokens in, ${usage.output} out, ${cachedShare(usage)}% from the cache`,
      firstPart !== undefined && `first token after ${milliseconds(firstPart)}`,
      `${milliseconds(performance.now() - this.#startedAt)} in all`,
      retries > 0 && `${retries} retries`,
      isCancelled ? 'cancelled' : (stopReason ?? 'failed'),
      `asked by ${requester}`,
    ];
    log.info(`Answer: ${figures.filter(Boolean).join(', ')}.`);
  }
}

function cachedShare({ input, cacheRead }: { readonly input: number; readonly cacheRead: number }): number {
  return input === 0 ? 0 : Math.round((cacheRead / input) * 100);
}
