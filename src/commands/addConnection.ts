/** Bedrock: Add Connection. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import * as fixes from '../bedrock/fixes.ts';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { type BuiltInChat, isChatHidden } from '../editor/builtInChat.ts';
import { addProviderGroup, canUseProviderGroups } from '../editor/providerGroups.ts';
import { isRegionName } from '../regions.ts';
import { ProblemError } from '../problem.ts';
import { groupKey } from '../state/groups.ts';
import { askForConnection, type NewConnection } from './askForConnection.ts';
import { connectionExists, invalidApiKey, invalidEndpoint, invalidRegion } from './connectionProblems.ts';
import { apiKeyProblem, endpointProblem } from './connectionWords.ts';
import type { Command, Parts } from './parts.ts';
import { type Group, groupsUnsupported, openChat } from './chatPanel.ts';

export const addConnection: Command = {
  id: 'openclawBedrock.addConnection',
  /** Called with a group, which needs a name, it asks nothing. The answer never holds its key. */
  run: async (parts: Parts, given?: Group) => {
    if (!(await canUseProviderGroups())) throw new ProblemError(groupsUnsupported());
    const isGiven = given?.name !== undefined;
    const taken = new Set<string>();
    for (;;) {
      const group = isGiven ? checked(given) : await askForConnection(parts, taken);
      if (!group) return { changed: false };
      if (await add(parts, group)) return { name: group.name, changed: true };
      if (isGiven) throw new ProblemError(connectionExists(group.name));
      taken.add(group.name);
    }
  },
};

/** Throws a `ProblemError` for what can't be a connection. */
function checked(given: Group): NewConnection {
  const group = trimmed(given);
  const { region, endpoint, apiKey } = group;
  if (region && !isRegionName(region)) throw new ProblemError(invalidRegion(region));
  if (endpoint && endpointProblem(endpoint)) throw new ProblemError(invalidEndpoint(endpoint));
  const keyProblem = apiKey && apiKeyProblem(apiKey);
  if (keyProblem) throw new ProblemError(invalidApiKey(keyProblem, fixes.addConnection()));
  return { name: l10n.t('Amazon Bedrock'), ...group };
}

/** What of a group is known and not blank. */
function trimmed({ name, region, profile, endpoint, apiKey }: Group): Group {
  const entries = Object.entries({ name, region, profile, endpoint, apiKey });
  const texts = entries.map(([key, value]) => [key, value?.trim()] as const);
  return Object.fromEntries(texts.filter(([, text]) => text));
}

/**
 * False when there is one of this name. The editor puts the key into its secret storage itself. Unlike what Use in
 * Chat adds, it is not for Stop Using in Chat to take away: somebody gave it a name and perhaps a key.
 */
async function add(
  { groupsMade, connectionNames, builtInChat }: Parts,
  group: NewConnection,
): Promise<boolean> {
  const title = l10n.t('Adding the connection');
  const isNew = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title },
    async () => {
      // Before it is there, since the sidebar shows it as soon as it is.
      const names = connectionNames.get() ?? {};
      await connectionNames.set({ ...names, [groupKey(group)]: group.name });
      if (!(await addProviderGroup({ ...group, vendor: PROVIDER_ID }))) {
        await connectionNames.set(names);
        return false;
      }
      // One of this name that was removed by hand may still count as made by Use in Chat.
      await groupsMade.set((groupsMade.get() ?? []).filter(name => name !== group.name));
      if (!isChatHidden()) await builtInChat.enable();
      return true;
    },
  );
  if (isNew) void tell(group.name, builtInChat);
  return isNew;
}

async function tell(name: string, builtInChat: BuiltInChat): Promise<void> {
  if (isChatHidden()) {
    void vscode.window.showInformationMessage(
      l10n.t('The models of "{0}" are in the sidebar once they are listed.', name),
    );
    return;
  }
  const open = l10n.t('Open Chat');
  const picked = await vscode.window.showInformationMessage(
    l10n.t(
      'The models of "{0}" are now in the chat’s model picker, and in the sidebar once they are listed.',
      name,
    ),
    open,
  );
  if (picked) await openChat(builtInChat);
}
