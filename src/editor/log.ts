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

  show(): void {
    this.#channel.show(true);
  }
}
