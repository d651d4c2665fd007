/** What never changes on the Check Setup page. */
import * as l10n from '@vscode/l10n';
import { escaped } from './frame.ts';
import { outcomeSymbols } from './outcomeSymbols.ts';

/** HTML. */
export function checkSetupBody(): string {
  const text = {
    heading: l10n.t('OpenClaw and Amazon Bedrock on this machine'),
    run: l10n.t('Run Again'),
    cancel: l10n.t('Cancel'),
    copy: l10n.t('Copy as Text'),
    show: l10n.t('Show account ids'),
  };
  return `${outcomeSymbols()}
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
