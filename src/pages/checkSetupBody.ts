/** What never changes on the Check Setup page. */
import * as l10n from '@vscode/l10n';
import { escaped } from './frame.ts';

/** One symbol an outcome, of 16 by 16. */
const SYMBOLS: Readonly<Record<string, string>> = {
  passed: '<circle cx="8" cy="8" r="6.5"/><path d="m5 8.2 2.1 2.1L11 6"/>',
  warning: '<path d="M8 2 14.5 13.5h-13z"/><path d="M8 6.3v3.4M8 11.3v.6"/>',
  failed: '<circle cx="8" cy="8" r="6.5"/><path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"/>',
  skipped: '<circle cx="8" cy="8" r="6.5"/><path d="M5.2 8h5.6"/>',
  waiting: '<circle cx="8" cy="8" r="6.5"/>',
  running: '<path d="M8 1.5A6.5 6.5 0 1 1 1.5 8"/>',
};

/** HTML. */
export function checkSetupBody(): string {
  const text = {
    heading: l10n.t('OpenClaw and Amazon Bedrock on this machine'),
    run: l10n.t('Run Again'),
    cancel: l10n.t('Cancel'),
    copy: l10n.t('Copy as Text'),
    show: l10n.t('Show account ids'),
  };
  return `<svg class="symbols" aria-hidden="true">${symbols()}</svg>
<main>
<header>
<h1>${escaped(text.heading)}</h1>
<p id="status" role="status" aria-live="polite"></p>
<div class="actions">
<button id="run" type="button" class="primary">${escaped(text.run)}</button>
<button id="cancel" type="button" hidden>${escaped(text.cancel)}</button>
<button id="copy" type="button">${escaped(text.copy)}</button>
<label><input id="show-account-ids" type="checkbox"> ${escaped(text.show)}</label>
</div>
</header>
<ol id="lines" role="list"></ol>
</main>`;
}

function symbols(): string {
  return Object.entries(SYMBOLS)
    .map(([name, shape]) => `<symbol id="${name}" viewBox="0 0 16 16">${shape}</symbol>`)
    .join('');
}
