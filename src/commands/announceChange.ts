/** Tells of a change to the config, and offers to show it and to take it back. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { ConfigChange } from '../state/configEditor.ts';
import type { Parts } from './parts.ts';

export async function announceChange(
  text: string,
  change: ConfigChange,
  { configEditor, diffViewer }: Parts,
): Promise<void> {
  const show = l10n.t('Show Changes');
  const undo = l10n.t('Undo');
  const picked = await vscode.window.showInformationMessage(text, show, undo);
  if (picked === show)
    await diffViewer.show(change.path, change.before ?? '', l10n.t('OpenClaw Config: Before and Now'));
  if (picked !== undo) return;
  if (configEditor.last === change)
    await vscode.commands.executeCommand('openclawBedrock.undoLastConfigChange');
  else
    void vscode.window.showInformationMessage(
      l10n.t('This was not the last change. Undo the later ones first.'),
    );
}
