/** Bedrock: Stop Using in Chat. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { removeProviderGroups } from '../editor/providerGroups.ts';
import type { Command } from './parts.ts';

export const stopUsingInChat: Command = {
  id: 'openclawBedrock.stopUsingInChat',
  run: async () => {
    const removed = await removeProviderGroups(PROVIDER_ID);
    void vscode.window.showInformationMessage(
      removed > 0
        ? l10n.t('Bedrock is no longer in the editor’s language model configuration.')
        : l10n.t('Bedrock was not in the editor’s language model configuration.'),
    );
    return { changed: removed > 0 };
  },
};
