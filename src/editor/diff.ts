/** The editor's diff between a text from before, held in memory while it is shown, and a file as it is now. */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';

const SCHEME = 'openclaw-bedrock-before';

export class DiffViewer extends Disposable implements vscode.TextDocumentContentProvider {
  /** By the query of their URIs; forgotten when the diff is closed, since a config can hold secrets. */
  readonly #texts = new Map<string, string>();
  #shown = 0;

  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.query)));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.query) ?? '';
  }

  async show(path: string, before: string, title: string): Promise<void> {
    const query = String(this.#shown++);
    this.#texts.set(query, before);
    const left = vscode.Uri.from({ scheme: SCHEME, path: `/${basename(path)}`, query });
    await vscode.commands.executeCommand('vscode.diff', left, vscode.Uri.file(path), title);
  }
}
