/** The view "Bedrock Models": providers and their models, and what stands in the way of seeing them. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { Disposable } from '../editor/disposable.ts';
import { rolesOf } from '../openclaw/edits/roles.ts';
import type { Problem } from '../problem.ts';
import type { Connections } from '../state/connections.ts';
import type { ModelList } from '../state/modelList.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { ModelNode } from './modelNode.ts';
import { FixNode, ProblemNode } from './problemNode.ts';
import { ProviderNode } from './providerNode.ts';

export const MODELS_VIEW = 'openclawBedrock.models';

type Node = ProblemNode | FixNode | ProviderNode | ModelNode;

export class ModelsView extends Disposable implements vscode.TreeDataProvider<Node> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  readonly #connections: Connections;
  readonly #config: OpenClawConfig;
  readonly #view: vscode.TreeView<Node>;

  constructor(connections: Connections, config: OpenClawConfig) {
    super();
    this.#connections = connections;
    this.#config = config;
    const changed = this.register(new vscode.EventEmitter<void>());
    this.onDidChangeTreeData = changed.event;
    this.register(connections.onDidChange(() => changed.fire()));
    this.register(config.onDidChange(() => changed.fire()));
    this.#view = this.register(
      vscode.window.createTreeView(MODELS_VIEW, { treeDataProvider: this, showCollapseAll: true }),
    );
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#roots();
    if (node instanceof ProblemNode) return node.problem.fixes.map(fix => new FixNode(fix, node.problem));
    return node instanceof ProviderNode ? this.#modelNodes(node.models) : [];
  }

  async #roots(): Promise<Node[]> {
    const list = await this.#connections.detected();
    const { models: known, problems: met } = list.state;
    if (!known && met.length === 0) {
      this.#view.message = l10n.t('Asking Bedrock which models you can use …');
    }
    const models = await list.models();
    const { problem } = await this.#config.read();
    const problems = [
      ...list.state.problems,
      ...(problem && problem.code !== 'config-missing' ? [problem] : []),
    ];

    this.#view.description = list.connection.region.name;
    this.#view.message = message(list, problems);
    return [...problems.map(each => new ProblemNode(each)), ...providerNodes(models)];
  }

  async #modelNodes(models: readonly BedrockModel[]): Promise<Node[]> {
    const { value } = await this.#config.read();
    return models.map(model => new ModelNode(model, rolesOf(value, model)));
  }
}

/** What stands above the tree, where whole sentences have room: how old the list is, and the first problem. */
function message(list: ModelList, problems: readonly Problem[]): string | undefined {
  const { isStale, fetchedAt } = list.state;
  const age =
    isStale && fetchedAt
      ? l10n.t('These models are from {0}: the last refresh failed.', new Date(fetchedAt).toLocaleString())
      : undefined;
  return [age, problems[0]?.explanation].filter(Boolean).join(' ') || undefined;
}

function providerNodes(models: readonly BedrockModel[]): ProviderNode[] {
  const byProvider = Map.groupBy(models, ({ provider }) => provider);
  return [...byProvider].map(([provider, its]) => new ProviderNode(provider, its));
}
