/** What is good to know and breaks nothing: a quiet line in the tree, and a click does something about it. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type Problem, sentence } from '../problem.ts';
import type { Root } from '../state/connections.ts';

export class NoteNode extends vscode.TreeItem {
  constructor(id: string, icon: string, command: vscode.Command) {
    super(command.title, vscode.TreeItemCollapsibleState.None);
    this.id = id;
    this.contextValue = 'note';
    this.iconPath = new vscode.ThemeIcon(icon);
    this.command = command;
  }
}

/** One line for all the conflicts of the detected connection; none where there are none. */
export function conflictNotes(conflicts: readonly Problem[]): NoteNode[] {
  if (conflicts.length === 0) return [];
  const title =
    conflicts.length === 1
      ? l10n.t('1 thing to know about this connection')
      : l10n.t('{0} things to know about this connection', conflicts.length);
  const node = new NoteNode('note:conflicts', 'info', { title, command: 'openclawBedrock.showConnection' });
  node.tooltip = conflicts.map(sentence).join('\n\n');
  node.accessibilityInformation = { label: [title, ...conflicts.map(each => each.title)].join(', ') };
  return [node];
}

/** Which of OpenClaw's settings hides models here, or would, and the way to the other view of things. */
export function hidingNotes({ id, list }: Root): NoteNode[] {
  const { hiding } = list;
  const { hidden } = list.state;
  if (!hiding || hidden === 0) return [];
  const { setting, isOverruled } = hiding;
  const title = isOverruled
    ? l10n.t('Hide {0} models as OpenClaw does', hidden)
    : l10n.t('Show {0} more models', hidden);
  const node = new NoteNode(`note:hiding:${id}`, isOverruled ? 'eye-closed' : 'eye', {
    title,
    command: 'openclawBedrock.showAllModels',
    arguments: [!isOverruled],
  });
  node.description = setting;
  node.tooltip = isOverruled
    ? l10n.t(
        'OpenClaw does not list {0} of these models, because of {1} in its config. The editor shows them all the same.',
        hidden,
        setting,
      )
    : l10n.t(
        '{0} more models are hidden by {1} in the OpenClaw config. Click to show them in the editor; OpenClaw still goes by its config.',
        hidden,
        setting,
      );
  node.accessibilityInformation = { label: `${title}. ${node.tooltip}` };
  return [node];
}
