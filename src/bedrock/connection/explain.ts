/** A connection in words: what is used and where it was found. */
import * as l10n from '@vscode/l10n';
import { timeLocale } from '../../locale.ts';
import type { Connection, Credentials, Origin } from './connection.ts';
import type { SignedBy } from './signing.ts';

/** One line, such as "AWS profile "dev" (AWS_PROFILE), region eu-central-1 (AWS_REGION)". */
export function explainConnection({ credentials, region }: Connection): string {
  return l10n.t(
    '{0}, region {1} ({2})',
    explainCredentials(credentials),
    region.name,
    originName(region.origin),
  );
}

/** The region and why it is that one, such as "eu-central-1 (AWS_REGION)". */
export function explainRegion({ name, origin }: Connection['region']): string {
  return l10n.t('{0} ({1})', name, originName(origin));
}

/** What signs and where it was found, such as "AWS profile "dev" (AWS_PROFILE)". */
export function explainCredentials(credentials: Credentials): string {
  const origin = originName(credentials.origin);
  switch (credentials.kind) {
    case 'bearer':
      return l10n.t('Bedrock API key ({0})', origin);
    case 'access-keys':
      return l10n.t('access keys ({0})', origin);
    case 'profile':
      return l10n.t('AWS profile "{0}" ({1})', credentials.profile, origin);
    case 'default-chain':
      return l10n.t('AWS default credential chain');
  }
}

/** What really signed, and until when it can, such as "single sign-on of the profile "dev", until 14:30:00". */
export function explainSignedBy(signedBy: SignedBy): string {
  const source = signingSource(signedBy);
  const { expiration } = signedBy;
  return expiration ? l10n.t('{0}, until {1}', source, expiration.toLocaleString(timeLocale())) : source;
}

/** Where a value was found, in words, such as "AWS_PROFILE in OpenClaw’s .env". */
export function originName(origin: Origin): string {
  switch (origin.from) {
    case 'group':
      return l10n.t('model configuration');
    case 'secret-storage':
      return l10n.t('the editor’s secret storage');
    case 'settings':
      return l10n.t('settings');
    case 'openclaw':
      return l10n.t('OpenClaw config');
    case 'default':
      return l10n.t('default');
    case 'variable':
      return variableName(origin);
  }
}

function variableName({ name, place }: Extract<Origin, { from: 'variable' }>): string {
  switch (place) {
    case 'process':
      return name;
    case '.env':
      return l10n.t('{0} in OpenClaw’s .env', name);
    case 'config':
      return l10n.t('{0} in the OpenClaw config', name);
  }
}

function signingSource({ source, profile }: SignedBy): string {
  switch (source) {
    case 'api-key':
      return l10n.t('Bedrock API key');
    case 'access-keys':
      return l10n.t('access keys');
    case 'static-profile':
      return l10n.t('access keys of the profile "{0}"', profile ?? 'default');
    case 'sso':
      return l10n.t('single sign-on of the profile "{0}"', profile ?? 'default');
    case 'login':
      return l10n.t('console sign-in of the profile "{0}"', profile ?? 'default');
    case 'assumed-role':
      return l10n.t('role of the profile "{0}"', profile ?? 'default');
    case 'process':
      return l10n.t('credential_process of the profile "{0}"', profile ?? 'default');
    case 'web-identity':
      return profile
        ? l10n.t('role by web identity of the profile "{0}"', profile)
        : l10n.t('role by web identity token');
    case 'container':
      return l10n.t('container credentials');
    case 'instance-role':
      return l10n.t('instance role of this machine');
  }
}
