/** The Bedrock API key that the user gave the editor to keep, in its secret storage. */
import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';

const KEY = 'bedrockApiKey';

export class ApiKey extends Disposable {
  /** Fires when the key was set or removed: before this window's own call returns, and for other windows' calls. */
  readonly onDidChange: vscode.Event<void>;
  readonly #secrets: vscode.SecretStorage;
  readonly #changed = this.register(new vscode.EventEmitter<void>());

  constructor(secrets: vscode.SecretStorage) {
    super();
    this.#secrets = secrets;
    this.onDidChange = this.#changed.event;
    this.register(
      secrets.onDidChange(({ key }) => {
        if (key === KEY) this.#changed.fire();
      }),
    );
  }

  /** Trimmed; undefined when there is none. */
  async get(): Promise<string | undefined> {
    return (await this.#secrets.get(KEY))?.trim() || undefined;
  }

  async set(key: string): Promise<void> {
    await this.#secrets.store(KEY, key.trim());
    this.#changed.fire();
  }

  async remove(): Promise<void> {
    await this.#secrets.delete(KEY);
    this.#changed.fire();
  }
}
