/** The Bedrock API key that the user gave the editor to keep, in its secret storage. */
import type * as vscode from 'vscode';

const KEY = 'bedrockApiKey';

export class ApiKey {
  /** Fires after the key was set or removed, in another window too. */
  readonly onDidChange: vscode.Event<void>;
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
    this.onDidChange = listener =>
      secrets.onDidChange(({ key }) => {
        if (key === KEY) listener();
      });
  }

  /** Trimmed; undefined when there is none. */
  async get(): Promise<string | undefined> {
    return (await this.#secrets.get(KEY))?.trim() || undefined;
  }

  async set(key: string): Promise<void> {
    await this.#secrets.store(KEY, key.trim());
  }

  async remove(): Promise<void> {
    await this.#secrets.delete(KEY);
  }
}
