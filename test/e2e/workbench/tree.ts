// One tree view of the sidebar, found by its title.
import type { Locator, Page } from 'playwright-core';
import type { PageElement } from './pageElement.ts';
import { waitFor } from './wait.ts';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the roots. */
  readonly level: number;
  /** Undefined for a leaf. */
  readonly expanded: boolean | undefined;
}

export class TreeView {
  private readonly page: Page;
  private readonly pane: Locator;

  constructor(page: Page, title: string) {
    this.page = page;
    const heading = page.locator('.pane-header .title').getByText(title, { exact: true });
    this.pane = page.locator('.split-view-view > .pane').filter({ has: heading });
  }

  /** All rows, from the first to the last; those beyond the view's edge are scrolled to. */
  async rows(): Promise<TreeRow[]> {
    const found = new Map<number, TreeRow>();
    await this.scroll(async () => {
      if ((await this.pane.locator('.monaco-list-row.focused[data-index="0"]').count()) > 0) found.clear();
      for (const [index, row] of await this.visibleRows()) {
        found.set(index, row);
      }
      return false;
    });
    return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
  }

  async click(label: string) {
    await (await this.row(label)).click();
  }

  /**
   * Expands a row; one that is expanded stays so. Rows that come above it, from a group just opened, can push it off
   * the screen meanwhile: it is then looked for again.
   */
  async expand(label: string) {
    const soon = { timeout: 3_000 };
    const expanded = this.pane.locator('.monaco-list-row[aria-expanded="true"]').filter(this.labelled(label));
    await waitFor(
      `${label} to be open`,
      async () => {
        const row = await this.row(label);
        try {
          if ((await row.getAttribute('aria-expanded', soon)) === 'false') {
            await row.locator('.monaco-tl-twistie').click(soon);
          }
          await expanded.first().waitFor(soon);
          return true;
        } catch {
          return false;
        }
      },
      isOpen => isOpen,
    );
  }

  /** Expands every row of a level that can be, from the first to the last. */
  async expandAll(level = 1) {
    for (const row of await this.rows()) {
      if (row.level === level && row.expanded === false) await this.expand(row.label);
    }
  }

  /** Hovers over a row and returns its tooltip's text. */
  async hover(label: string): Promise<string> {
    await (await this.row(label)).locator('.label-name').hover();
    const tooltip = this.page.locator('.monaco-hover:visible .hover-contents').first();
    await tooltip.waitFor();
    return tooltip.innerText();
  }

  /** Clicks one of the icons that a row shows while the pointer is over it. */
  async clickAction(label: string, action: string) {
    const row = await this.row(label);
    await row.hover();
    await row.getByRole('button', { name: action }).click();
  }

  /** Adds a row to those that are selected. */
  async select(label: string) {
    await (await this.row(label)).click({ modifiers: ['Control'] });
  }

  /** The rows that are selected, of those on the screen. */
  async selected(): Promise<string[]> {
    return this.pane.locator('.monaco-list-row.selected .label-name').allInnerTexts();
  }

  /** What a screen reader says of a row. */
  async spoken(label: string): Promise<string> {
    return (await (await this.row(label)).getAttribute('aria-label')) ?? '';
  }

  /** The symbol of a row, such as `star-full`. */
  async symbol(label: string): Promise<string | undefined> {
    const icon = (await this.row(label)).locator('.custom-view-tree-node-item-icon').first();
    return /codicon-([\w-]+)/.exec((await icon.getAttribute('class')) ?? '')?.[1];
  }

  /** Waits until a row of this label says something like this beside it. */
  async waitForDescription(label: string, pattern: RegExp): Promise<string> {
    const row = await waitFor(
      `${label} with a description like ${pattern}`,
      async () => (await this.rows()).find(each => each.label === label),
      found => pattern.test(found?.description ?? ''),
    );
    return row?.description ?? '';
  }

  /** A row that moves while the menu is on its way gets another's: the menu is then opened once more. */
  async contextMenu(label: string, item: string) {
    // An item that has a key says so behind its name.
    const named = this.page.locator('.action-label').getByText(item, { exact: true });
    const entry = this.page.locator('.monaco-menu').getByRole('menuitem').filter({ has: named });
    await waitFor(
      `${item} in the menu of ${label}`,
      async () => {
        await (await this.row(label)).click({ button: 'right' });
        try {
          await entry.hover({ timeout: 3_000 });
          return true;
        } catch {
          await this.page.keyboard.press('Escape');
          return false;
        }
      },
      isThere => isThere,
    );
    // A menu that has just opened ignores the mouse button.
    await this.page.keyboard.press('Enter');
  }

  /** Waits until a row of this label is there, and scrolls to it. */
  private async row(label: string): Promise<Locator> {
    const row = this.pane.locator('.monaco-list-row').filter(this.labelled(label)).first();
    await this.scroll(() => row.isVisible());
    await row.waitFor();
    return row;
  }

  private labelled(label: string) {
    return { has: this.page.locator('.label-name').getByText(label, { exact: true }) };
  }

  private async visibleRows(): Promise<[number, TreeRow][]> {
    return this.pane.locator('.monaco-list-row').evaluateAll((rows: PageElement[]) =>
      rows.map(row => {
        const expanded = row.getAttribute('aria-expanded');
        return [
          Number(row.getAttribute('data-index')),
          {
            label: row.querySelector('.label-name')?.textContent ?? '',
            description: row.querySelector('.label-description')?.textContent ?? '',
            level: Number(row.getAttribute('aria-level')),
            expanded: expanded === null ? undefined : expanded === 'true',
          },
        ];
      }),
    );
  }

  /**
   * Visits the view page by page from its top until `visit` says true or the end is reached. It moves with the
   * keyboard, since the focused row tells where it has arrived; a row that goes while it is focused takes the focus
   * along, and the visit begins anew.
   */
  private async scroll(visit: () => Promise<boolean>) {
    await this.pane.locator('.monaco-list-row').first().waitFor();
    await waitFor(
      'the end of the view',
      async () => {
        try {
          await this.scrollOnce(visit);
          return true;
        } catch (error) {
          if (!(error as Error).message.includes('Timeout')) throw error;
          return false;
        }
      },
      isDone => isDone,
    );
  }

  private async scrollOnce(visit: () => Promise<boolean>) {
    const soon = { timeout: 2_000 };
    await this.pane.locator('.monaco-list').focus();
    await this.page.keyboard.press('Home');
    const focused = this.pane.locator('.monaco-list-row.focused');
    await this.pane.locator('.monaco-list-row.focused[data-index="0"]').waitFor(soon);
    while (!(await visit()) && (await focused.getAttribute('data-last-element', soon)) !== 'true') {
      const before = await focused.getAttribute('data-index', soon);
      await this.page.keyboard.press('PageDown');
      await this.pane.locator(`.monaco-list-row.focused:not([data-index="${before}"])`).waitFor(soon);
    }
  }
}
