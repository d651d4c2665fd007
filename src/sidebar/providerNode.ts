/** A provider in the tree, with its models below. */
import * as vscode from 'vscode';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { Root } from '../state/connections.ts';

export class ProviderNode extends vscode.TreeItem {
  readonly root: Root;
  readonly models: readonly BedrockModel[];

  constructor(provider: string, models: readonly BedrockModel[], root: Root) {
    super(provider, vscode.TreeItemCollapsibleState.Expanded);
    this.root = root;
    this.models = models;
    this.id = `provider:${root.id}:${provider}`;
    this.contextValue = 'provider';
    this.description = String(models.length);
  }
}
