/** What of a connection is secret, before anything was asked for more. */
import type { Connection } from './connection.ts';

/** Names of variables with a secret in them, AWS's and others': a process or a proxy may repeat any. */
const NAMED = /(^|_)(KEY|TOKEN|SECRET|PASSWORD|KEY_ID)$/i;
/** A file with a key in it, or a word that stands for one where none is needed. */
const NO_SECRET = /^([/~.]|[A-Z]:\\)|^[a-z]+$/;
/** Characters below which a value is a word like others. */
const SHORTEST = 8;

/** The longest first, so that none is left in part. */
export function secretsOf({ credentials, variables }: Connection): string[] {
  const named = Object.entries(variables()).map(([name, value = '']) =>
    NAMED.test(name) && !NO_SECRET.test(value.trim()) ? value.trim() : '',
  );
  const own = credentials.kind === 'bearer' ? [credentials.token()] : [];
  return [...own, ...named].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
}
