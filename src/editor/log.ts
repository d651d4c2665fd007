/** The log channel: what happened, never what was said, and no secret, wherever a line comes from. */
import type * as vscode from 'vscode';
import type { Problem } from '../problem.ts';
import { withoutSecrets } from '../withoutSecrets.ts';

export class Log {
  readonly #channel: vscode.LogOutputChannel;

  constructor(channel: vscode.LogOutputChannel) {
    this.#channel = channel;
  }

  info(message: string): void {
    this.#channel.info(withoutSecrets(message));
  }

  problem({ code, title, explanation, details }: Problem): void {
    const line = [`${code}: ${title}.`, explanation, details && `(${details})`].filter(Boolean).join(' ');
    this.#channel.warn(withoutSecrets(line));
  }

  problems(problems: readonly Problem[]): void {
    for (const problem of problems) this.problem(problem);
  }

  show(): void {
    this.#channel.show(true);
  }
}
