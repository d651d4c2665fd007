/** Bedrock: Remove API Key. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { explainConnection } from '../bedrock/connection/explain.ts';
import type { Command, Parts } from './parts.ts';

export const removeApiKey: Command = {
  id: 'openclawBedrock.removeApiKey',
  /** Asks nothing. */
  run: async ({ apiKey, connections }: Parts) => {
    const changed = (await apiKey.get()) !== undefined;
    if (changed) await apiKey.remove();
    const now = explainConnection((await connections.detected()).connection);
    void vscode.window.showInformationMessage(
      changed
        ? l10n.t(
            'The API key is gone from the editor’s secret storage. Bedrock is now reached with: {0}.',
            now,
          )
        : l10n.t('The editor’s secret storage holds no API key. Bedrock is reached with: {0}.', now),
    );
    return { changed };
  },
};
