/**
 * Provider groups: the entries of the editor's own model configuration. With one of ours the chat panel
 * answers without a GitHub sign-in. The editor has a command that adds a group but none that removes one, so
 * that is done in its file, opened as the editor itself opens it.
 */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type Removal, withoutGroups } from './groupsFile.ts';

/** Whether this editor has provider groups: from 1.110 on, and not in every fork. */
export async function canUseProviderGroups(): Promise<boolean> {
  const commands = await vscode.commands.getCommands(true);
  return commands.includes('lm.addLanguageModelsProviderGroup');
}

/** Adds a group; resolves to false when there is one of this name and vendor already, which then stays as it is. */
export async function addProviderGroup(group: {
  readonly vendor: string;
  readonly name: string;
  readonly [property: string]: unknown;
}): Promise<boolean> {
  try {
    await vscode.commands.executeCommand('lm.addLanguageModelsProviderGroup', group);
    return true;
  } catch (error) {
    if (/already exists/i.test((error as Error).message)) return false;
    throw error;
  }
}

/**
 * Removes the groups of a vendor that have one of these names. The file can be out of the extension host's
 * reach (its own scheme on the desktop, another machine over Remote-SSH), so it is changed and saved through
 * the active editor, never by its URI.
 */
export async function removeProviderGroups(
  vendor: string,
  names: readonly string[],
): Promise<Omit<Removal, 'text'>> {
  await vscode.commands.executeCommand('workbench.action.openLanguageModelsJson');
  const editor = vscode.window.activeTextEditor;
  if (!editor?.document.uri.path.endsWith('/chatLanguageModels.json')) return { removed: [], left: [] };

  const before = editor.document.getText();
  const { text, removed, left } = await withoutGroups(before, vendor, names);
  if (text !== before) {
    const all = new vscode.Range(editor.document.positionAt(0), editor.document.positionAt(before.length));
    if (!(await editor.edit(edit => edit.replace(all, text))))
      throw new Error(l10n.t('The editor refused the change.'));
    await vscode.commands.executeCommand('workbench.action.files.save');
  }
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return { removed, left };
}
