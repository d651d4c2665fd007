/** Quiet lines about what of the models is not in the tree, and why: a click does something about it. */
import * as l10n from '@vscode/l10n';
import type { Gap } from '../bedrock/models/discover.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { Problem } from '../problem.ts';
import { sentence } from '../problem.ts';
import type { Root } from '../state/connections.ts';
import { NoteNode } from './noteNode.ts';

/** The filter in force, above all models; a click changes it. */
export function filterNote({ id }: Root, filter: string, found: number, all: number): NoteNode {
  const title = l10n.t('Filter: {0}', filter);
  const node = new NoteNode(`note:filter:${id}`, 'filter-filled', {
    title,
    command: 'openclawBedrock.filterModels',
  });
  node.contextValue = 'note filter';
  node.description = l10n.t('{0} of {1} models', found, all);
  node.tooltip = l10n.t('Only models with all of these words are shown. Click to change the filter.');
  node.accessibilityInformation = { label: `${title}, ${node.description}` };
  return node;
}

/** Models that somebody hid; a click shows or hides them again. */
export function hiddenNotes({ id }: Root, hidden: number, areShown: boolean): NoteNode[] {
  if (hidden === 0) return [];
  const title = areShown
    ? l10n.t('Hide {0} hidden models again', hidden)
    : l10n.t('Show {0} hidden models', hidden);
  const node = new NoteNode(`note:hidden:${id}`, areShown ? 'eye-closed' : 'eye', {
    title,
    command: 'openclawBedrock.showHiddenModels',
    arguments: [!areShown],
  });
  node.tooltip = l10n.t('You hid these from the tree and from the chat. Unhide one by its menu.');
  node.accessibilityInformation = { label: title };
  return [node];
}

/** Models that the route policy rules out. */
export function policyNotes({ id }: Root, outOfReach: readonly BedrockModel[], policy: string): NoteNode[] {
  const count = outOfReach.length;
  if (count === 0) return [];
  const title = count === 1 ? l10n.t('1 model out of reach') : l10n.t('{0} models out of reach', count);
  const node = new NoteNode(`note:policy:${id}`, 'shield', {
    title,
    command: 'openclawBedrock.selectRoutePolicy',
  });
  node.description = l10n.t('route policy: {0}', policy);
  const names = outOfReach.map(({ name }) => name);
  const shown = names.slice(0, MANY).join(', ') + (count > MANY ? ' …' : '');
  node.tooltip = l10n.t(
    'The route policy lets no request go as far as these models need: {0}. Click to choose another policy.',
    shown,
  );
  node.accessibilityInformation = { label: `${title}, ${node.description}` };
  return [node];
}

/** So many names fit a tooltip. */
const MANY = 20;

/** Kinds that could not be listed, and access that could not be asked about; most need neither. */
export function gapNotes({ id }: Root, gaps: readonly Gap[], access: Problem | undefined): NoteNode[] {
  const said = [
    ...gaps.map(({ kind, problem }) => ({ name: kindName(kind), problem })),
    ...(access ? [{ name: l10n.t('access'), problem: access }] : []),
  ];
  if (said.length === 0) return [];
  const title = l10n.t('Not looked up: {0}', said.map(({ name }) => name).join(', '));
  const node = new NoteNode(`note:gaps:${id}`, 'circle-slash', {
    title,
    command: 'openclawBedrock.refreshModels',
  });
  node.tooltip = [
    ...said.map(({ name, problem }) => `${name}: ${sentence(problem)}`),
    l10n.t('The other models are not affected. Click to look again.'),
  ].join('\n\n');
  node.accessibilityInformation = { label: [title, ...said.map(({ problem }) => problem.title)].join('. ') };
  return [node];
}

function kindName(kind: Gap['kind']): string {
  return {
    application: l10n.t('application profiles'),
    provisioned: l10n.t('provisioned throughput'),
    imported: l10n.t('imported models'),
    router: l10n.t('prompt routers'),
  }[kind];
}
