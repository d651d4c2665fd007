// The notifications in the workbench's corner, and its modal dialogs.
import type { Locator, Page } from 'playwright-core';
import type { PageElement } from './pageElement.ts';
import { waitFor } from './wait.ts';

export interface Notification {
  readonly text: string;
  readonly buttons: readonly string[];
}

export class Notifications {
  private readonly toasts: Locator;
  private readonly dialog: Locator;

  constructor(page: Page) {
    this.toasts = page.locator('.notification-toast');
    this.dialog = page.locator('.monaco-dialog-box');
  }

  /** Those on show, the newest first. */
  async all(): Promise<Notification[]> {
    return this.toasts.evaluateAll((toasts: PageElement[]) =>
      toasts.map(toast => ({
        text: toast.querySelector('.notification-list-item-message')?.textContent ?? '',
        buttons: [...toast.querySelectorAll('.monaco-button')].map(button => button.textContent ?? ''),
      })),
    );
  }

  /** Waits until one whose text matches is on show. */
  async waitFor(pattern: RegExp): Promise<Notification> {
    const all = await waitFor(
      `a notification like ${pattern}`,
      () => this.all(),
      shown => shown.some(({ text }) => pattern.test(text)),
    );
    return all.find(({ text }) => pattern.test(text))!;
  }

  async clickButton(label: string) {
    await this.toasts.getByRole('button', { name: label, exact: true }).first().click();
  }

  /** The text of the modal dialog, once there is one. */
  async dialogText(): Promise<string> {
    return this.dialog.locator('.dialog-message-container').innerText();
  }

  /** A dialog that has only just come up loses a click at times. */
  async clickDialogButton(label: string) {
    const button = this.dialog.getByRole('button', { name: label, exact: true });
    await button.waitFor();
    await waitFor(
      `the dialog to close by ${label}`,
      async () => {
        await button.click({ timeout: 2_000 }).catch(() => undefined);
        // Another dialog may follow at once.
        return button.waitFor({ state: 'hidden', timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      isClosed => isClosed,
    );
  }
}
