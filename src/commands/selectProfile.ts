/** Bedrock: Select Profile. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { explainCredentials } from '../bedrock/connection/explain.ts';
import type { Profile } from '../bedrock/connection/profiles.ts';
import * as fixes from '../bedrock/fixes.ts';
import { askPick, BACK } from '../editor/ask.ts';
import { takeFix } from '../editor/notify.ts';
import { connectionLayer, setProfileSetting } from '../editor/settings.ts';
import { ProblemError } from '../problem.ts';
import { noProfiles } from './connectionProblems.ts';
import type { Command, Parts } from './parts.ts';
import { profileItems } from './profileItems.ts';

export const selectProfile: Command = {
  id: 'openclawBedrock.selectProfile',
  /** Called with a profile's name it asks nothing; a blank one means what this machine has. */
  run: async (parts: Parts, given?: string) => {
    const { list: profiles } = await parts.connections.profiles();
    const before = connectionLayer().profile ?? '';
    const chosen = typeof given === 'string' ? given.trim() : await pick(parts, profiles, before);
    if (chosen === undefined) return { profile: before, changed: false };
    if (chosen && !profiles.some(({ name }) => name === chosen)) throw new ProblemError(notFound(chosen));
    await setProfileSetting(chosen);
    if (typeof given !== 'string') void tell(parts);
    return { profile: chosen, changed: chosen !== before };
  },
};

async function pick(
  { connections }: Parts,
  profiles: readonly Profile[],
  current: string,
): Promise<string | undefined> {
  if (profiles.length === 0 && !current) throw new ProblemError(noProfiles());
  const { credentials } = await connections.openclaw();
  const picked = await askPick({
    title: l10n.t('Select the AWS Profile for Bedrock'),
    placeholder: l10n.t('Type a name; the choice is kept in the setting openclawBedrock.profile'),
    items: [
      {
        label: l10n.t('What this machine has'),
        description: explainCredentials(credentials),
        detail: l10n.t('API key, AWS_PROFILE, access keys, then what else the AWS SDK finds'),
        isCurrent: !current,
        value: '',
      },
      { heading: l10n.t('Profiles') },
      ...profileItems(profiles, current),
    ],
  });
  return picked === BACK ? undefined : picked;
}

/** What is used now. A sign-in that it needs is asked for once it turns out to be needed. */
async function tell({ connections }: Parts): Promise<void> {
  const { connection } = await connections.detected();
  const { credentials } = connection;
  const isOverruled = credentials.kind === 'bearer' && credentials.origin.from === 'secret-storage';
  if (!isOverruled || !connectionLayer().profile) {
    void vscode.window.showInformationMessage(
      l10n.t('Bedrock now uses: {0}.', explainCredentials(credentials)),
    );
    return;
  }
  const remove = fixes.removeApiKey();
  const picked = await vscode.window.showWarningMessage(
    l10n.t(
      'The API key in the editor’s secret storage goes before this profile. Remove it to use the profile.',
    ),
    remove.label,
  );
  if (picked) await takeFix(remove);
}

function notFound(name: string) {
  return {
    code: 'profile-not-found' as const,
    title: l10n.t('There is no such AWS profile'),
    explanation: l10n.t('The AWS config files name no profile "{0}". Choose another one, or make it.', name),
    fixes: [fixes.selectProfile(), fixes.profileGuide()],
  };
}
