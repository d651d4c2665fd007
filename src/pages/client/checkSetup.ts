/** The browser code of the Check Setup page: shows the state it is told, and tells which button was pressed. */
import type { FromPage, PageLine, PageState } from '../checkSetupMessages.ts';
import { byId, element, setText } from './dom.ts';
import { showOutcome, stepItem } from './steps.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const api = acquireVsCodeApi();
const tell = (message: FromPage) => api.postMessage(message);

const runButton = byId('run', HTMLButtonElement);
const cancelButton = byId('cancel', HTMLButtonElement);
const copyButton = byId('copy', HTMLButtonElement);
const accountIds = byId('show-account-ids', HTMLInputElement);
const status = byId('status', HTMLElement);
const list = byId('lines', HTMLElement);

runButton.addEventListener('click', () => tell({ type: 'run' }));
cancelButton.addEventListener('click', () => tell({ type: 'cancel' }));
copyButton.addEventListener('click', () => tell({ type: 'copy' }));
accountIds.addEventListener('change', () => tell({ type: 'showAccountIds', value: accountIds.checked }));
addEventListener('message', ({ data }: MessageEvent<PageState>) => show(data));
tell({ type: 'ready' });

/** What is on the page already stays the same element, so that the focus and a screen reader keep their place. */
function show(state: PageState): void {
  swap(runButton, cancelButton, state.isRunning);
  copyButton.disabled = state.isRunning || state.lines.length === 0;
  accountIds.checked = state.showsAccountIds;
  setText(status, state.status);
  if (state.lines.length === 0) list.replaceChildren();
  for (const line of state.lines) {
    fill(stepItem(list, line.id, [element('p', 'reason'), element('div', 'fixes')]), line);
  }
}

/** One of two buttons is there; the focus goes from the one to the other. */
function swap(run: HTMLElement, cancel: HTMLElement, isRunning: boolean): void {
  const [now, gone] = isRunning ? [cancel, run] : [run, cancel];
  const hadFocus = document.activeElement === gone;
  now.hidden = false;
  gone.hidden = true;
  if (hadFocus) now.focus();
}

function fill(item: HTMLElement, line: PageLine): void {
  showOutcome(item, line);
  setText(item.querySelector('.reason'), line.reason);
  const fixes = item.querySelector('.fixes');
  const shown = [...(fixes?.children ?? [])].map(({ textContent }) => textContent);
  if (shown.join('\n') !== line.fixes.join('\n')) fixes?.replaceChildren(...buttons(line));
}

function buttons({ id, title, fixes }: PageLine): HTMLElement[] {
  return fixes.map((label, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-description', title);
    button.addEventListener('click', () => tell({ type: 'fix', line: id, index }));
    return button;
  });
}
