/** OpenClaw: Open Environment File, with a line for a variable whose value is left for a person to fill in. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { assignmentsIn } from '../openclaw/dotEnv.ts';
import { updateConfig } from '../openclaw/updateConfig.ts';
import { ProblemError } from '../problem.ts';
import type { Command, Parts } from './parts.ts';
import { variableProblem } from './proxyWords.ts';

export const openEnvironmentFile: Command = {
  id: 'openclawBedrock.openEnvironmentFile',
  /** What a variable is set to is never given, and never written: the line is left for a person to finish and save. */
  run: async (parts: Parts, variable?: string) => {
    const path = parts.config.environmentFile;
    const name = typeof variable === 'string' ? variable : undefined;
    if (name !== undefined && variableProblem(name)) throw new ProblemError(notAName());
    await parts.configEditor.refuseWhereReadOnly();
    // Made here, it is private; saved by the editor, everybody on this machine could read it.
    await updateConfig(path, text => Promise.resolve(text ?? ''));
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    const editor = await vscode.window.showTextDocument(document);
    const at = name === undefined ? undefined : await placeOf(document, name);
    if (at) {
      editor.selection = new vscode.Selection(at, at);
      editor.revealRange(new vscode.Range(at, at));
    }
    return { path };
  },
};

/** Where the value of the variable stands, or is to stand in a line that is added at the end. */
async function placeOf(document: vscode.TextDocument, name: string): Promise<vscode.Position> {
  const text = document.getText();
  const written = assignmentsIn(text).findLast(each => each.name === name);
  if (written) return document.positionAt(written.range[1]);
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(text.length), `${isOpen ? '\n' : ''}${name}=`);
  await vscode.workspace.applyEdit(edit);
  return document.positionAt(document.getText().length);
}

function notAName() {
  return {
    code: 'setting-invalid' as const,
    title: l10n.t('Not the name of a variable'),
    explanation: l10n.t('Use upper-case letters, digits and _ only, and never what it is set to.'),
    fixes: [],
  };
}
