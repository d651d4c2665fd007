/** The log channel: what happened, never what was said, and no secret. */
import type * as vscode from 'vscode';
import type { Problem } from '../problem.ts';

export class Log {
  readonly #channel: vscode.LogOutputChannel;

  constructor(channel: vscode.LogOutputChannel) {
    this.#channel = channel;
  }

  info(message: string): void {
    this.#channel.info(message);
  }

  problem({ code, title, explanation, details }: Problem): void {
    this.#channel.warn(
      [`${code}: ${title}.`, explanation, details && `(${details})`].filter(Boolean).join(' '),
    );
  }

  problems(problems: readonly Problem[]): void {
    for (const problem of problems) this.problem(problem);
  }

  show(): void {
    this.#channel.show(true);
  }
}
