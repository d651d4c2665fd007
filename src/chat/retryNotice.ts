/** Says in the status bar that a request is on its way once more, and why. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';

export class RetryNotice {
  #shown: PromiseWithResolvers<undefined> | undefined;

  /** Shows it in the place of the one before, until it is hidden. */
  show({ title }: Problem, seconds: number): void {
    this.hide();
    const shown = (this.#shown = Promise.withResolvers<undefined>());
    void vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: l10n.t('{0}: trying again in {1} s', title, seconds),
      },
      () => shown.promise,
    );
  }

  hide(): void {
    this.#shown?.resolve(undefined);
    this.#shown = undefined;
  }
}
