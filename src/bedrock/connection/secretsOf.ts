/** What of a connection is secret, before anything was asked for more. */
import type { Connection } from './connection.ts';

/** Names of variables with a secret in them, whoever’s they are: what is asked may repeat any. */
const NAMED = /(KEY|TOKEN|SECRET|PASSWORD|KEY_ID)$/i;
/** Characters below which a value is a word like others. */
const SHORTEST = 8;

/** The longest first, so that none is left in part. */
export function secretsOf({ credentials, variables }: Connection): string[] {
  const named = Object.entries(variables()).map(([name, value = '']) =>
    NAMED.test(name) ? value.trim() : '',
  );
  const own = credentials.kind === 'bearer' ? [credentials.token()] : [];
  return [...own, ...named].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
}
