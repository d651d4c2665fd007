/** Figures and times in the language of the words around them: `8,192 tokens`, but `8.192 Token`. */
import * as l10n from '@vscode/l10n';

export function grouped(figure: number): string {
  return figure.toLocaleString(language());
}

/** For dates and times. English is written in many ways, of which the system knows the right one. */
export function timeLocale(): string | undefined {
  return language() === 'en' ? undefined : language();
}

/** That of the words that are shown: a translation says which one it is. */
export function language(): string {
  return l10n.t('en');
}
