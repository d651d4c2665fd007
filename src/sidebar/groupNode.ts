/** A group of models in the tree: a provider, what models can do, a kind of route, or the favourites. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Capability, Grouping, ModelGroup } from '../bedrock/models/arrangement.ts';
import { IMPORTED, type RouteKind } from '../bedrock/models/bedrockModel.ts';
import type { Root } from '../state/connections.ts';

export interface GroupLook {
  readonly root: Root;
  /** Absent for the favourites. */
  readonly grouping?: Grouping;
  /** Whether it is open where nobody opened or closed it. */
  readonly isOpen: boolean;
  /** What is remembered of being open or closed holds only among groups of the same manner. */
  readonly manner: string;
  /** Groups that somebody opened or closed, by id: the editor itself forgets those that were gone for a while. */
  readonly opened: ReadonlyMap<string, boolean>;
}

export class GroupNode extends vscode.TreeItem {
  readonly root: Root;
  readonly models: ModelGroup['models'];

  constructor({ name, models }: ModelGroup, { root, grouping, isOpen, manner, opened }: GroupLook) {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const label = grouping ? groupName(name, grouping) : l10n.t('Favourites');
    const id = `group:${root.id}:${grouping ?? 'favourites'}:${name}:${manner}`;
    super(label, (opened.get(id) ?? isOpen) ? Expanded : Collapsed);
    this.root = root;
    this.models = models;
    this.id = id;
    this.contextValue = 'group';
    this.description = String(models.length);
    this.accessibilityInformation = {
      label:
        models.length === 1 ? l10n.t('{0}, 1 model', label) : l10n.t('{0}, {1} models', label, models.length),
    };
  }
}

function groupName(name: string, grouping: Grouping): string {
  switch (grouping) {
    case 'provider':
      return name === IMPORTED ? l10n.t('Imported models') : name;
    case 'capability':
      return capabilityNames()[name as Capability];
    case 'route':
      return kindNames()[name as RouteKind] ?? l10n.t('{0} profiles', name);
  }
}

function capabilityNames(): Readonly<Record<Capability, string>> {
  return {
    'tools-and-images': l10n.t('Agent mode, with images'),
    tools: l10n.t('Agent mode, text only'),
    images: l10n.t('Images, without tools'),
    text: l10n.t('Text, without tools'),
  };
}

function kindNames(): Readonly<Partial<Record<RouteKind, string>>> {
  return {
    'on-demand': l10n.t('On demand'),
    provisioned: l10n.t('Provisioned throughput'),
    application: l10n.t('Application profiles'),
    imported: l10n.t('Imported models'),
    router: l10n.t('Prompt routers'),
  };
}
