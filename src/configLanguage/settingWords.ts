/** What a setting means, in Markdown: its meaning, what it takes and what applies without it. */
import * as l10n from '@vscode/l10n';
import { plain } from '../editor/markdown.ts';
import { defaultWords } from '../openclaw/schema.ts';
import { expectation, type Setting } from '../openclaw/setting.ts';

/** Undefined for places that only lead to settings. */
export function settingText(setting: Setting): string | undefined {
  const { description, types } = setting;
  if (!description) return undefined;
  const fallback = defaultWords(setting);
  const takes = types[0] === 'object' ? [] : [plain(expectation(setting))];
  const otherwise = fallback === undefined ? [] : [plain(l10n.t('Default: {0}.', fallback))];
  return [plain(description()), [...takes, ...otherwise].join(' ')].filter(Boolean).join('\n\n');
}
