/** The editor's diff between texts from before, held in memory while they are shown, and files as they are now. */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';

const SCHEME = 'openclaw-bedrock-before';

/** A file, and its text from before; undefined when there was none. */
interface Before {
  readonly path: string;
  readonly before: string | undefined;
}

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

  /** One editor a file. */
  async show(files: readonly Before[], title: string): Promise<void> {
    for (const { path, before } of files) {
      const left = this.#keep(path, before ?? '');
      await vscode.commands.executeCommand('vscode.diff', left, vscode.Uri.file(path), title, {
        preview: files.length === 1,
      });
    }
  }

  #keep(path: string, text: string): vscode.Uri {
    const query = String(this.#shown++);
    this.#texts.set(query, text);
    return vscode.Uri.from({ scheme: SCHEME, path: `/${basename(path)}`, query });
  }
}
