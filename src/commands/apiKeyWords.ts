/** What can be wrong with an API key before anybody has tried it. */
import * as l10n from '@vscode/l10n';

/** In words, without the key; undefined when nothing is. */
export function apiKeyProblem(key: string): string | undefined {
  if (!key) return l10n.t('Paste the key, or press Escape to leave things as they are.');
  if (/\s/.test(key)) return l10n.t('A key has no spaces or line ends in it. Copy it once more.');
  // It would end up in a header.
  if (!/^[\x21-\x7e]+$/.test(key)) return l10n.t('A key has no such characters in it. Copy it once more.');
  return undefined;
}
