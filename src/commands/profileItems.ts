/** The profiles of the AWS files as something to pick from. */
import * as l10n from '@vscode/l10n';
import type { Profile } from '../bedrock/connection/profiles.ts';
import type { PickItem } from '../editor/ask.ts';

/** The profiles, the one in use marked. */
export function profileItems(
  profiles: readonly Profile[],
  current: string | undefined,
): (PickItem<string> & { readonly value: string })[] {
  return profiles.map(profile => ({
    label: profile.name,
    description: [profileWords(profile), profile.region].filter(Boolean).join(' · '),
    isCurrent: profile.name === current,
    value: profile.name,
  }));
}

/** How a profile signs, such as "role via base, MFA". */
export function profileWords({ kind, source, credentialSource, usesMfa }: Profile): string {
  const kinds: Readonly<Record<Profile['kind'], string>> = {
    static: l10n.t('access keys'),
    sso: l10n.t('SSO'),
    role: l10n.t('role via {0}', source ?? credentialSource ?? ''),
    process: l10n.t('credential process'),
    'web-identity': l10n.t('web identity'),
    login: l10n.t('console sign-in'),
    none: l10n.t('settings only'),
  };
  return usesMfa ? l10n.t('{0}, MFA', kinds[kind]) : kinds[kind];
}
