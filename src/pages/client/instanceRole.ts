/** The browser code of the Set Up Instance Role page: shows the state it is told, and tells what was chosen or pressed. */
import type { Choices, FromRolePage, PageStep, RolePageState } from '../instanceRoleMessages.ts';
import { byId, element, setText, svgElement } from './dom.ts';

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

name.addEventListener('input', () => choose({ name: name.value.trim() }));
adminProfile.addEventListener('input', () => choose({ adminProfile: adminProfile.value.trim() }));
policy.addEventListener('change', () => choose({ policy: policy.value as Choices['policy'] }));
byId('copy-all', HTMLButtonElement).addEventListener('click', () => tell({ type: 'copyAll' }));
byId('cloud-shell', HTMLButtonElement).addEventListener('click', () => tell({ type: 'openCloudShell' }));
addEventListener('message', ({ data }: MessageEvent<RolePageState>) => show(data));
tell({ type: 'ready' });

/** What is on the page already stays the same element, so that the focus and a screen reader keep their place. */
function show(state: RolePageState): void {
  setText(facts, state.facts);
  setText(status, state.nameProblem || state.status);
  name.disabled = !state.isNamed;
  name.setAttribute('aria-invalid', String(state.nameProblem !== ''));
  setValue(name, state.choices.name);
  setValue(adminProfile, state.choices.adminProfile);
  if (policy.options.length === 0)
    policy.append(...state.policies.map(({ value, label }) => new Option(label, value)));
  policy.value = state.choices.policy;
  const items = state.steps.map(step => {
    const item = list.querySelector<HTMLElement>(`[data-id="${step.id}"]`) ?? emptyItem(step);
    fill(item, step);
    return item;
  });
  if (items.some((item, at) => list.children[at] !== item)) list.replaceChildren(...items);
}

/** Not while somebody types in it. */
function setValue(input: HTMLInputElement, value: string): void {
  if (document.activeElement !== input) input.value = value;
}

function emptyItem({ id }: PageStep): HTMLElement {
  const item = element('li');
  item.dataset['id'] = id;
  const icon = svgElement('svg', { 'aria-hidden': 'true' });
  icon.append(svgElement('use'));
  const heading = element('h2');
  heading.append(element('span', 'title'), element('span', 'outcome'));
  const text = element('div', 'text');
  text.append(
    heading,
    element('p', 'reason'),
    element('pre'),
    element('p', 'result'),
    element('div', 'fixes'),
  );
  item.append(icon, text);
  return item;
}

function fill(item: HTMLElement, step: PageStep): void {
  item.className = step.outcome;
  item.querySelector('use')?.setAttribute('href', `#${step.outcome}`);
  setText(item.querySelector('.title'), step.title);
  setText(item.querySelector('.outcome'), step.outcomeName);
  setText(item.querySelector('.reason'), step.text);
  setText(item.querySelector('.result'), step.reason);
  const command = item.querySelector('pre');
  setText(command, step.command);
  if (command) command.hidden = step.command === '';
  const buttons = item.querySelector('.fixes');
  const shown = [...(buttons?.children ?? [])].map(({ textContent }) => textContent);
  if (shown.join('\n') !== step.buttons.map(({ label }) => label).join('\n'))
    buttons?.replaceChildren(...buttonsOf(step));
}

function buttonsOf({ id, title, buttons }: PageStep): HTMLElement[] {
  return buttons.map(({ label, action }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-description', title);
    button.addEventListener('click', () => tell({ type: 'take', step: id, action }));
    return button;
  });
}
