// The quick pick or input box on top of the workbench.
import type { Locator, Page } from 'playwright-core';
import type { PageElement } from './pageElement.ts';
import { waitFor } from './wait.ts';

export interface QuickPickItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

export class QuickPick {
  private readonly page: Page;
  private readonly widget: Locator;
  private readonly input: Locator;

  constructor(page: Page) {
    this.page = page;
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-box input');
  }

  /** The entries on show, once there are any. */
  async items(): Promise<QuickPickItem[]> {
    await this.rows().first().waitFor();
    return this.rows().evaluateAll((rows: PageElement[]) => {
      const text = (row: PageElement, part: string) => row.querySelector(part)?.textContent ?? '';
      return rows.map(row => ({
        label: text(row, '.quick-input-list-row .label-name'),
        description: text(row, '.quick-input-list-row .label-description'),
        detail: text(row, '.quick-input-list-label-meta'),
      }));
    });
  }

  /** Picks the entry of exactly this label. */
  async pick(label: string) {
    const exactly = this.page.locator('.quick-input-list-row .label-name').getByText(label, { exact: true });
    await this.rows().filter({ has: exactly }).first().click();
  }

  /** Clicks a button of the entry of exactly this label. */
  async clickItemButton(label: string, button: string) {
    const exactly = this.page.locator('.quick-input-list-row .label-name').getByText(label, { exact: true });
    const row = this.rows().filter({ has: exactly }).first();
    await row.hover();
    await row.getByRole('button', { name: button }).click();
  }

  /** Replaces the text of the input box. */
  async type(text: string) {
    await this.input.fill(text);
  }

  /** Takes what the input box holds, or the focused entry. */
  async accept() {
    await this.input.press('Enter');
  }

  /** Goes back a step. */
  async goBack() {
    await this.widget.locator('.quick-input-titlebar .codicon-quick-input-back').click();
  }

  async cancel() {
    await this.input.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }

  async title(): Promise<string> {
    await this.input.waitFor();
    return this.widget.locator('.quick-input-title').innerText();
  }

  /** Waits until the box says something like this below the input: its prompt, or why the input is not valid. */
  async waitForMessage(pattern: RegExp) {
    await this.widget.locator('.quick-input-message').filter({ hasText: pattern }).waitFor();
  }

  /** Runs a command through the palette by its exact title, as in `OpenClaw: Set Primary Model`. */
  async runCommand(title: string) {
    const label = JSON.stringify(title);
    const continued = JSON.stringify(`${title}, `);
    const entry = this.widget.locator(
      `.monaco-list-row[aria-label=${label}], .monaco-list-row[aria-label^=${continued}]`,
    );
    // An open palette lists the commands known when it opened: an extension's may come a moment later.
    await waitFor(
      `the command "${title}"`,
      async () => {
        await this.page.keyboard.press('F1');
        try {
          // A box that is just closing takes no text.
          await this.input.fill(`>${title}`, { timeout: 2_000 });
          await entry.first().click({ timeout: 2_000 });
          return true;
        } catch {
          await this.page.keyboard.press('Escape');
          await this.widget.waitFor({ state: 'hidden' });
          return false;
        }
      },
      clicked => clicked,
    );
    // The command's own pick may show in the same widget.
    await waitFor(
      'the palette to close',
      async () => (await this.widget.isHidden()) || !(await this.input.inputValue()).startsWith('>'),
      closed => closed,
    );
  }

  private rows(): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row');
  }
}
