/** What credentials came from in the end, read from the marks that the SDK's providers leave on them. */
import type { Identity, Resolved } from './links.ts';

export type SignedSource =
  | 'api-key'
  | 'access-keys'
  | 'static-profile'
  | 'sso'
  | 'assumed-role'
  | 'process'
  | 'web-identity'
  | 'container'
  | 'instance-role'
  | 'login';

export interface SignedBy {
  readonly source: SignedSource;
  readonly expiration?: Date;
  /** The profile that was resolved, for the sources that have one. */
  readonly profile?: string;
}

/** Each provider adds its own mark, so the last one comes first: a role hides what it was taken with. */
const MARKS = [
  ['CREDENTIALS_PROFILE_SOURCE_PROFILE', 'assumed-role'],
  ['CREDENTIALS_STS_ASSUME_ROLE_WEB_ID', 'web-identity'],
  ['CREDENTIALS_PROFILE_SSO', 'sso'],
  ['CREDENTIALS_PROFILE_SSO_LEGACY', 'sso'],
  ['CREDENTIALS_PROFILE_PROCESS', 'process'],
  ['CREDENTIALS_PROFILE_LOGIN', 'login'],
  ['CREDENTIALS_PROFILE', 'static-profile'],
  ['CREDENTIALS_HTTP', 'container'],
  ['CREDENTIALS_IMDS', 'instance-role'],
] as const;

export function signedByOf({ identity, profile }: Resolved): SignedBy {
  const marks = marksOf(identity);
  const source = MARKS.find(([mark]) => mark in marks)?.[1] ?? 'access-keys';
  return {
    source,
    ...(identity.expiration && { expiration: identity.expiration }),
    ...(profile && { profile }),
  };
}

function marksOf(identity: Identity): object {
  return (identity as { $source?: object }).$source ?? {};
}
