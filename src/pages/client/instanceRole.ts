/** The browser code of the Set Up Instance Role page: shows the state it is told, and tells what was chosen or pressed. */
import type { Action, Choices, FromRolePage, PageStep, RolePageState } from '../instanceRoleMessages.ts';
import { byId, element, setText } from './dom.ts';
import { showOutcome, stepItem } from './steps.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromRolePage): void };

const api = acquireVsCodeApi();
const tell = (message: FromRolePage) => api.postMessage(message);
const choose = (choices: Partial<Choices>) => tell({ type: 'choose', choices });

const facts = byId('facts', HTMLElement);
const status = byId('status', HTMLElement);
const name = byId('name', HTMLInputElement);
const policy = byId('policy', HTMLSelectElement);
const adminProfile = byId('admin-profile', HTMLInputElement);
const list = byId('lines', HTMLElement);
const copyAll = byId('copy-all', HTMLButtonElement);

name.addEventListener('input', () => choose({ name: name.value.trim() }));
adminProfile.addEventListener('input', () => choose({ adminProfile: adminProfile.value.trim() }));
policy.addEventListener('change', () => choose({ policy: policy.value as Choices['policy'] }));
copyAll.addEventListener('click', () => tell({ type: 'copyAll' }));
byId('cloud-shell', HTMLButtonElement).addEventListener('click', () => tell({ type: 'openCloudShell' }));
addEventListener('message', ({ data }: MessageEvent<RolePageState>) => show(data));
tell({ type: 'ready' });

/** What is on the page already stays the same element, so that the focus and a screen reader keep their place. */
function show(state: RolePageState): void {
  setText(facts, state.facts);
  setText(status, state.status);
  name.disabled = !state.isNamed;
  name.setAttribute('aria-invalid', String(state.isNameWrong));
  copyAll.disabled = state.isNameWrong;
  setValue(name, state.choices.name);
  setValue(adminProfile, state.choices.adminProfile);
  if (policy.options.length === 0)
    policy.append(...state.policies.map(({ value, label }) => new Option(label, value)));
  policy.value = state.choices.policy;
  for (const item of [...list.children])
    if (!state.steps.some(({ id }) => id === (item as HTMLElement).dataset['id'])) item.remove();
  for (const step of state.steps) fill(stepItem(list, step.id, emptyParts()), step);
}

/** Not while somebody types in it. */
function setValue(input: HTMLInputElement, value: string): void {
  if (document.activeElement !== input) input.value = value;
}

function emptyParts(): HTMLElement[] {
  return [element('p', 'reason'), element('pre'), element('p', 'result'), element('div', 'fixes')];
}

function fill(item: HTMLElement, step: PageStep): void {
  showOutcome(item, step);
  setText(item.querySelector('.reason'), step.text);
  setText(item.querySelector('.result'), step.reason);
  const command = item.querySelector('pre');
  setText(command, step.command);
  if (command) command.hidden = step.command === '';
  const buttons = item.querySelector('.fixes');
  for (const [at, { label, action, isOff }] of step.buttons.entries()) {
    const button = (buttons?.children[at] ?? buttons?.appendChild(newButton(step))) as HTMLButtonElement;
    button.dataset['action'] = action;
    setText(button, label);
    // Not `disabled`, which would take the focus from whoever has just pressed it.
    button.setAttribute('aria-disabled', String(isOff));
  }
}

function newButton({ id, title }: PageStep): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-description', title);
  button.addEventListener('click', () => {
    const action = button.dataset['action'] as Action;
    if (button.getAttribute('aria-disabled') !== 'true') tell({ type: 'take', step: id, action });
  });
  return button;
}
