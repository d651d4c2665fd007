/**
 * The editor's own chat. Its agent is a built-in extension that stays off until somebody uses it, and that builds such
 * as VSCodium leave out: there a participant answers in the panel when it is addressed, and nothing answers otherwise.
 */
import * as vscode from 'vscode';

const EXTENSION = 'GitHub.copilot-chat';
/** A tenth of a second was enough on a busy machine. */
const PATIENCE_MILLISECONDS = 5_000;

/** Whether the editor is told to hide its chat, as VSCodium is from the start. */
export function isChatHidden(): boolean {
  return vscode.workspace.getConfiguration('chat').get('disableAIFeatures') === true;
}

export class BuiltInChat {
  #isMissing = false;

  /** True once turning it on has shown that this editor has none. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /**
   * Turns it on; resolves to whether it is on. Opening the models editor does that, which is closed again where it
   * covers the window.
   */
  async enable(): Promise<boolean> {
    if (isOn()) return true;
    // It never comes on in a restricted folder, which tells nothing about whether there is one.
    if (this.#isMissing || !vscode.workspace.isTrusted) return false;
    await vscode.commands.executeCommand('workbench.action.chat.manage');
    const closeModal = 'workbench.action.closeModalEditor';
    const commands = await vscode.commands.getCommands(true);
    if (commands.includes(closeModal)) await vscode.commands.executeCommand(closeModal);
    this.#isMissing = !(await comesOn());
    return !this.#isMissing;
  }
}

function isOn(): boolean {
  return vscode.extensions.getExtension(EXTENSION) !== undefined;
}

/** Whether it is on within some seconds: it comes a moment after it is turned on. */
function comesOn(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const listener = vscode.extensions.onDidChange(() => {
    if (isOn()) resolve(true);
  });
  const timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS);
  if (isOn()) resolve(true);
  return promise.finally(() => {
    listener.dispose();
    clearTimeout(timer);
  });
}
