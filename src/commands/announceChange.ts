/** Tells of a change to the config and of what stays in its way, and offers to show it and to take it back. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { takeFix } from '../editor/notify.ts';
import type { Warning } from '../openclaw/edits/plan.ts';
import type { ConfigChange } from '../state/configEditor.ts';
import type { Parts } from './parts.ts';

export async function announceChange(
  { configEditor, diffViewer, told }: Parts,
  change: ConfigChange | undefined,
  { done, same }: { readonly done: string; readonly same: string },
  { warnings, notDone }: { readonly warnings: readonly Warning[]; readonly notDone: readonly string[] },
): Promise<void> {
  const fresh = warnings.filter(({ isLasting, text }) => !isLasting || !told.has(text));
  for (const { text } of fresh) told.add(text);
  const unsaved = l10n.t('The config is open with unsaved changes: save it to apply.');
  const left = notDone.length > 0 && l10n.t('Not done: {0}.', notDone.join('; '));
  const text = [change ? done : same, change?.isUnsaved && unsaved, left, ...fresh.map(each => each.text)]
    .filter(Boolean)
    .join(' ');
  const show = l10n.t('Show Changes');
  const undo = l10n.t('Undo');
  const fixes = fresh.flatMap(({ fix }) => fix ?? []);
  const buttons = [...(change ? [show, undo] : []), ...fixes.map(({ label }) => label)];
  const picked =
    fresh.length > 0
      ? await vscode.window.showWarningMessage(text, ...buttons)
      : await vscode.window.showInformationMessage(text, ...buttons);

  const fix = fixes.find(({ label }) => label === picked);
  if (fix) return takeFix(fix);
  if (!change) return;
  if (picked === show) await diffViewer.show(change.files, l10n.t('OpenClaw Config: Before and Now'));
  if (picked !== undo) return;
  if (configEditor.last === change)
    await vscode.commands.executeCommand('openclawBedrock.undoLastConfigChange');
  else
    void vscode.window.showInformationMessage(
      l10n.t('This was not the last change. Undo the later ones first.'),
    );
}
