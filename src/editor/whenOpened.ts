/** Waits for a kind of document to be opened. */
import * as vscode from 'vscode';

/**
 * Calls `then` once, as soon as a document is open that `isSought` says yes to; asked again for every document that
 * is open when `changed` fires.
 */
export function whenOpened(
  isSought: (document: vscode.TextDocument) => boolean,
  changed: vscode.Event<unknown>,
  then: () => void,
): vscode.Disposable {
  const look = (documents: readonly vscode.TextDocument[]) => {
    if (!documents.some(isSought)) return;
    listeners.dispose();
    then();
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(document => look([document])),
    changed(() => look(vscode.workspace.textDocuments)),
  );
  look(vscode.workspace.textDocuments);
  return listeners;
}
