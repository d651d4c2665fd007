/** What is good to know and breaks nothing: a quiet line in the tree, and a click does something about it. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { explainConnection } from '../bedrock/connection/explain.ts';
import { timeLocale } from '../locale.ts';
import { type Problem, sentence } from '../problem.ts';
import type { Root } from '../state/connections.ts';
import type { ModelList, ModelListState } from '../state/modelList.ts';
import { signerName } from './signerName.ts';

export class NoteNode extends vscode.TreeItem {
  constructor(id: string, icon: string, command: vscode.Command) {
    super(command.title, vscode.TreeItemCollapsibleState.None);
    this.id = id;
    this.contextValue = 'note';
    this.iconPath = new vscode.ThemeIcon(icon);
    this.command = command;
  }
}

/** How the only connection reaches Bedrock, in a few words; a click shows all. */
export function connectionNote({ connection, clients, state }: ModelList): NoteNode {
  const title = connection.region.name;
  const node = new NoteNode('note:connection', 'plug', { title, command: 'openclawBedrock.showConnection' });
  const words = explainConnection(connection);
  node.description = [signerName(connection, clients.signedBy), ageWords(state)].filter(Boolean).join(' · ');
  node.tooltip = words;
  node.accessibilityInformation = { label: words };
  return node;
}

/** `as of 14:03`: when Bedrock was asked last; blank where it was not yet. */
export function ageWords({ fetchedAt }: Pick<ModelListState, 'fetchedAt'>): string {
  if (fetchedAt === undefined) return '';
  const time = new Date(fetchedAt);
  const isToday = time.toDateString() === new Date().toDateString();
  const words = isToday
    ? time.toLocaleTimeString(timeLocale(), { hour: '2-digit', minute: '2-digit' })
    : time.toLocaleString(timeLocale(), { dateStyle: 'short', timeStyle: 'short' });
  return l10n.t('as of {0}', words);
}

/** The way to the walkthrough, where nothing works yet. */
export function getStartedNote(): NoteNode {
  const title = l10n.t('Get Started');
  const node = new NoteNode('note:getStarted', 'book', { title, command: 'openclawBedrock.getStarted' });
  node.description = l10n.t('step by step');
  return node;
}

/** One line for all that would surprise about the detected connection; none where nothing would. */
export function surpriseNotes(surprises: readonly Problem[]): NoteNode[] {
  if (surprises.length === 0) return [];
  const title =
    surprises.length === 1 ? l10n.t('1 thing to know') : l10n.t('{0} things to know', surprises.length);
  const node = new NoteNode('note:conflicts', 'info', { title, command: 'openclawBedrock.showConnection' });
  node.description = l10n.t('about this connection');
  node.tooltip = surprises.map(sentence).join('\n\n');
  node.accessibilityInformation = {
    label: [`${title} ${node.description}`, ...surprises.map(each => each.title)].join(', '),
  };
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
