/** From what kept credentials away to a `Problem` with its next step, by what the profiles say. */
import * as l10n from '@vscode/l10n';
import { type Fix, type Problem, ProblemError } from '../../problem.ts';
import { shellWord } from '../../shellWord.ts';
import { changing, enterCode, manageModels, retry, selectProfile, signIn } from '../fixes.ts';
import { isNoJson } from '../networkRules.ts';
import { ended } from '../problemRules.ts';
import { type Failure, failureOf, problemOf } from '../problems.ts';
import { awsFiles } from './awsFiles.ts';
import { type Connection, profileOf } from './connection.ts';
import type { LinkFailure, LinkName } from './links.ts';
import type { Profile, Profiles } from './profiles.ts';
import { secretsOf } from './secretsOf.ts';

interface Case extends Omit<Failure, 'name'> {
  /** The name of the error. */
  readonly type: string;
  readonly connection: Connection;
  readonly link: LinkName;
  /** The profile that was asked. */
  readonly name: string;
  readonly profile: Profile | undefined;
  /** What it signs with in the end: its source does, where it has one. */
  readonly base: Pick<Profile, 'name' | 'kind'>;
  readonly profiles: Profiles;
}

interface Rule {
  readonly when: (failure: Case) => boolean;
  readonly make: (failure: Case) => Omit<Problem, 'details'>;
}

/** The problem behind the failures of a connection's links, of which none gave credentials. */
export function signingProblem(
  failures: readonly LinkFailure[],
  connection: Connection,
  profiles: Profiles,
): Problem {
  const name = profileOf(connection);
  const profile = profiles.list.find(known => known.name === name);
  // A machine need not have a default profile.
  const isTold = ({ link }: LinkFailure) =>
    link !== 'profile' || connection.credentials.kind === 'profile' || (profile && profile.kind !== 'none');
  const told = failures.find(isTold);
  const { link, error } = told ?? { link: 'profile', error: nothingFound() };
  const { name: type, ...words } = failureOf(error, secretsOf(connection));
  const base = profile?.base ?? profile ?? { name, kind: 'none' };
  const failure: Case = { ...words, type, connection, link, name, profile, base, profiles };
  // What went wrong on the way says nothing of credentials, whatever words are in the name of a host.
  const isOfTheWay = error instanceof ProblemError || words.host !== undefined || isNoJson(error);
  const rule = told && !isOfTheWay ? RULES.find(({ when }) => when(failure)) : undefined;
  if (!rule) return problemOf(error, { connection, operation: 'GetCredentials' });
  const details = [link, failure.status, type, failure.message, failure.requestId];
  return { ...rule.make(failure), details: details.filter(Boolean).join(' · ') };
}

/** A code was asked for and not given. */
export function mfaNeeded(connection: Connection): Problem {
  const isOfGroup = connection.credentials.origin.from === 'group';
  return {
    code: 'mfa-needed',
    title: l10n.t('A code of the MFA device is needed'),
    explanation: l10n.t(
      'The profile "{0}" takes its role with a code. Enter the one that the device shows now.',
      profileOf(connection),
    ),
    fixes: [enterCode(), isOfGroup ? manageModels() : selectProfile()],
  };
}

function nothingFound(): Error {
  return Object.assign(new Error('Could not load credentials from any providers'), {
    name: 'CredentialsProviderError',
  });
}

const RULES: readonly Rule[] = [
  {
    when: ({ link, profile }) => link === 'profile' && !profile,
    make: ({ connection, name }) => {
      const { config, credentials } = awsFiles(connection.variables());
      return {
        code: 'profile-not-found',
        title: l10n.t('AWS profile not found: {0}', name),
        explanation: l10n.t(
          'Neither {0} nor {1} has a profile of that name. Choose another, or add it with "aws configure --profile {2}".',
          config,
          credentials,
          shellWord(name),
        ),
        fixes: otherProfile({ connection }),
      };
    },
  },
  {
    when: ({ link, profile }) => link === 'profile' && profile?.kind === 'none',
    make: ({ name, connection }) => ({
      code: 'profile-invalid',
      title: l10n.t('AWS profile without credentials: {0}', name),
      explanation: l10n.t(
        'The profile has settings, but no keys, role or sign-in. Choose another, or complete it with "aws configure --profile {0}".',
        shellWord(name),
      ),
      fixes: otherProfile({ connection }),
    }),
  },
  {
    when: failure => failure.link === 'profile' && brokenSource(failure) !== undefined,
    make: failure => ({
      code: 'profile-invalid',
      title: l10n.t('AWS profile not usable: {0}', failure.name),
      explanation: l10n.t(
        'It takes its role with the profile "{0}", which is missing or holds no credentials. Correct "source_profile" in the AWS config file, or choose another profile.',
        brokenSource(failure) ?? '',
      ),
      fixes: otherProfile(failure),
    }),
  },
  {
    when: ({ message }) => message.startsWith('Detected a cycle'),
    make: ({ name, connection }) => ({
      code: 'profile-invalid',
      title: l10n.t('AWS profile not usable: {0}', name),
      explanation: l10n.t(
        'It and its source profiles take their roles with one another. Correct "source_profile" in the AWS config file, or choose another profile.',
      ),
      fixes: otherProfile({ connection }),
    }),
  },
  {
    when: ({ link, base, type, message }) =>
      link === 'profile' &&
      base.kind === 'sso' &&
      (type === 'TypeError' || /invalid SSO credentials|could not be found|missing required/i.test(message)),
    make: ({ name, base, connection }) => ({
      code: 'profile-invalid',
      title: l10n.t('AWS profile not usable: {0}', name),
      explanation: l10n.t(
        'What the config file says of its sign-in is incomplete. Set it up again with "aws configure sso --profile {0}", or choose another profile.',
        shellWord(base.name),
      ),
      fixes: otherProfile({ connection }),
    }),
  },
  {
    when: ({ link, profile, message }) =>
      link === 'profile' &&
      profile?.signIn !== undefined &&
      /\b(sso|session|token|reauthenticate|re-authenticate)\b/i.test(message) &&
      !/no access|sts:/i.test(message),
    make: ({ base: { name, kind }, message }) => ({
      code: 'credentials-expired',
      title: /expired/i.test(message)
        ? l10n.t('The sign-in of the profile "{0}" has expired', name)
        : l10n.t('The profile "{0}" is not signed in', name),
      explanation: l10n.t(
        'Sign in with "{0}"; the models appear once that is done.',
        `aws ${kind === 'login' ? 'login' : 'sso login'} --profile ${shellWord(name)}`,
      ),
      fixes: [signIn(name), retry()],
    }),
  },
  {
    when: ({ message }) => /MultiFactorAuthentication failed|tokenCode/i.test(message),
    make: ({ profile }) => ({
      code: 'mfa-needed',
      title: l10n.t('AWS did not accept the MFA code'),
      explanation: l10n.t(
        'Each code is good for one sign-in, for half a minute. Wait for the next one of the device for the profile "{0}", then try again.',
        profile?.name ?? '',
      ),
      fixes: [enterCode()],
    }),
  },
  {
    // STS, which gives a role for what the process prints, refuses by other names.
    when: ({ link, base, type }) =>
      link === 'profile' && base.kind === 'process' && /^(CredentialsProvider)?Error$/.test(type),
    make: ({ base, message, connection }) => ({
      code: 'credential-process-failed',
      title: l10n.t('The credential process of "{0}" failed', base.name),
      explanation: l10n.t(
        '{0} Run the command of "credential_process" in a terminal, correct it in the AWS config file, then try again.',
        processWords(message),
      ),
      fixes: changing(connection.credentials.origin, retry(), selectProfile()),
    }),
  },
  {
    when: ({ message }) => /not authorized to perform:? sts:|\bno access$|roleArn/i.test(message),
    make: ({ message, profile, connection }) => ({
      code: 'role-refused',
      title: l10n.t('AWS refused the role'),
      explanation: l10n.t(
        'The credentials at hand may not take {0}. Ask your AWS administrator to let them, or choose another profile.',
        /arn:[\w-]+:iam::\S+/.exec(message.split('on resource:')[1] ?? '')?.[0] ??
          l10n.t('the role of the profile "{0}"', profile?.name ?? ''),
      ),
      fixes: otherProfile({ connection }),
    }),
  },
  {
    when: ({ link, base, code, type }) =>
      (link === 'web-identity' || base.kind === 'web-identity') &&
      (/^E(NOENT|ACCES|ISDIR)$/.test(code) ||
        /^(ExpiredToken|InvalidIdentityToken|IDPRejectedClaim)/.test(type)),
    make: ({ code, path }) => ({
      code: 'credentials-not-given',
      title: l10n.t('The web identity token is not usable'),
      explanation: path
        ? l10n.t(
            '{0} could not be read ({1}). Check AWS_WEB_IDENTITY_TOKEN_FILE, then try again.',
            path,
            code,
          )
        : l10n.t('AWS refused it. Check that what writes the token file still renews it, then try again.'),
      fixes: [retry()],
    }),
  },
  {
    when: ({ link }) => link === 'container',
    make: ({ message, path }) => ({
      code: 'credentials-not-given',
      title: l10n.t('The container gave no credentials'),
      explanation: l10n.t(
        'Its credential server says: {0} Check the role of the task or pod and the AWS_CONTAINER_ variables, then try again.',
        ended(path ? l10n.t('{0} could not be read', path) : containerWords(message)),
      ),
      fixes: [retry()],
    }),
  },
];

function otherProfile({ connection }: Pick<Case, 'connection'>): Fix[] {
  return changing(connection.credentials.origin, selectProfile(), retry());
}

/** The first source of a role, and of the role behind it, that is missing or empty. */
function brokenSource({ profile, profiles }: Case): string | undefined {
  const seen = new Set<string>();
  let at = profile;
  while (at?.kind === 'role' && at.source && !seen.has(at.source)) {
    const { source } = at;
    seen.add(source);
    at = profiles.list.find(({ name }) => name === source);
    if (!at || at.kind === 'none') return source;
  }
  return undefined;
}

/** What the SDK says of it; nothing that the process itself wrote. */
function processWords(message: string): string {
  return message.includes('credential_process') ? ended(message) : l10n.t('It ended with an error.');
}

/** Its first line; the network's own words say nothing to a person. */
function containerWords(message: string): string {
  const [line = ''] = message.split('\n');
  return /\w+Error: |E[A-Z]{5,}/.test(line) ? l10n.t('nothing, it did not answer') : line;
}
