/** What the answers of this window came to: tokens, and their price by the catalogue. */
import * as vscode from 'vscode';
import type { Usage } from '../bedrock/converse/conversation.ts';
import { costOf } from '../bedrock/converse/cost.ts';
import type { Price } from '../bedrock/models/figures.ts';
import { Disposable } from '../editor/disposable.ts';

export interface Spent extends Usage {
  /** Dollars, estimated. */
  readonly cost: number;
}

export interface LastAnswer extends Usage {
  readonly modelName: string;
  /** Dollars, estimated; absent where the catalogue has no price. */
  readonly cost?: number;
}

export interface Session extends Spent {
  readonly answers: number;
  /** Answers whose price is not known. */
  readonly withoutPrice: number;
}

export class Spending extends Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #last: LastAnswer | undefined;
  #session: Session = {
    answers: 0,
    withoutPrice: 0,
    input: 0,
    output: 0,
    cacheRead: 0,
    cacheWrite: 0,
    cost: 0,
  };

  constructor() {
    super();
    this.onDidChange = this.#changed.event;
  }

  get last(): LastAnswer | undefined {
    return this.#last;
  }

  /** Since the window was opened. */
  get session(): Session {
    return this.#session;
  }

  add(modelName: string, usage: Usage, price: Price | undefined): void {
    const cost = price && costOf(usage, price);
    const { answers, withoutPrice, input, output, cacheRead, cacheWrite, cost: before } = this.#session;
    this.#last = { modelName, ...usage, ...(cost !== undefined && { cost }) };
    this.#session = {
      answers: answers + 1,
      withoutPrice: withoutPrice + (cost === undefined ? 1 : 0),
      input: input + usage.input,
      output: output + usage.output,
      cacheRead: cacheRead + usage.cacheRead,
      cacheWrite: cacheWrite + usage.cacheWrite,
      cost: before + (cost ?? 0),
    };
    this.#changed.fire();
  }
}
