/** OpenClaw: Create Config. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type EditResult, unchanged } from './change.ts';
import type { Command, Parts } from './parts.ts';

export const createConfig: Command = {
  id: 'openclawBedrock.createConfig',
  /** Makes an empty config where there is none, and opens it; there is nothing to ask for. */
  run: async (parts: Parts): Promise<EditResult> => {
    const change = await parts.configEditor.create();
    await vscode.window.showTextDocument(vscode.Uri.file(parts.config.path));
    void offerPrimary(
      change
        ? l10n.t('The OpenClaw config is created.')
        : l10n.t('There is an OpenClaw config already, which is left as it is.'),
    );
    return { ...unchanged(parts), changed: change !== undefined };
  },
};

async function offerPrimary(text: string): Promise<void> {
  const setPrimary = l10n.t('Set Primary Model');
  const picked = await vscode.window.showInformationMessage(text, setPrimary);
  if (picked) await vscode.commands.executeCommand('openclawBedrock.setPrimaryModel');
}
