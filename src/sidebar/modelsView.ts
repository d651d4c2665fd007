/** The view "Bedrock Models": connections, providers and models, and what stands in the way of seeing them. */
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { inBackground } from '../editor/background.ts';
import type { ContextKeys } from '../editor/contextKeys.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { stepsOf } from '../editor/notify.ts';
import { routePolicy } from '../editor/settings.ts';
import { timeLocale } from '../locale.ts';
import { rolesOf } from '../openclaw/edits/roles.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Connections, Root } from '../state/connections.ts';
import type { ModelAccess } from '../state/modelAccess.ts';
import type { ModelChoices } from '../state/modelChoices.ts';
import type { ModelList } from '../state/modelList.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { ConnectionNode } from './connectionNode.ts';
import { GroupNode } from './groupNode.ts';
import { ModelNode } from './modelNode.ts';
import { modelNodes } from './modelNodes.ts';
import { modelTooltip } from './modelTooltip.ts';
import type { NoteNode } from './noteNode.ts';
import { FixNode, ProblemNode } from './problemNode.ts';
import { rootNodes } from './rootNodes.ts';
import { RouteNode } from './routeNode.ts';

export const MODELS_VIEW = 'openclawBedrock.models';

type Node = ConnectionNode | NoteNode | ProblemNode | FixNode | GroupNode | ModelNode | RouteNode;

export interface ModelsViewParts {
  readonly connections: Connections;
  readonly config: OpenClawConfig;
  readonly choices: ModelChoices;
  readonly access: ModelAccess;
  readonly contextKeys: ContextKeys;
  readonly log: Log;
}

export class ModelsView extends Disposable implements vscode.TreeDataProvider<Node> {
  readonly onDidChangeTreeData: vscode.Event<Node[] | undefined>;
  readonly #connections: Connections;
  readonly #config: OpenClawConfig;
  readonly #choices: ModelChoices;
  readonly #access: ModelAccess;
  readonly #contextKeys: ContextKeys;
  readonly #log: Log;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = this.register(new vscode.EventEmitter<Node[] | undefined>());
  /** Groups that somebody opened or closed, by id. */
  readonly #opened = new Map<string, boolean>();
  /** The groups in the tree, by the connection that they are of. */
  readonly #groups = new Map<string, GroupNode[]>();
  /** What would surprise about the detected connection, as far as it is known by now. */
  #surprises: readonly Problem[] = [];

  constructor({ connections, config, choices, access, contextKeys, log }: ModelsViewParts) {
    super();
    this.#connections = connections;
    this.#config = config;
    this.#choices = choices;
    this.#access = access;
    this.#contextKeys = contextKeys;
    this.#log = log;
    this.onDidChangeTreeData = this.#changed.event;
    const redraw = () => this.#changed.fire(undefined);
    for (const onDidChange of [connections.onDidChange, config.onDidChange, choices.onDidChange])
      this.register(onDidChange(redraw));
    this.register(access.onDidChange(keys => this.#changed.fire(this.#groupsWith(keys))));
    this.#view = this.register(
      vscode.window.createTreeView(MODELS_VIEW, {
        treeDataProvider: this,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    this.register(this.#view.onDidExpandElement(({ element: { id = '' } }) => this.#opened.set(id, true)));
    this.register(this.#view.onDidCollapseElement(({ element: { id = '' } }) => this.#opened.set(id, false)));
  }

  get selection(): readonly vscode.TreeItem[] {
    return this.#view.selection;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#roots();
    if (node instanceof ConnectionNode) return this.#nodesOf(node.root);
    if (node instanceof ProblemNode) return stepsOf(node.problem).map(fix => new FixNode(fix, node));
    if (node instanceof ModelNode) return node.model.routes.map(route => new RouteNode(route, node));
    return node instanceof GroupNode ? this.#modelNodes(node) : [];
  }

  /** Tooltips are made for the few models that somebody points at. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node instanceof ModelNode) item.tooltip = modelTooltip(node);
    return item;
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
    const hasMore = configProblems.length + this.#surprises.length > 0;
    const emptyBecause = hasMore ? '' : whyEmpty(roots);
    this.#contextKeys.set({ emptyBecause });
    // The editor shows no welcome beside a message.
    this.#view.message = emptyBecause
      ? undefined
      : (message(roots, configProblems) ??
        (isUnknown(list) ? l10n.t('Looking for the models that you can use …') : undefined));
    inBackground(this.#lookForSurprises(), this.#log);
    return emptyBecause ? [] : [...configProblems.map(each => new ProblemNode(each)), ...nodes];
  }

  /** What is below a connection; at the top of the tree where there is only one. */
  async #nodesOf(root: Root): Promise<Node[]> {
    const models = await root.list.known();
    this.#look(root.list);
    const { value } = await this.#config.read();
    const nodes = rootNodes({
      root,
      models,
      choices: this.#choices,
      policy: routePolicy(),
      surprises: this.#surprises,
      accessProblem: this.#access.problemOf(root.list),
      isBelowRoot: this.#connections.roots.length > 1,
      opened: this.#opened,
      isInUse: model => {
        const { isPrimary, fallback } = rolesOf(value, model);
        return isPrimary || fallback > 0;
      },
    });
    this.#groups.set(
      root.id,
      nodes.filter(node => node instanceof GroupNode),
    );
    return nodes;
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

  /** Somebody looks at these. */
  async #modelNodes(group: GroupNode): Promise<Node[]> {
    const { list } = group.root;
    const { value } = await this.#config.read();
    if (list.state.fetchedAt !== undefined) this.#access.look(list, group.models);
    return modelNodes(group, { config: value, choices: this.#choices, access: this.#access });
  }

  /** The groups that show models of which something else is known; all there is where that is not about models. */
  #groupsWith(keys: readonly string[]): Node[] | undefined {
    if (keys.length === 0) return undefined;
    const changed = new Set(keys);
    return [...this.#groups.values()]
      .flat()
      .filter(({ models }) => models.some(({ key }) => changed.has(key)));
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
    this.#changed.fire(undefined);
  }
}

/** What the manifest has a welcome for: there is nothing else to show, and what to do about it is always the same. */
const WELCOMED: readonly ProblemCode[] = ['no-credentials', 'no-models', 'discovery-disabled'];

/** The code of the problem for which a welcome stands in the place of the tree; blank where there is one. */
function whyEmpty(roots: readonly Root[]): string {
  const [only, ...others] = roots;
  if (!only || others.length > 0) return '';
  const { models = [], problems, gaps, hidden, outOfReach } = only.list.state;
  // What is left out, and why, is told by lines of the tree.
  if (models.length + gaps.length + hidden + outOfReach.length > 0) return '';
  const [problem] = problems;
  return problem && WELCOMED.includes(problem.code) ? problem.code : '';
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
          new Date(stale.fetchedAt).toLocaleString(timeLocale()),
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
