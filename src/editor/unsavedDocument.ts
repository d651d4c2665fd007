/** Documents by the file they are open on, links resolved. */
import { realpathSync } from 'node:fs';
import * as vscode from 'vscode';

/** The open document on this file, or on what it links to, that has unsaved changes. */
export function unsavedDocument(path: string): vscode.TextDocument | undefined {
  const dirty = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uri.scheme === 'file');
  if (dirty.length === 0) return undefined;
  const file = realPath(path);
  return dirty.find(({ uri }) => realPath(uri.fsPath) === file);
}

/** Where links lead, as the editor writes paths; for a file that is not there, its own path. */
export function realPath(path: string): string {
  const { fsPath } = vscode.Uri.file(path);
  try {
    return realpathSync(fsPath);
  } catch {
    return fsPath;
  }
}
