/** A provider in the tree, with its models below. */
import * as vscode from 'vscode';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';

export class ProviderNode extends vscode.TreeItem {
  readonly models: readonly BedrockModel[];

  constructor(provider: string, models: readonly BedrockModel[]) {
    super(provider, vscode.TreeItemCollapsibleState.Expanded);
    this.models = models;
    this.id = `provider:${provider}`;
    this.contextValue = 'provider';
    this.description = String(models.length);
  }
}
