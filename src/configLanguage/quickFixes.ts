/** The fixes of what is marked: edits that leave all else in the file as it is, or a command. */
import * as vscode from 'vscode';
import { smallestEdit } from '../editor/replaceText.ts';
import type { FindingFix } from '../openclaw/checkConfig.ts';
import { editConfig } from '../openclaw/editConfig.ts';
import type { ConfigDiagnostics, Marked } from './diagnostics.ts';

export class QuickFixes implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];
  readonly #diagnostics: ConfigDiagnostics;

  constructor(diagnostics: ConfigDiagnostics) {
    this.#diagnostics = diagnostics;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const marks = this.#diagnostics
      .marksIn(document)
      .filter(({ diagnostic }) => diagnostic.range.intersection(range));
    const actions = await Promise.all(marks.map(mark => actionsOf(mark, document)));
    return actions.flat();
  }
}

async function actionsOf(
  { finding, diagnostic }: Marked,
  document: vscode.TextDocument,
): Promise<vscode.CodeAction[]> {
  const actions = await Promise.all(finding.fixes.map(fix => actionOf(fix, document)));
  return actions
    .filter(action => action !== undefined)
    .map((action, index) => Object.assign(action, { diagnostics: [diagnostic], isPreferred: index === 0 }));
}

/** Undefined for an edit that can't be made in this text without touching anything else. */
async function actionOf(
  fix: FindingFix,
  document: vscode.TextDocument,
): Promise<vscode.CodeAction | undefined> {
  const action = new vscode.CodeAction(fix.label, vscode.CodeActionKind.QuickFix);
  if ('command' in fix) {
    action.command = { title: fix.label, command: fix.command, arguments: [...(fix.arguments ?? [])] };
    return action;
  }
  const text = document.getText();
  const changed =
    'edits' in fix
      ? await editConfig(text, fix.edits, document.uri.fsPath).catch(() => undefined)
      : text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
  if (changed === undefined) return undefined;
  action.edit = smallestEdit(document, changed);
  return action;
}
