/** The editor's diff between a text from before, held in memory, and a file as it is now. */
import { basename } from 'node:path';
import * as vscode from 'vscode';

const SCHEME = 'openclaw-bedrock-before';
const texts = new Map<string, string>();

/** Serves the texts from before to the diff editor. */
export function registerDiff(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: uri => texts.get(uri.query) ?? '',
  });
}

export async function showDiff(path: string, before: string, title: string): Promise<void> {
  const query = String(texts.size);
  texts.set(query, before);
  const left = vscode.Uri.from({ scheme: SCHEME, path: `/${basename(path)}`, query });
  await vscode.commands.executeCommand('vscode.diff', left, vscode.Uri.file(path), title);
}
