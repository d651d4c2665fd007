/** Asks for the code of an MFA device in an input box: one at a time, since the editor shows only one. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { MfaDevice } from '../bedrock/clients.ts';

export class MfaCodes {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves to six digits, or to undefined when the box is dismissed. */
  ask(device: MfaDevice): Promise<string | undefined> {
    const asked = this.#last.then(() => show(device));
    this.#last = asked.catch(() => undefined);
    return asked;
  }
}

async function show({ profile }: MfaDevice): Promise<string | undefined> {
  const code = await vscode.window.showInputBox({
    title: l10n.t('MFA code for the AWS profile {0}', profile),
    prompt: l10n.t('Enter the six digits that the device shows now.'),
    placeHolder: '123456',
    ignoreFocusOut: true,
    validateInput: typed => (/^\d{6}$/.test(typed.trim()) ? undefined : l10n.t('Enter six digits.')),
  });
  return code?.trim();
}
