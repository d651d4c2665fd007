/** A model in the tree. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { shortTokens } from '../bedrock/models/words.ts';
import { modelTooltip } from './modelTooltip.ts';

export class ModelNode extends vscode.TreeItem {
  readonly model: BedrockModel;

  constructor(model: BedrockModel, isPrimary: boolean) {
    super(model.name, vscode.TreeItemCollapsibleState.None);
    const [route] = model.routes;
    const context = shortTokens(model.contextWindow);
    this.model = model;
    this.id = `model:${model.key}`;
    this.contextValue = isPrimary ? 'model.primary' : 'model';
    this.iconPath = isPrimary
      ? new vscode.ThemeIcon('star-full', new vscode.ThemeColor('charts.yellow'))
      : new vscode.ThemeIcon('sparkle');
    this.description = [isPrimary && l10n.t('primary'), context, route.kind !== 'on-demand' && route.label]
      .filter(Boolean)
      .join(' · ');
    this.accessibilityInformation = {
      label: isPrimary
        ? l10n.t('{0} by {1}, primary model of OpenClaw', model.name, model.provider)
        : l10n.t('{0} by {1}, {2} tokens of context', model.name, model.provider, model.contextWindow),
    };
    this.tooltip = modelTooltip(model);
  }
}
