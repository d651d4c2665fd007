/** Changes an open document's text by its smallest differing stretch, so that cursors and folds stay. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

/** Throws when the editor refuses, as for a read-only document. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  if (!(await vscode.workspace.applyEdit(smallestEdit(document, text)))) {
    throw new Error(l10n.t('The editor refused the change.'));
  }
}

/** The edit that gives a document this text. */
export function smallestEdit(document: vscode.TextDocument, text: string): vscode.WorkspaceEdit {
  const before = document.getText();
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  let same = 0;
  const most = Math.min(before.length, text.length) - start;
  while (same < most && before.at(-1 - same) === text.at(-1 - same)) same++;

  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - same));
  edit.replace(document.uri, range, text.slice(start, text.length - same));
  return edit;
}
