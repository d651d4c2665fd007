/** The view "Bedrock Models": connections, providers and models, and what stands in the way of seeing them. */
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { rolesOf } from '../openclaw/edits/roles.ts';
import type { Problem } from '../problem.ts';
import type { Connections, Root } from '../state/connections.ts';
import type { ModelList } from '../state/modelList.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { ConnectionNode } from './connectionNode.ts';
import { ModelNode } from './modelNode.ts';
import { connectionNote, hidingNotes, NoteNode, surpriseNotes } from './noteNode.ts';
import { FixNode, ProblemNode } from './problemNode.ts';
import { ProviderNode } from './providerNode.ts';

export const MODELS_VIEW = 'openclawBedrock.models';

type Node = ConnectionNode | NoteNode | ProblemNode | FixNode | ProviderNode | ModelNode;

export class ModelsView extends Disposable implements vscode.TreeDataProvider<Node> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  readonly #connections: Connections;
  readonly #config: OpenClawConfig;
  readonly #log: Log;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** What would surprise about the detected connection, as far as it is known by now. */
  #surprises: readonly Problem[] = [];

  constructor(connections: Connections, config: OpenClawConfig, log: Log) {
    super();
    this.#connections = connections;
    this.#config = config;
    this.#log = log;
    this.onDidChangeTreeData = this.#changed.event;
    this.register(connections.onDidChange(() => this.#changed.fire()));
    this.register(config.onDidChange(() => this.#changed.fire()));
    this.#view = this.register(
      vscode.window.createTreeView(MODELS_VIEW, { treeDataProvider: this, showCollapseAll: true }),
    );
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#roots();
    if (node instanceof ConnectionNode) return this.#nodesOf(node.root);
    if (node instanceof ProblemNode) return node.problem.fixes.map(fix => new FixNode(fix, node));
    return node instanceof ProviderNode ? this.#modelNodes(node) : [];
  }

  async #roots(): Promise<Node[]> {
    const list = await this.#connections.detected();
    const { problem } = await this.#config.read();
    const configProblems = problem && problem.code !== 'config-missing' ? [problem] : [];
    const { roots } = this.#connections;
    const [only, ...others] = roots;
    // Several show at once, and each asks for its own models.
    const nodes =
      only && others.length === 0
        ? await this.#nodesOf(only)
        : roots.map(root => new ConnectionNode(root, root.isDetected ? this.#surprises : []));

    this.#view.description =
      others.length === 0 ? list.connection.region.name : l10n.t('{0} connections', roots.length);
    this.#view.message =
      message(roots, configProblems) ??
      (isUnknown(list) ? l10n.t('Looking for the models that you can use …') : undefined);
    inBackground(this.#lookForSurprises(), this.#log);
    return [...configProblems.map(each => new ProblemNode(each)), ...nodes];
  }

  /** What is below a connection; at the top of the tree where there is only one. */
  async #nodesOf(root: Root): Promise<Node[]> {
    const models = await root.list.known();
    this.#look(root.list);
    const { problems } = root.list.state;
    // What keeps it from working is said as a problem.
    const surprises = this.#surprises.filter(
      ({ code, title }) => !problems.some(problem => problem.code === code && problem.title === title),
    );
    const byProvider = Map.groupBy(models, ({ provider }) => provider);
    const isBelowRoot = this.#connections.roots.length > 1;
    return [
      ...problems.map(problem => new ProblemNode(problem, root.id)),
      ...(isBelowRoot ? [] : [connectionNote(root.list)]),
      ...(root.isDetected ? surpriseNotes(surprises) : []),
      ...hidingNotes(root),
      ...[...byProvider].map(([provider, its]) => new ProviderNode(provider, its, root, isBelowRoot)),
    ];
  }

  /**
   * The tree shows what is known and does not wait: whatever gives the credentials may take its time, and meanwhile
   * another connection can be chosen. A tree is drawn unasked, so that nobody is asked for a code either.
   */
  #look(list: ModelList): void {
    const looking = () => list.models({ quietly: true });
    const shown = isUnknown(list)
      ? vscode.window.withProgress({ location: { viewId: MODELS_VIEW } }, looking)
      : looking();
    inBackground(Promise.resolve(shown), this.#log);
  }

  async #modelNodes({ root, models }: ProviderNode): Promise<Node[]> {
    const { value } = await this.#config.read();
    return models.map(model => new ModelNode(model, rolesOf(value, model), root));
  }

  /** Nobody waits for these: they read the AWS files. */
  async #lookForSurprises(): Promise<void> {
    const [conflicts, differences] = await Promise.all([
      this.#connections.conflicts(),
      this.#connections.differences(),
    ]);
    const surprises = [...conflicts, ...differences];
    if (isDeepStrictEqual(surprises, this.#surprises)) return;
    this.#surprises = surprises;
    this.#changed.fire();
  }
}

/** Whether nothing is known of a list yet, nor why. */
function isUnknown({ state: { models, problems } }: ModelList): boolean {
  return !models && problems.length === 0;
}

/** What stands above the tree, where whole sentences have room: how old a list is, and the first problem. */
function message(roots: readonly Root[], configProblems: readonly Problem[]): string | undefined {
  const stale = roots.map(({ list }) => list.state).find(({ isStale, fetchedAt }) => isStale && fetchedAt);
  const age =
    stale?.fetchedAt === undefined
      ? undefined
      : l10n.t(
          'These models are from {0}: the last refresh failed.',
          new Date(stale.fetchedAt).toLocaleString(),
        );
  const problem = configProblems[0]?.explanation ?? firstProblem(roots);
  return [age, problem].filter(Boolean).join(' ') || undefined;
}

function firstProblem(roots: readonly Root[]): string | undefined {
  const [first] = roots.flatMap(({ name, list }) => list.state.problems.map(problem => ({ name, problem })));
  if (!first) return undefined;
  const { explanation } = first.problem;
  return roots.length > 1 ? `${first.name}: ${explanation}` : explanation;
}
