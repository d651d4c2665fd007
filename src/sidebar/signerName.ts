/** What signs, in the few words that a line of the tree has room for. */
import * as l10n from '@vscode/l10n';
import type { Connection, Credentials } from '../bedrock/connection/connection.ts';
import type { SignedBy, SignedSource } from '../bedrock/connection/signing.ts';

/** Blank while nobody can tell: the AWS SDK finds it at the first request. */
export function signerName({ credentials }: Connection, signedBy: SignedBy | undefined): string {
  const { source, profile } = signedBy ?? foreseen(credentials);
  const names: Readonly<Partial<Record<SignedSource, string>>> = {
    'api-key': l10n.t('API key'),
    'access-keys': l10n.t('access keys'),
    'web-identity': l10n.t('web identity'),
    container: l10n.t('role of the container'),
    'instance-role': l10n.t('instance role'),
  };
  if (profile) return l10n.t('profile {0}', profile);
  return source ? (names[source] ?? l10n.t('profile {0}', 'default')) : '';
}

function foreseen(credentials: Credentials): Partial<SignedBy> {
  switch (credentials.kind) {
    case 'bearer':
      return { source: 'api-key' };
    case 'access-keys':
      return { source: 'access-keys' };
    case 'profile':
      // As a variable it says where the SDK begins, and it is set where there is no such profile, too.
      return credentials.isChosen || credentials.profile !== 'default'
        ? { profile: credentials.profile }
        : {};
    case 'default-chain':
      return {};
  }
}
