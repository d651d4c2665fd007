/** A model in the tree, with what it is in OpenClaw's config. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { shortTokens } from '../bedrock/models/words.ts';
import type { Roles } from '../openclaw/edits/roles.ts';
import type { Root } from '../state/connections.ts';
import type { ModelList } from '../state/modelList.ts';
import { modelTooltip } from './modelTooltip.ts';

export class ModelNode extends vscode.TreeItem {
  readonly model: BedrockModel;
  /** The list that it is from. */
  readonly list: ModelList;

  constructor(model: BedrockModel, roles: Roles, root: Pick<Root, 'id' | 'list'>) {
    super(model.name, vscode.TreeItemCollapsibleState.None);
    const [route] = model.routes;
    const words = roleWords(roles);
    const context = shortTokens(model.contextWindow);
    this.model = model;
    this.list = root.list;
    this.id = `model:${root.id}:${model.key}`;
    this.contextValue = contextValue(roles);
    this.iconPath = roles.isPrimary
      ? new vscode.ThemeIcon('star-full', new vscode.ThemeColor('charts.yellow'))
      : new vscode.ThemeIcon('sparkle');
    this.description = [...words, context, route.kind !== 'on-demand' && route.label]
      .filter(Boolean)
      .join(' · ');
    this.accessibilityInformation = {
      label: [
        l10n.t('{0} by {1}, {2} tokens of context', model.name, model.provider, model.contextWindow),
        ...words.map(word => l10n.t('{0} in OpenClaw', word)),
      ].join(', '),
    };
    this.tooltip = modelTooltip(model, words);
  }
}

/** `primary`, `fallback 2`, `images` and the alias: what OpenClaw has the model for. */
function roleWords({ isPrimary, fallback, isImageModel, alias }: Roles): string[] {
  return [
    isPrimary && l10n.t('primary'),
    fallback > 0 && l10n.t('fallback {0}', fallback),
    isImageModel && l10n.t('for images'),
    alias && `“${alias}”`,
  ].filter(word => typeof word === 'string');
}

/** Words by which the menus choose what to offer. */
function contextValue({ isPrimary, fallback, isDescribed }: Roles): string {
  return ['model', isPrimary && 'primary', fallback > 0 && 'fallback', isDescribed && 'described']
    .filter(Boolean)
    .join(' ');
}

/** Whether a command was called with a model's node; told by what it holds, since bundles have classes of their own. */
export function isModelNode(value: unknown): value is ModelNode {
  return value instanceof vscode.TreeItem && 'model' in value;
}
