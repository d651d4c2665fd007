/** The browser code of the Compare Models page: table and chart show the same rows, filtered and in order. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { CompareRow, CompareState, FromCompare } from '../compareMessages.ts';
import { type CompareFilter, filtered, NO_FILTER, ordered } from '../compareOrder.ts';
import { CompareChart } from './compareChart.ts';
import { CompareTable } from './compareTable.ts';
import { byId, element, setText } from './dom.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromCompare): void;
};

/** The components of the library, as far as they are used. */
type Field = HTMLElement & { value: string };
type Box = HTMLElement & { checked: boolean };

const api = acquireVsCodeApi();
const tell = (message: FromCompare) => api.postMessage(message);
const field = (id: string) => byId(id, HTMLElement) as Field;
const box = (id: keyof CompareFilter) => byId(id, HTMLElement) as Box;

const [words, provider, connection] = [field('words'), field('provider'), field('connection')];
const boxes = ['usesTools', 'seesImages', 'reasons'] as const;
const count = byId('count', HTMLElement);
const empty = byId('empty', HTMLElement);
const actions = byId('actions', HTMLElement);

let state: CompareState | undefined;
let filter: CompareFilter = NO_FILTER;
let chosen: string | undefined;

const choose = (key: string) => {
  chosen = key;
  showChosen();
};
const point = (key: string | undefined) => {
  table.point(key);
  chart.point(key);
};
const table = new CompareTable({ choose, point, resort: show });
const chart = new CompareChart({ choose, point, priceField: field('price') });

words.addEventListener('input', () => refilter({ words: words.value }));
provider.addEventListener('change', () => refilter({ provider: provider.value }));
for (const id of boxes) box(id).addEventListener('change', () => refilter({ [id]: box(id).checked }));
connection.addEventListener('change', () => tell({ type: 'connection', id: connection.value }));
byId('clear', HTMLElement).addEventListener('click', clear);
for (const type of ['setPrimary', 'test', 'chat', 'copyId'] as const) {
  byId(type, HTMLElement).addEventListener('click', () => chosen && tell({ type, key: chosen }));
}
addEventListener('message', ({ data }: MessageEvent<CompareState>) => take(data));
tell({ type: 'ready' });

function take(next: CompareState): void {
  const before = state;
  state = next;
  setText(byId('note', HTMLElement), next.note);
  byId('fixes', HTMLElement).replaceChildren(...next.fixes.map(fixButton));
  const providers = [...new Set(next.rows.map(row => row.provider))].sort();
  if (!before || providers.join() !== [...new Set(before.rows.map(row => row.provider))].sort().join()) {
    if (!providers.includes(filter.provider)) filter = { ...filter, provider: '' };
    const all = ['', provider.dataset['all'] ?? ''] as const;
    setOptions(provider, [all, ...providers.map(name => [name, name] as const)], filter.provider);
  }
  connection.hidden = next.connections.length < 2;
  setOptions(
    connection,
    next.connections.map(({ id, name }) => [id, name] as const),
    next.connection,
  );
  if (!next.rows.some(({ key }) => key === chosen)) chosen = undefined;
  show();
}

/** What is on the page already stays where it is, with its focus and scroll position. */
function show(): void {
  const all = state?.rows ?? [];
  const rows = ordered(filtered(all, filter), table.sorting);
  table.show(rows);
  chart.show(rows);
  empty.hidden = rows.length > 0 || all.length === 0;
  const text = count.dataset['text'] ?? '';
  setText(count, text.replace('{0}', String(rows.length)).replace('{1}', String(all.length)));
  showChosen();
}

function showChosen(): void {
  const row: CompareRow | undefined = state?.rows.find(({ key }) => key === chosen);
  table.choose(row?.key);
  chart.choose(row?.key);
  actions.hidden = !row;
  setText(byId('chosen', HTMLElement), row ? [row.name, row.marks].filter(Boolean).join(' · ') : '');
  byId('setPrimary', HTMLElement).toggleAttribute('disabled', row?.isPrimary ?? true);
}

function refilter(change: Partial<CompareFilter>): void {
  filter = { ...filter, ...change };
  show();
}

function clear(): void {
  words.value = '';
  provider.value = '';
  for (const id of boxes) box(id).checked = false;
  refilter(NO_FILTER);
  words.focus();
}

function setOptions(
  select: Field,
  options: readonly (readonly [value: string, label: string])[],
  value = '',
): void {
  select.replaceChildren(
    ...options.map(([id, label]) => {
      const option = element('vscode-option', '', label);
      option.setAttribute('value', id);
      option.toggleAttribute('selected', id === value);
      return option;
    }),
  );
}

function fixButton(label: string, index: number): HTMLElement {
  const button = element('vscode-button', '', label);
  button.addEventListener('click', () => tell({ type: 'fix', index }));
  return button;
}
