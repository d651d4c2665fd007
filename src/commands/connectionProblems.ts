/** What keeps the commands about connections from what they do. */
import * as l10n from '@vscode/l10n';
import * as fixes from '../bedrock/fixes.ts';
import type { Fix, Problem } from '../problem.ts';
import { shellWord } from '../shellWord.ts';

export function noProfiles(): Problem {
  return {
    code: 'profile-not-found',
    title: l10n.t('There are no AWS profiles yet'),
    explanation: l10n.t(
      'The AWS config files hold none. Make one with "aws configure sso", or give the editor a Bedrock API key.',
    ),
    fixes: [fixes.profileGuide(), fixes.setApiKey()],
  };
}

export function nothingToSignIn(): Problem {
  return {
    code: 'nothing-to-sign-in',
    title: l10n.t('No AWS profile signs in'),
    explanation: l10n.t(
      'None in the AWS config files uses SSO, so that there is nothing to sign in to. Make one with "aws configure sso".',
    ),
    fixes: [fixes.profileGuide()],
  };
}

const INSTALL_URL = 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html';
/** AWS's own installers, for the systems that have one in a single file. */
const INSTALLERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'https://awscli.amazonaws.com/AWSCLIV2.pkg',
  win32: 'https://awscli.amazonaws.com/AWSCLIV2.msi',
};

/** `platform`: of the machine that the extension runs on, which over Remote-SSH is the other one. */
export function awsCliMissing(profile: string, platform: NodeJS.Platform = process.platform): Problem {
  const installer = INSTALLERS[platform];
  return {
    code: 'aws-cli-missing',
    title: l10n.t('The AWS CLI is not installed'),
    explanation: l10n.t(
      'Signing in runs its command "aws", which is not on the PATH of this machine. Install version 2 and start the editor again, or sign in elsewhere with: {0}',
      `aws sso login --profile ${shellWord(profile)}`,
    ),
    fixes: [
      ...(installer ? [{ label: l10n.t('Download It'), url: installer }] : []),
      { label: l10n.t('How to Install It'), url: INSTALL_URL },
    ],
  };
}

export function signInFailed(profile: string, code: number): Problem {
  return {
    code: 'sign-in-failed',
    title: l10n.t('Signing in did not work'),
    explanation: l10n.t(
      'The AWS CLI ended with code {0} for the profile {1}. Signing in to SSO needs its version 2, and a start URL that is right.',
      code,
      profile,
    ),
    fixes: [
      { ...fixes.signIn(profile), label: l10n.t('Try Again') },
      fixes.profileGuide(l10n.t('How to Set It Up')),
    ],
  };
}

export function invalidRegion(name: string): Problem {
  return {
    code: 'region-invalid',
    title: l10n.t('Not an AWS region'),
    explanation: l10n.t('"{0}" does not have the form of one, such as eu-central-1. Choose another.', name),
    fixes: [fixes.selectRegion()],
  };
}

/** `explanation`: without the key. */
export function invalidApiKey(explanation: string, fix: Fix): Problem {
  return { code: 'api-key-invalid', title: l10n.t('Not an API key'), explanation, fixes: [fix] };
}

export function invalidEndpoint(url: string): Problem {
  return {
    code: 'endpoint-invalid',
    title: l10n.t('Not the URL of an endpoint'),
    explanation: l10n.t('"{0}" does not have the form of one, such as https://bedrock.example.com.', url),
    fixes: [fixes.addConnection()],
  };
}

export function connectionExists(name: string): Problem {
  return {
    code: 'connection-exists',
    title: l10n.t('There is a connection of this name already'),
    explanation: l10n.t('The editor has a model configuration "{0}" for Bedrock. Choose another name.', name),
    fixes: [fixes.addConnection(), fixes.manageModels()],
  };
}
