/** What never changes on the Set Up Instance Role page. */
import * as l10n from '@vscode/l10n';
import { escaped } from './frame.ts';
import { outcomeSymbols } from './outcomeSymbols.ts';

/** HTML. */
export function instanceRoleBody(): string {
  const text = {
    heading: l10n.t('An instance role for Bedrock'),
    copyAll: l10n.t('Copy All Commands'),
    cloudShell: l10n.t('Open AWS CloudShell'),
    name: l10n.t('Name for what is made'),
    policy: l10n.t('What it may do'),
    adminProfile: l10n.t('Run as AWS profile'),
    adminHint: l10n.t('what the AWS CLI takes'),
  };
  return `${outcomeSymbols()}
<main>
<header>
<h1>${escaped(text.heading)}</h1>
<p id="facts"></p>
<p id="status" role="status" aria-live="polite"></p>
<div id="choices">
<label for="name">${escaped(text.name)}</label>
<input id="name" type="text" spellcheck="false" maxlength="64">
<label for="policy">${escaped(text.policy)}</label>
<select id="policy"></select>
<label for="admin-profile">${escaped(text.adminProfile)}</label>
<input id="admin-profile" type="text" spellcheck="false" placeholder="${escaped(text.adminHint)}">
</div>
<div class="actions">
<button id="copy-all" type="button">${escaped(text.copyAll)}</button>
<button id="cloud-shell" type="button">${escaped(text.cloudShell)}</button>
</div>
</header>
<ol id="lines" class="tasks" role="list"></ol>
</main>`;
}
