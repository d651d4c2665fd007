/** Bedrock: Remove API Key. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { explainCredentials } from '../bedrock/connection/explain.ts';
import type { Command, Parts } from './parts.ts';

export const removeApiKey: Command = {
  id: 'openclawBedrock.removeApiKey',
  /** Asks nothing. */
  run: async ({ apiKey, connections }: Parts) => {
    const changed = (await apiKey.get()) !== undefined;
    if (changed) await apiKey.remove();
    const now = explainCredentials((await connections.detected()).connection.credentials);
    void vscode.window.showInformationMessage(
      changed
        ? l10n.t('API key removed. Bedrock now uses: {0}.', now)
        : l10n.t('The editor keeps no API key. Bedrock uses: {0}.', now),
    );
    return { changed };
  },
};
