/** Bedrock: Use in Chat. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { modelToBeginWith, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { addProviderGroup, canUseProviderGroups, enableBuiltInChat } from '../editor/providerGroups.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { ProblemError } from '../problem.ts';
import type { Command, Parts } from './parts.ts';

/** The properties of a provider group; blank ones mean what this machine's own connection has. */
export interface Group {
  readonly name?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly apiKey?: string;
}

export const useInChat: Command = {
  id: 'openclawBedrock.useInChat',
  /** Called with a group it asks nothing. */
  run: async (parts: Parts, group?: Group) => {
    if (!(await canUseProviderGroups())) throw new ProblemError(groupsUnsupported());
    if (!group && !(await isAgreed())) return { changed: false };

    const title = l10n.t('Adding Bedrock to the chat panel');
    const changed = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title },
      async () => {
        const name = group?.name ?? l10n.t('Amazon Bedrock');
        const isNew = await addProviderGroup({ ...group, vendor: PROVIDER_ID, name });
        if (isNew) await parts.groupsMade.set([...(parts.groupsMade.get() ?? []), name]);
        await enableBuiltInChat();
        return isNew;
      },
    );
    await openChatPanel(parts);
    return { changed };
  },
};

async function isAgreed(): Promise<boolean> {
  const go = l10n.t('Use in Chat');
  const answer = await vscode.window.showInformationMessage(
    l10n.t('Use Bedrock in the chat panel?'),
    {
      modal: true,
      detail: l10n.t(
        'This adds "Amazon Bedrock" to the editor’s language models and turns on its built-in chat extension. The chat panel then answers with your Bedrock models, without a GitHub sign-in. "Bedrock: Stop Using in Chat" removes that entry again.',
      ),
    },
    go,
  );
  return answer === go;
}

/**
 * Opens the chat panel on OpenClaw's primary model, or on another of Bedrock's. One must be named: what the panel
 * had picked before goes by another name now that the models stand in a group.
 */
async function openChatPanel({ connections, config }: Parts): Promise<void> {
  const models = await (await connections.detected()).models();
  const primary = primaryModel(models, (await config.read()).value);
  const id = (primary ?? modelToBeginWith(models))?.key;
  const openChat = (options = {}) => vscode.commands.executeCommand('workbench.action.chat.open', options);
  // An editor that does not take a model this way opens its chat all the same.
  await openChat({ modelSelector: { vendor: PROVIDER_ID, ...(id && { id }) } }).then(undefined, () =>
    openChat(),
  );
}

export function groupsUnsupported() {
  return {
    code: 'editor-unsupported' as const,
    title: l10n.t('This editor can’t use other models in its chat panel'),
    explanation: l10n.t('Ask "@bedrock" in the chat instead, or use a newer VS Code.'),
    fixes: [],
  };
}
