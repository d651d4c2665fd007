// The chat panel, used as a person uses it.
import type { Locator, Page } from 'playwright-core';
import { patienceMilliseconds, waitFor } from './wait.ts';
import type { QuickPick } from './quickPick.ts';

export class Chat {
  private readonly page: Page;
  private readonly quickPick: QuickPick;
  private readonly panel: Locator;
  private readonly lastRow: Locator;
  private readonly modelButton: Locator;

  constructor(page: Page, quickPick: QuickPick) {
    this.page = page;
    this.quickPick = quickPick;
    this.panel = page.locator('.part.auxiliarybar .interactive-session');
    // The list draws only what is on the screen, in any order: this attribute tells which row is the last.
    this.lastRow = this.panel.locator('.interactive-list .monaco-list-row[data-last-element="true"]');
    this.modelButton = this.panel.locator('.model-picker-name').first();
  }

  /** Opens the panel if it is closed; a fresh workbench shows it. */
  async open() {
    if (!(await this.panel.isVisible())) {
      await this.quickPick.runCommand('Chat: Open Chat');
    }
    await this.input().waitFor();
  }

  async startNew() {
    await this.page
      .locator('.part.auxiliarybar .codicon-plus[aria-label^="New Chat"]:visible')
      .first()
      .click();
    await this.lastRow.waitFor({ state: 'detached' });
    // A participant that was spoken to stays in the input.
    await this.input().click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
  }

  /** Types the message and sends it, once no answer is on its way: a message during one would steer that. */
  async send(text: string) {
    await this.open();
    await this.waitUntilIdle();
    const before = await this.length();
    await this.input().click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    await waitFor(
      'the message to be sent',
      () => this.length(),
      length => length > before,
    );
  }

  /** What stands in the input, not yet sent. */
  async draft(): Promise<string> {
    const lines = await this.input().locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The text of the last answer as far as it has come, with what it says about its steps. */
  async lastAnswer(): Promise<string> {
    const answer = this.lastRow.locator('.interactive-response .value');
    return (await answer.count()) === 0 ? '' : answer.innerText();
  }

  /** Waits until the last answer matches, and returns it. */
  async waitForAnswer(pattern: RegExp, patience = patienceMilliseconds): Promise<string> {
    return waitFor(
      `an answer like ${pattern}`,
      () => this.lastAnswer(),
      text => pattern.test(text),
      patience,
    );
  }

  /** Waits until no answer is on its way. */
  async waitUntilIdle() {
    await this.cancelButton().waitFor({ state: 'hidden', timeout: patienceMilliseconds });
  }

  async cancel() {
    await this.cancelButton().click();
    await this.waitUntilIdle();
  }

  /** The name of the model that the next message goes to. */
  async model(): Promise<string> {
    // Where the panel is narrow, the button shows a symbol alone.
    return ((await this.modelButton.getAttribute('aria-label')) ?? '').replace(/^Models, /, '');
  }

  /**
   * Whether the picker finds a model of exactly this name; undefined where it can't be asked: opened while the models
   * change, it can come without its filter.
   */
  async offersModel(name: string): Promise<boolean | undefined> {
    await this.openPicker();
    const filtering = this.picker().locator('input').fill(name, { timeout: 5_000 });
    const isFiltered = await filtering.then(
      () => true,
      () => false,
    );
    if (!isFiltered) {
      await this.closePicker();
      return undefined;
    }
    const titles = await this.picker().locator('.monaco-list-row .title').allInnerTexts();
    await this.closePicker();
    return titles.some(title => title.trim() === name);
  }

  async pickModel(name: string) {
    await this.openPicker();
    await this.picker().locator('input').fill(name);
    const label = this.picker().locator('.monaco-list-row .title').getByText(name, { exact: true });
    await label.first().click();
    await this.waitForModel(name);
  }

  async waitForModel(name: string) {
    await waitFor(
      `the model ${name}`,
      () => this.model(),
      shown => shown === name,
    );
  }

  /** How hard the model is to think, chosen beside its name. */
  async pickEffort(label: string) {
    const button = this.panel.locator('.model-picker-config').first();
    await button.click();
    await this.page.locator('.action-widget .monaco-list-row').getByText(label, { exact: true }).click();
    await waitFor(
      `the effort ${label}`,
      async () => (await button.getAttribute('aria-label')) ?? '',
      shown => shown.endsWith(`: ${label}`),
    );
    await this.closePicker();
  }

  /** Pastes a picture into the input, as from another program. */
  async pasteImage(png: Uint8Array) {
    await this.open();
    await this.input().click();
    const bytes = JSON.stringify([...png]);
    await this.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(${bytes})], 'pasted.png', { type: 'image/png' }));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    }`);
    await this.panel.locator('.chat-attached-context-attachment', { hasText: /image/i }).first().waitFor();
  }

  /** What the last answer offers to ask next. */
  async followups(): Promise<string[]> {
    const offered = this.panel.locator(
      '.interactive-session-followups a, .interactive-session-followups .monaco-button',
    );
    await offered.first().waitFor();
    return offered.allInnerTexts();
  }

  /** Takes away what the editor advertises above the input. */
  async dismissBanner() {
    await this.page.locator('.chat-input-notification-dismiss:visible').first().click();
  }

  /** What the agent asks before it uses a tool, once it asks. */
  async confirmation(): Promise<string> {
    return this.confirmationWidget().innerText();
  }

  /** Answers what the agent asks: `Allow` or `Skip`. */
  async confirm(answer: string) {
    await this.confirmationWidget().getByRole('button', { name: answer }).first().click();
  }

  private picker(): Locator {
    return this.page.locator('.action-widget.action-widget-dropdown');
  }

  /** The button moves as the effort of the model shows up beside it, and a click that comes meanwhile is lost. */
  private async openPicker() {
    await waitFor(
      'the models to choose from',
      async () => {
        await this.modelButton.click();
        const input = this.picker().locator('input');
        return input.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      isOpen => isOpen,
    );
  }

  private async closePicker() {
    await this.page.keyboard.press('Escape');
    await this.picker().waitFor({ state: 'hidden' });
  }

  private confirmationWidget(): Locator {
    return this.panel.locator('.chat-tool-confirmation-carousel .chat-confirmation-widget2');
  }

  private cancelButton(): Locator {
    return this.panel.locator('.chat-execute-toolbar [aria-label^="Cancel"]');
  }

  private input(): Locator {
    return this.panel.locator('.chat-input-container .monaco-editor');
  }

  /** How many messages and answers the chat holds. */
  private async length(): Promise<number> {
    const isEmpty = (await this.lastRow.count()) === 0;
    return isEmpty ? 0 : Number(await this.lastRow.getAttribute('data-index')) + 1;
  }
}
