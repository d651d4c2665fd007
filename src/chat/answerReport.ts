/** Passes the parts of an answer on to the editor as they come, deltas of one moment joined. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { AnswerPart, Citation, Usage } from '../bedrock/converse/conversation.ts';
import { noteOnStop } from '../bedrock/converse/stopReason.ts';
import { routeName } from '../bedrock/models/words.ts';
import { plain } from '../editor/markdown.ts';
import { JoinedText } from './joinedText.ts';
import { RetryNotice } from './retryNotice.ts';
import { keepingPart, thinkingPart } from './thinking.ts';

type Progress = vscode.Progress<vscode.LanguageModelResponsePart>;

/** What is known of an answer once it is over, or has failed. */
export interface AnswerSummary {
  readonly usage?: Usage;
  /** Tokens that went in, by our own estimate. */
  readonly estimate?: number;
  readonly stopReason?: string;
  /** Milliseconds until the first of it came. */
  readonly firstPart?: number;
  /** How often the request was sent once more. */
  readonly retries: number;
  /** The id of the route that was taken from the default's, for a reason. */
  readonly rerouted?: string;
}

export class AnswerReport {
  readonly #progress: Progress;
  readonly #text: JoinedText;
  readonly #thought: JoinedText;
  readonly #notice = new RetryNotice();
  readonly #citations: Citation[] = [];
  readonly #startedAt = performance.now();
  #summary: AnswerSummary = { retries: 0 };
  #routeNote = '';

  constructor(progress: Progress) {
    this.#progress = progress;
    this.#text = new JoinedText(text => progress.report(new vscode.LanguageModelTextPart(text)));
    this.#thought = new JoinedText(text => this.#report(thinkingPart(text)));
  }

  get summary(): AnswerSummary {
    return this.#summary;
  }

  /** Passes all parts on; throws what they throw, after what came before it. */
  async pass(parts: AsyncIterable<AnswerPart>): Promise<void> {
    try {
      for await (const part of parts) this.#take(part);
    } finally {
      this.#notice.hide();
      this.#flush();
    }
  }

  #take(part: AnswerPart): void {
    switch (part.type) {
      case 'retrying':
        this.#summary = { ...this.#summary, retries: this.#summary.retries + 1 };
        this.#notice.show(part.problem, part.seconds);
        return;
      case 'rerouted':
        this.#summary = { ...this.#summary, rerouted: part.to.id };
        this.#routeNote = noteOnRoute(routeName(part.from), routeName(part.to));
        return;
      case 'usage':
        this.#summary = {
          ...this.#summary,
          usage: part.usage,
          ...(part.estimate !== undefined && { estimate: part.estimate }),
        };
        this.#flush();
        this.#progress.report(usagePart(part.usage));
        return;
    }
    if (this.#summary.firstPart === undefined) {
      this.#summary = { ...this.#summary, firstPart: performance.now() - this.#startedAt };
    }
    this.#notice.hide();
    switch (part.type) {
      case 'text':
        this.#thought.flush();
        this.#text.push(part.text);
        return;
      case 'reasoning':
        this.#text.flush();
        this.#thought.push(part.text);
        return;
      case 'kept-reasoning':
        this.#flush();
        this.#report(keepingPart(part.reasoning));
        return;
      case 'tool-call':
        this.#flush();
        this.#progress.report(new vscode.LanguageModelToolCallPart(part.id, part.name, part.input));
        return;
      case 'citation':
        this.#citations.push(part.citation);
        return;
      case 'stop':
        this.#summary = { ...this.#summary, stopReason: part.reason };
        this.#thought.flush();
        // Below the answer: what a model thought is given back by its place among its own words.
        this.#text.push(sourcesOf(this.#citations) + noteOnStop(part.reason) + this.#routeNote);
    }
  }

  #flush(): void {
    this.#thought.flush();
    this.#text.flush();
  }

  /** The typings know no thinking; an editor that knows none either has no part for it. */
  #report(part: vscode.LanguageModelThinkingPart | undefined): void {
    if (part) this.#progress.report(part as unknown as vscode.LanguageModelResponsePart);
  }
}

function noteOnRoute(from: string, to: string): string {
  return `\n\n*${l10n.t('{0} is refused for this model: answered through {1}.', plain(from), plain(to))}*\n`;
}

/** What an answer cites, each once; only pages of the web are links. */
function sourcesOf(citations: readonly Citation[]): string {
  if (citations.length === 0) return '';
  const lines = citations.map(({ title, url }) =>
    url ? `[${plain(title)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})` : plain(title),
  );
  return `\n\n${l10n.t('Sources:')}\n${[...new Set(lines)].map(line => `- ${line}`).join('\n')}\n`;
}

/** What the editor's context meter reads. */
function usagePart({ input, output, cacheRead, cacheWrite }: Usage): vscode.LanguageModelDataPart {
  const usage = {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cacheRead, cache_creation_input_tokens: cacheWrite },
  };
  return vscode.LanguageModelDataPart.json(usage, 'usage');
}
