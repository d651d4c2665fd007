/** OpenClaw: Set AWS Profile for OpenClaw. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import * as fixes from '../bedrock/fixes.ts';
import { askPick, BACK } from '../editor/ask.ts';
import { assignmentsIn } from '../openclaw/dotEnv.ts';
import { withVariable } from '../openclaw/dotEnvFile.ts';
import { readOnlySwitch } from '../openclaw/readOnly.ts';
import { readText } from '../openclaw/readText.ts';
import { type ConfigUpdate, restoreConfig, updateConfig } from '../openclaw/updateConfig.ts';
import { ProblemError } from '../problem.ts';
import { noProfiles } from './connectionProblems.ts';
import type { Command, Parts } from './parts.ts';
import { profileItems } from './profileItems.ts';

const NAME = 'AWS_PROFILE';

/** What a person is asked for; callers with arguments can agree beforehand. */
interface Consent {
  readonly agreed?: boolean;
}

export const setOpenClawProfile: Command = {
  id: 'openclawBedrock.setOpenClawProfile',
  /** Writes a file that is not the config, so that a person is asked unless the caller says that one has agreed. */
  run: async (parts: Parts, given?: string, { agreed = false }: Consent = {}) => {
    const path = parts.config.environmentFile;
    await refuseWhereReadOnly(parts, path);
    const profile = typeof given === 'string' ? given.trim() : await pick(parts, path);
    if (profile === undefined) return { path, changed: false };
    if (!profile || /[\r\n]/.test(profile)) throw new ProblemError(notWritable(profile));
    if (!agreed && !(await isAgreed(parts, path, profile))) return { path, changed: false };

    const written = await updateConfig(path, text => {
      const next = withVariable(text ?? '', NAME, profile);
      if (next === undefined) throw new ProblemError(notWritable(profile));
      return Promise.resolve(next);
    });
    await parts.config.reread();
    void tell(parts, path, profile, written);
    return { path, profile, changed: written !== undefined };
  },
};

async function pick({ connections }: Parts, path: string): Promise<string | undefined> {
  const { list } = await connections.profiles();
  if (list.length === 0) throw new ProblemError(noProfiles());
  const text = (await readText(path)) ?? '';
  const current = assignmentsIn(text).findLast(({ name }) => name === NAME)?.value;
  const picked = await askPick({
    title: l10n.t('Set AWS Profile for OpenClaw'),
    placeholder: l10n.t('Choose the profile that OpenClaw signs with'),
    items: profileItems(list, current),
  });
  return picked === BACK ? undefined : picked;
}

async function isAgreed({ config }: Parts, path: string, profile: string): Promise<boolean> {
  const { origin } = await config.environment();
  const isThere = (await readText(path)) !== undefined;
  const go = l10n.t('Write It');
  const detail = [
    l10n.t('This writes {0} to OpenClaw’s own environment file:\n{1}', `${NAME}=${profile}`, path),
    l10n.t('OpenClaw’s gateway reads it when it is started again.'),
    l10n.t(
      'It does not belong in a shell profile: where the AWS files have no profile of that name, it stops the AWS CLI from working.',
    ),
    isThere && l10n.t('The file as it is now stays beside it, as {0}.', '.env.bak'),
    origin(NAME) === 'process' &&
      l10n.t(
        'The variable is set for this editor as well. Where OpenClaw is started with it, that one counts.',
      ),
  ];
  const answer = await vscode.window.showInformationMessage(
    l10n.t('Have OpenClaw use the AWS profile {0}?', profile),
    { modal: true, detail: detail.filter(Boolean).join('\n\n') },
    go,
  );
  return answer === go;
}

async function tell(
  { config, log }: Parts,
  path: string,
  profile: string,
  written: ConfigUpdate | undefined,
): Promise<void> {
  if (!written) {
    void vscode.window.showInformationMessage(l10n.t('{0} says {1} already.', path, `${NAME}=${profile}`));
    return;
  }
  const undo = l10n.t('Undo');
  const picked = await vscode.window.showInformationMessage(
    l10n.t('{0} is in {1}. Start OpenClaw’s gateway again so that it reads it.', `${NAME}=${profile}`, path),
    undo,
  );
  if (picked !== undo) return;
  try {
    await restoreConfig(path, written.after, written.before);
    await config.reread();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    log.problem(error.problem);
    void vscode.window.showWarningMessage(error.message);
  }
}

async function refuseWhereReadOnly({ config }: Parts, path: string): Promise<void> {
  const { values } = await config.environment();
  const name = readOnlySwitch(values);
  if (!name) return;
  throw new ProblemError({
    code: 'config-read-only',
    title: l10n.t('OpenClaw’s environment is managed elsewhere'),
    explanation: l10n.t('{0} is set, so nothing may write {1}. Change it where it is managed.', name, path),
    fixes: [],
  });
}

function notWritable(profile: string) {
  return {
    code: 'profile-invalid' as const,
    title: l10n.t('Not a profile that can be written down'),
    explanation: l10n.t('"{0}" can’t stand in an environment file. Choose another profile.', profile),
    fixes: [fixes.setOpenClawProfile()],
  };
}
