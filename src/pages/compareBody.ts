/** What never changes on the Compare Models page, in the reader's language. */
import * as l10n from '@vscode/l10n';
import { escaped } from './frame.ts';

/** HTML. */
export function compareBody(): string {
  const columns: readonly (readonly [id: string, label: string, hint?: string])[] = [
    ['name', l10n.t('Model')],
    ['contextWindow', l10n.t('Context'), l10n.t('Context window, in tokens')],
    ['maxTokens', l10n.t('Output'), l10n.t('Largest answer, in tokens')],
    ['input', l10n.t('Input $'), l10n.t('Dollars for a million input tokens')],
    ['output', l10n.t('Output $'), l10n.t('Dollars for a million output tokens')],
    ['cacheRead', l10n.t('Cache read $'), l10n.t('Dollars for a million tokens read from the cache')],
    ['cacheWrite', l10n.t('Cache write $'), l10n.t('Dollars for a million tokens written to the cache')],
    ['inputs', l10n.t('Inputs')],
    ['usesTools', l10n.t('Tools'), l10n.t('Needed for agent mode')],
    ['reasons', l10n.t('Reasoning')],
    ['routes', l10n.t('Routes')],
    ['access', l10n.t('Access')],
  ];
  const heads = columns.map(
    ([id, label, hint = label]) =>
      `<th scope="col" data-column="${id}" aria-sort="none"><button type="button" title="${escaped(hint)}">${escaped(label)}<span class="arrow" aria-hidden="true"></span></button></th>`,
  );
  return `<main>
<header>
<h1>${escaped(l10n.t('Compare Models'))}</h1>
<p id="note" role="status"></p>
<div id="fixes"></div>
</header>
<section id="chart" aria-label="${escaped(l10n.t('Price against context window'))}">
<div class="controls">
<h2>${escaped(l10n.t('Price against context window'))}</h2>
<vscode-single-select id="price" aria-label="${escaped(l10n.t('Price shown'))}">
<vscode-option value="input" selected>${escaped(l10n.t('Input price'))}</vscode-option>
<vscode-option value="output">${escaped(l10n.t('Output price'))}</vscode-option>
</vscode-single-select>
<ul id="legend" role="list"></ul>
</div>
<div id="plot"></div>
<p id="pointed" aria-live="polite"></p>
</section>
<section aria-label="${escaped(l10n.t('Models'))}">
<div class="controls">
<vscode-single-select id="connection" aria-label="${escaped(l10n.t('Connection'))}" hidden></vscode-single-select>
<vscode-textfield id="words" type="search" placeholder="${escaped(l10n.t('Filter by name, id or route'))}" aria-label="${escaped(l10n.t('Filter'))}"></vscode-textfield>
<vscode-single-select id="provider" aria-label="${escaped(l10n.t('Provider'))}" data-all="${escaped(l10n.t('All providers'))}"></vscode-single-select>
<vscode-checkbox id="usesTools" label="${escaped(l10n.t('Tools'))}"></vscode-checkbox>
<vscode-checkbox id="seesImages" label="${escaped(l10n.t('Images'))}"></vscode-checkbox>
<vscode-checkbox id="reasons" label="${escaped(l10n.t('Reasoning'))}"></vscode-checkbox>
<span id="count" role="status" data-text="${escaped(l10n.t('{0} of {1} models'))}"></span>
</div>
<div class="scroller">
<table id="table" data-yes="${escaped(l10n.t('yes'))}" data-no="${escaped(l10n.t('no'))}" data-unknown="${escaped(l10n.t('not known'))}" data-default="${escaped(l10n.t('default, not known'))}">
<thead><tr>${heads.join('')}</tr></thead>
<tbody id="rows"></tbody>
</table>
<div id="empty" hidden><p>${escaped(l10n.t('No model fits these filters.'))}</p><vscode-button id="clear" secondary>${escaped(l10n.t('Clear Filters'))}</vscode-button></div>
</div>
</section>
<footer id="actions" hidden>
<span id="chosen" role="status"></span>
<vscode-button id="setPrimary">${escaped(l10n.t('Set as Primary Model'))}</vscode-button>
<vscode-button id="test" secondary>${escaped(l10n.t('Test Model'))}</vscode-button>
<vscode-button id="chat" secondary>${escaped(l10n.t('Chat with Model'))}</vscode-button>
<vscode-button id="copyId" secondary>${escaped(l10n.t('Copy Model Id'))}</vscode-button>
</footer>
</main>`;
}
