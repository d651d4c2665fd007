/** OpenClaw: Install Bedrock Plugin. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { INSTALL_PLUGIN } from '../openclaw/plugin.ts';
import type { Command, Parts } from './parts.ts';

export const installPlugin: Command = {
  id: 'openclawBedrock.installPlugin',
  run: async ({ config }: Parts) => {
    const go = l10n.t('Run in Terminal');
    const answer = await vscode.window.showInformationMessage(
      l10n.t('Install OpenClaw’s Bedrock plugin?'),
      { modal: true, detail: l10n.t('This runs in a terminal on this machine:\n{0}', INSTALL_PLUGIN) },
      go,
    );
    if (answer !== go) return { started: false };
    const terminal = vscode.window.createTerminal({
      name: 'OpenClaw',
      // OpenClaw would read the `.env` of a workspace.
      cwd: homedir(),
      // A profile's config has a state folder of its own, where the plugin belongs.
      env: { OPENCLAW_CONFIG_PATH: config.path, OPENCLAW_STATE_DIR: config.stateFolder },
    });
    terminal.show();
    terminal.sendText(INSTALL_PLUGIN);
    return { started: true };
  },
};
