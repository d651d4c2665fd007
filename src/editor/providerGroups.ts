/**
 * Provider groups: the entries of the editor's own model configuration. With one of ours the chat panel
 * answers without a GitHub sign-in. The editor has a command that adds a group but none that removes one, so
 * that is done in its file, opened as the editor itself opens it.
 */
import type { ElementNode } from '@humanwhocodes/momoa';
import * as vscode from 'vscode';
import { loadSyntaxTree } from '../openclaw/loadSyntaxTree.ts';

/** Whether this editor has provider groups: from 1.110 on, and not in every fork. */
export async function canUseProviderGroups(): Promise<boolean> {
  const commands = await vscode.commands.getCommands(true);
  return commands.includes('lm.addLanguageModelsProviderGroup');
}

/**
 * Turns on the chat extension that is built into the editor and hidden until someone uses it. Opening the
 * models editor does that; it is closed again where it covers the window.
 */
export async function enableBuiltInChat(): Promise<void> {
  if (vscode.extensions.getExtension('GitHub.copilot-chat')) return;
  await vscode.commands.executeCommand('workbench.action.chat.manage');
  const closeModal = 'workbench.action.closeModalEditor';
  const commands = await vscode.commands.getCommands(true);
  if (commands.includes(closeModal)) await vscode.commands.executeCommand(closeModal);
}

/** Adds a group; one of this name and vendor that is there already is left as it is. */
export async function addProviderGroup(group: {
  readonly vendor: string;
  readonly name: string;
  readonly [property: string]: unknown;
}): Promise<void> {
  try {
    await vscode.commands.executeCommand('lm.addLanguageModelsProviderGroup', group);
  } catch (error) {
    if (!/already exists/i.test((error as Error).message)) throw error;
  }
}

/**
 * Removes every group of a vendor; resolves to how many there were. The file can be out of the extension
 * host's reach (its own scheme on the desktop, another machine over Remote-SSH), so it is changed and saved
 * through the active editor, never by its URI.
 */
export async function removeProviderGroups(vendor: string): Promise<number> {
  await vscode.commands.executeCommand('workbench.action.openLanguageModelsJson');
  const editor = vscode.window.activeTextEditor;
  if (!editor?.document.uri.path.endsWith('/chatLanguageModels.json')) return 0;

  const before = editor.document.getText();
  const { text, removed } = await withoutGroups(before, vendor);
  if (removed > 0) {
    const all = new vscode.Range(editor.document.positionAt(0), editor.document.positionAt(before.length));
    await editor.edit(edit => edit.replace(all, text));
    await vscode.commands.executeCommand('workbench.action.files.save');
  }
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return removed;
}

/** The text without the groups of a vendor; all else in it stays as it is. */
export async function withoutGroups(
  text: string,
  vendor: string,
): Promise<{ text: string; removed: number }> {
  if (!text.trim()) return { text, removed: 0 };
  const { parse } = await loadSyntaxTree();
  const { body } = parse(text, { mode: 'jsonc', ranges: true, allowTrailingCommas: true });
  const elements = body.type === 'Array' ? body.elements : [];
  const kept = elements.filter(element => vendorOf(element) !== vendor);
  const [first, last] = [elements[0], elements.at(-1)];
  if (!first || !last || kept.length === elements.length) return { text, removed: 0 };

  const pieces = kept.map(({ range: [start, end] = [0, 0] }) => text.slice(start, end));
  const before = text.slice(0, first.range?.[0]);
  const after = text.slice(last.range?.[1]);
  return { text: before + pieces.join(',\n\t') + after, removed: elements.length - kept.length };
}

function vendorOf({ value }: ElementNode): string | undefined {
  if (value.type !== 'Object') return undefined;
  const member = value.members.find(({ name }) => name.type === 'String' && name.value === 'vendor');
  return member?.value.type === 'String' ? member.value.value : undefined;
}
