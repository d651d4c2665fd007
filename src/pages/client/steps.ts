/** The items of a page that lists steps. */
import { element, setText, svgElement } from './dom.ts';

export interface ShownStep {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly outcomeName: string;
}

/** The item of a step in a list, added where it is not there. One that is there stays, with the focus that it has. */
export function stepItem(list: HTMLElement, id: string, parts: readonly HTMLElement[]): HTMLElement {
  const found = list.querySelector<HTMLElement>(`[data-id="${id}"]`);
  if (found) return found;
  const item = element('li');
  item.dataset['id'] = id;
  const icon = svgElement('svg', { 'aria-hidden': 'true' });
  icon.append(svgElement('use'));
  const heading = element('h2');
  heading.append(element('span', 'title'), element('span', 'outcome'));
  const text = element('div', 'text');
  text.append(heading, ...parts);
  item.append(icon, text);
  return list.appendChild(item);
}

export function showOutcome(item: HTMLElement, { title, outcome, outcomeName }: ShownStep): void {
  item.className = outcome;
  item.querySelector('use')?.setAttribute('href', `#${outcome}`);
  setText(item.querySelector('.title'), title);
  setText(item.querySelector('.outcome'), outcomeName);
}
