/** Bedrock: Stop Using in Chat. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { manageModels } from '../bedrock/fixes.ts';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { takeFix } from '../editor/notify.ts';
import { canUseProviderGroups, removeProviderGroups } from '../editor/providerGroups.ts';
import type { Command, Parts } from './parts.ts';
import { stopUsingForSmallTasks } from './smallTasks.ts';

export const stopUsingInChat: Command = {
  id: 'openclawBedrock.stopUsingInChat',
  /** Takes back what Use in Chat added, and nothing that the user added by name or by hand. */
  run: async ({ groupsMade }: Parts) => {
    const none = { removed: [], left: [] };
    const { removed, left } = (await canUseProviderGroups())
      ? await removeProviderGroups(PROVIDER_ID, groupsMade.get() ?? [])
      : none;
    await groupsMade.set([]);
    await stopUsingForSmallTasks();
    void tell(removed, left);
    return { changed: removed.length > 0, left };
  },
};

async function tell(removed: readonly string[], left: readonly string[]): Promise<void> {
  if (left.length === 0) {
    void vscode.window.showInformationMessage(
      removed.length > 0
        ? l10n.t(
            'The entry for Bedrock is gone from the editor’s language models. Its models can still be picked, and the built-in chat extension stays on.',
          )
        : l10n.t('There was no entry for Bedrock in the editor’s language models.'),
    );
    return;
  }
  const manage = manageModels();
  const picked = await vscode.window.showInformationMessage(
    l10n.t(
      'Still among the editor’s language models, since they were added as connections or by hand, or hold a key: {0}.',
      left.join(', '),
    ),
    manage.label,
  );
  if (picked) await takeFix(manage);
}
