/** Provider groups of the editor's model configuration, as connections. */
import { createHash } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import { type Connection, type ConnectionLayer } from '../bedrock/connection/connection.ts';

/**
 * What a group can hold; blank means what this machine's own connection has. People write it by hand, so anything
 * can stand there.
 */
export type GroupConfiguration = Readonly<
  Partial<Record<'region' | 'profile' | 'endpoint' | 'apiKey', unknown>>
>;

/** What goes before everything else for the group's connection. */
export function groupLayer({ region, profile, endpoint, apiKey }: GroupConfiguration): ConnectionLayer {
  return {
    from: 'group',
    region: textOf(region),
    profile: textOf(profile),
    endpoint: textOf(endpoint),
    apiKey: textOf(apiKey),
  };
}

/** Equal for groups that chose the same, by which what is remembered of one is found; secrets enter a digest only. */
export function groupKey({ region, profile, endpoint, apiKey }: GroupConfiguration): string {
  const chosen = [region, profile, endpoint, apiKey].map(value => textOf(value)?.trim() ?? '');
  return createHash('sha256').update(JSON.stringify(chosen)).digest('hex').slice(0, 24);
}

/** What its connection goes by where nobody named it: what the group chose. */
export function groupName({ credentials, region, endpoints }: Connection): string {
  if (credentials.origin.from === 'group') {
    if (credentials.kind === 'profile') return l10n.t('Profile {0}', credentials.profile);
    if (credentials.kind === 'bearer') return l10n.t('API key');
  }
  if (region.origin.from === 'group') return region.name;
  const endpoint = endpoints.control ?? endpoints.runtime ?? '';
  return URL.canParse(endpoint) ? new URL(endpoint).host : region.name;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
