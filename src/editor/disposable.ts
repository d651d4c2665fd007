/** Collects what an object must let go of when it goes itself. */
import type * as vscode from 'vscode';

export abstract class Disposable implements vscode.Disposable {
  readonly #owned: vscode.Disposable[] = [];

  dispose(): void {
    for (const owned of this.#owned.splice(0).reverse()) owned.dispose();
  }

  protected register<Owned extends vscode.Disposable>(owned: Owned): Owned {
    this.#owned.push(owned);
    return owned;
  }
}
