/** Bedrock: Sign In. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Profile } from '../bedrock/connection/profiles.ts';
import { askPick, BACK } from '../editor/ask.ts';
import { runInTerminal } from '../editor/terminal.ts';
import { findOnPath } from '../onPath.ts';
import { ProblemError } from '../problem.ts';
import { awsCliMissing, nothingToSignIn, signInFailed } from './connectionProblems.ts';
import type { Command, Parts } from './parts.ts';
import { profileItems } from './profileItems.ts';
import { DOES_NOT_KNOW_OPTION, signInArguments, variablesFor } from './signInCommand.ts';

export const signIn: Command = {
  id: 'openclawBedrock.signIn',
  /** Called with a profile it asks nothing; resolves once the AWS CLI has ended in its terminal. */
  run: async (parts: Parts, given?: string) => {
    const { list: profiles } = await parts.connections.profiles();
    const wanted = typeof given === 'string' && given ? given : await whichProfile(parts, profiles);
    if (wanted === undefined) return { signedIn: false };
    const named = (name: string) => profiles.find(profile => profile.name === name);
    const name = named(wanted)?.signIn ?? wanted;
    const code = await runAws(parts, name, named(name)?.kind === 'login' ? 'login' : 'sso');
    if (code === undefined) return { profile: name, signedIn: false };
    if (code !== 0) throw new ProblemError(signInFailed(name, code));

    await parts.connections.renew();
    void vscode.window.showInformationMessage(l10n.t('Signed in with the AWS profile {0}.', name));
    return { profile: name, signedIn: true };
  },
};

/** The exit code of the AWS CLI; undefined where its terminal was closed before it had ended. */
async function runAws({ config }: Parts, profile: string, by: 'sso' | 'login'): Promise<number | undefined> {
  const { values } = await config.environment();
  const aws = await findOnPath('aws', values);
  if (!aws) throw new ProblemError(awsCliMissing(profile));
  // Without a browser beside the CLI there is nothing that could call it back.
  const isElsewhere = vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;
  const run = (isByCode: boolean) =>
    runInTerminal({
      name: l10n.t('Sign in: {0}', profile),
      path: aws.path,
      args: signInArguments(profile, by, isByCode),
      env: variablesFor(values),
    });
  const code = await run(isElsewhere);
  // Before 2.22 it knew no other way and has no option for it.
  return isElsewhere && code === DOES_NOT_KNOW_OPTION ? run(false) : code;
}

/** The profile that Bedrock waits for, the only one there is, or the one that is picked. */
async function whichProfile(
  { connections }: Parts,
  profiles: readonly Profile[],
): Promise<string | undefined> {
  const waiting = connections.lists
    .flatMap(({ state }) => state.problems.flatMap(({ fixes }) => fixes))
    .map(fix => ('command' in fix && fix.command === signIn.id ? fix.arguments?.[0] : undefined))
    .find(name => typeof name === 'string');
  if (waiting !== undefined) return waiting;
  const choice = profiles.filter(({ name, signIn }) => signIn === name);
  if (choice.length === 0) throw new ProblemError(nothingToSignIn());
  if (choice.length === 1) return choice[0]?.name;
  const picked = await askPick({
    title: l10n.t('Sign In to AWS'),
    placeholder: l10n.t('Choose the profile to sign in with'),
    items: profileItems(choice, undefined),
  });
  return picked === BACK ? undefined : picked;
}
