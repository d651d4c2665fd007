/** OpenClaw: Install Bedrock Plugin. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Command } from './parts.ts';

/** Fixed text: nothing from outside is part of it. */
const INSTALL = 'openclaw plugins install @openclaw/amazon-bedrock-provider';

export const installPlugin: Command = {
  id: 'openclawBedrock.installPlugin',
  run: async () => {
    const go = l10n.t('Run in Terminal');
    const answer = await vscode.window.showInformationMessage(
      l10n.t('Install OpenClaw’s Bedrock plugin?'),
      { modal: true, detail: l10n.t('This runs in a terminal on this machine:\n{0}', INSTALL) },
      go,
    );
    if (answer !== go) return { started: false };
    const terminal = vscode.window.createTerminal('OpenClaw');
    terminal.show();
    terminal.sendText(INSTALL);
    return { started: true };
  },
};
