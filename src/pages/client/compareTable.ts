/** The table of the Compare Models page: its headers sort it, and a row is chosen with the mouse or the arrow keys. */
import { type ColumnId, COLUMNS, type CompareRow } from '../compareMessages.ts';
import { type CompareSorting, firstIsDescending } from '../compareOrder.ts';
import { byId, element, setText } from './dom.ts';

export interface TableEvents {
  readonly choose: (key: string) => void;
  readonly point: (key: string | undefined) => void;
  readonly resort: () => void;
}

/** Shown for what is not known. */
const UNKNOWN = '–';

export class CompareTable {
  sorting: CompareSorting = { column: 'name', isDescending: false };
  readonly #table = byId('table', HTMLTableElement);
  readonly #body = byId('rows', HTMLTableSectionElement);
  readonly #rows = new Map<string, HTMLTableRowElement>();
  readonly #events: TableEvents;
  #chosen: string | undefined;

  constructor(events: TableEvents) {
    this.#events = events;
    for (const head of this.#heads()) {
      head.addEventListener('click', () => this.#sortBy(head.dataset['column'] as ColumnId));
    }
    this.#body.addEventListener('click', ({ target }) => this.#chooseAt(target));
    this.#body.addEventListener('keydown', event => this.#move(event));
    this.#body.addEventListener('mouseover', ({ target }) => this.#events.point(keyAt(target)));
    this.#body.addEventListener('mouseleave', () => this.#events.point(undefined));
    this.#showSorting();
  }

  /** A row that was there stays the same element, so that the focus keeps its place. */
  show(rows: readonly CompareRow[]): void {
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, row] of this.#rows) {
      if (keys.has(key)) continue;
      row.remove();
      this.#rows.delete(key);
    }
    const focused = document.activeElement;
    this.#body.append(...rows.map(row => this.#filled(row)));
    if (focused instanceof HTMLTableRowElement && focused.isConnected) focused.focus({ preventScroll: true });
    this.choose(this.#chosen);
  }

  choose(key: string | undefined): void {
    this.#chosen = key;
    const reachable = key ?? this.#body.querySelector('tr')?.dataset['key'];
    for (const [its, row] of this.#rows) {
      row.setAttribute('aria-selected', String(its === key));
      row.tabIndex = its === reachable ? 0 : -1;
    }
  }

  point(key: string | undefined): void {
    for (const [its, row] of this.#rows) row.classList.toggle('pointed', its === key);
  }

  #filled(row: CompareRow): HTMLTableRowElement {
    let line = this.#rows.get(row.key);
    if (!line) {
      line = element('tr') as HTMLTableRowElement;
      line.dataset['key'] = row.key;
      line.append(...COLUMNS.map(({ id, isNumber }) => this.#cell(id, isNumber)));
      this.#rows.set(row.key, line);
    }
    line.classList.toggle('legacy', row.isLegacy);
    for (const [index, { id }] of COLUMNS.entries()) this.#fill(line.children[index], id, row);
    return line;
  }

  #cell(id: ColumnId, isNumber: boolean): HTMLElement {
    if (id !== 'name') return element('td', isNumber ? 'number' : '');
    const cell = element('th');
    cell.setAttribute('scope', 'row');
    cell.append(element('span', 'name'), element('span', 'marks'), element('span', 'provider'));
    return cell;
  }

  #fill(cell: Element | undefined, id: ColumnId, row: CompareRow): void {
    if (!cell) return;
    if (id === 'name') {
      setText(cell.querySelector('.name'), row.name);
      setText(cell.querySelector('.marks'), row.marks);
      setText(cell.querySelector('.provider'), row.provider);
      return;
    }
    const text = this.#textOf(id, row);
    setText(cell, text || UNKNOWN);
    if (text) cell.removeAttribute('aria-label');
    else cell.setAttribute('aria-label', this.#table.dataset['unknown'] ?? '');
    const isDefault =
      (id === 'contextWindow' && row.contextIsDefault) || (id === 'maxTokens' && row.outputIsDefault);
    cell.classList.toggle('default', isDefault);
    if (isDefault) cell.setAttribute('title', this.#table.dataset['default'] ?? '');
  }

  #textOf(id: ColumnId, row: CompareRow): string {
    const value = row[id];
    if (typeof value === 'boolean') return this.#table.dataset[value ? 'yes' : 'no'] ?? '';
    if (typeof value !== 'number') return value ?? '';
    const { lang } = document.documentElement;
    if (id === 'contextWindow' || id === 'maxTokens') return value.toLocaleString(lang);
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
    return value === 0 ? '' : value.toLocaleString(lang, digits);
  }

  #sortBy(column: ColumnId): void {
    const isSame = this.sorting.column === column;
    this.sorting = { column, isDescending: isSame ? !this.sorting.isDescending : firstIsDescending(column) };
    this.#showSorting();
    this.#events.resort();
  }

  #showSorting(): void {
    const { column, isDescending } = this.sorting;
    for (const head of this.#heads()) {
      const isIt = head.dataset['column'] === column;
      head.setAttribute('aria-sort', isIt ? (isDescending ? 'descending' : 'ascending') : 'none');
    }
  }

  #heads(): HTMLElement[] {
    return [...this.#table.querySelectorAll<HTMLElement>('th[data-column]')];
  }

  #chooseAt(target: EventTarget | null): void {
    const key = keyAt(target);
    if (key !== undefined) this.#events.choose(key);
  }

  #move(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!(target instanceof HTMLTableRowElement)) return;
    const to = {
      ArrowDown: target.nextElementSibling,
      ArrowUp: target.previousElementSibling,
      Home: this.#body.firstElementChild,
      End: this.#body.lastElementChild,
      Enter: target,
      ' ': target,
    }[key];
    if (!(to instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    to.focus();
    this.#chooseAt(to);
  }
}

function keyAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('tr[data-key]')?.dataset['key'] : undefined;
}
