/** Tells of a change to the config, and offers to show it and to take it back. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { showDiff } from '../editor/diff.ts';
import type { ConfigChange, ConfigEditor } from '../state/configEditor.ts';

export async function announceChange(
  text: string,
  change: ConfigChange,
  editor: ConfigEditor,
): Promise<void> {
  const show = l10n.t('Show Changes');
  const undo = l10n.t('Undo');
  const picked = await vscode.window.showInformationMessage(text, show, undo);
  if (picked === show)
    await showDiff(change.path, change.before ?? '', l10n.t('OpenClaw Config: Before and Now'));
  if (picked === undo && editor.last === change) {
    await vscode.commands.executeCommand('openclawBedrock.undoLastConfigChange');
  }
}
