// The active editor: its tab, its text, or the page of a webview.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { PageElement } from './pageElement.ts';
import { waitFor } from './wait.ts';

export class ActiveEditor {
  private readonly page: Page;
  private readonly group: Locator;
  private readonly tab: Locator;

  constructor(page: Page) {
    this.page = page;
    this.group = page.locator('.part.editor .editor-group-container.active');
    this.tab = this.group.locator('.tab.active');
  }

  async title(): Promise<string> {
    return (await this.tab.locator('.monaco-icon-label-container').textContent()) ?? '';
  }

  async waitForTitle(title: string) {
    await waitFor(
      `the editor "${title}"`,
      () => this.title(),
      shown => shown === title,
    );
  }

  /** The lines that are on the screen. */
  async text(): Promise<string> {
    const lines = this.group.locator('.editor-instance .view-line');
    await lines.first().waitFor();
    const placed = await lines.evaluateAll((elements: PageElement[]) =>
      elements.map(line => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' })),
    );
    // Lines stand in the document in the order they were drawn, with no-break spaces for spaces.
    return placed
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  /** Waits until exactly this many stretches of text are underlined as wrong. */
  async waitForMarks(count: number) {
    const marks = this.group.locator('.squiggly-error, .squiggly-warning');
    await waitFor(
      `${count} marks in the editor`,
      () => marks.count(),
      shown => shown === count,
    );
  }

  /** Goes to the next mark in the focused editor, and takes the quick fix whose label matches. */
  async quickFix(label: RegExp) {
    const fix = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: label }).first();
    // The editor asks for fixes once, and marks may come a moment later.
    await waitFor(
      `a quick fix like ${label}`,
      async () => {
        for (const key of ['F8', 'Escape', 'Control+.']) await this.page.keyboard.press(key);
        try {
          await fix.click({ timeout: 2_000 });
          return true;
        } catch {
          await this.page.keyboard.press('Escape');
          return false;
        }
      },
      taken => taken,
    );
  }

  /** Saves, and waits until the tab is no longer marked as changed. */
  async save() {
    await this.group.locator('.editor-instance .monaco-editor').first().click();
    await this.page.keyboard.press('Control+s');
    await this.group.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** The inside of the webview on show. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }
}
