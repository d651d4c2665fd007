/** A provider in the tree, with its models below. */
import * as vscode from 'vscode';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { Root } from '../state/connections.ts';

export class ProviderNode extends vscode.TreeItem {
  readonly root: Root;
  readonly models: readonly BedrockModel[];

  /** `isBelowRoot`: one of several connections, which would not be seen beside each other with all models open. */
  constructor(provider: string, models: readonly BedrockModel[], root: Root, isBelowRoot: boolean) {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    super(provider, isBelowRoot ? Collapsed : Expanded);
    this.root = root;
    this.models = models;
    // The editor remembers for each id whether it is open.
    this.id = `provider:${root.id}:${provider}${isBelowRoot ? ':below' : ''}`;
    this.contextValue = 'provider';
    this.description = String(models.length);
  }
}
