/** Credentials that can't be used as they come: those that never come, and those that no request can carry. */
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../../problem.ts';
import { retry, selectProfile } from '../fixes.ts';
import type { Connection } from './connection.ts';
import { explainCredentials } from './explain.ts';

/** Nothing gave credentials, nor said why not, in a long while. */
export function credentialsLate({ credentials }: Connection): Problem {
  return {
    code: 'credentials-not-given',
    title: l10n.t('No AWS credentials came'),
    explanation: l10n.t(
      'Nothing was given within a minute ({0}). If a credential process waits for something, see to it; else choose another profile.',
      explainCredentials(credentials),
    ),
    fixes: [selectProfile(), retry()],
  };
}

/**
 * Throws a `ProblemError` where a key or token holds what no header can carry: line breaks and quotation marks come
 * along when people copy them.
 */
export function refuseUnsendable(values: readonly unknown[], { credentials }: Connection): void {
  const isUnsendable = values.some(value => typeof value === 'string' && /[^\x21-\x7e]/.test(value));
  if (!isUnsendable) return;
  throw new ProblemError({
    code: 'credentials-malformed',
    title: l10n.t('The credentials hold characters that no key has'),
    explanation: l10n.t(
      'There may be a line break, a blank or a curly quotation mark in them ({0}). Copy them again.',
      explainCredentials(credentials),
    ),
    fixes: [retry()],
  });
}
