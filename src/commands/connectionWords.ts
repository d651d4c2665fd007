/** What can be wrong with parts of a connection before anybody has tried them, in words that repeat no secret. */
import * as l10n from '@vscode/l10n';

/** Undefined when nothing is. */
export function apiKeyProblem(key: string): string | undefined {
  if (!key) return l10n.t('Paste the key, or press Escape to leave things as they are.');
  if (/\s/.test(key)) return l10n.t('A key has no spaces or line ends in it. Copy it once more.');
  // It would end up in a header.
  if (!/^[\x21-\x7e]+$/.test(key)) return l10n.t('A key has no such characters in it. Copy it once more.');
  return undefined;
}

/** Undefined when nothing is. */
export function endpointProblem(url: string): string | undefined {
  if (/^https?:\/\/[^/]/.test(url) && URL.canParse(url)) return undefined;
  return l10n.t('Give a URL that begins with https://, or press Escape.');
}
