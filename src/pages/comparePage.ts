/** Bedrock: Compare Models as an editor tab, which follows the models, OpenClaw's config and what is known of access. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, modelRef } from '../bedrock/models/bedrockModel.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { takeFix } from '../editor/notify.ts';
import { rolesOf } from '../openclaw/edits/roles.ts';
import { type Fix, sentence } from '../problem.ts';
import type { Connections, Root } from '../state/connections.ts';
import type { ModelAccess } from '../state/modelAccess.ts';
import type { ModelList } from '../state/modelList.ts';
import type { ModelChoices } from '../state/modelChoices.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { compareBody } from './compareBody.ts';
import type { CompareState, FromCompare } from './compareMessages.ts';
import { compareRow } from './compareRows.ts';
import { pagePanel } from './frame.ts';

export interface ComparePageParts {
  readonly extensionUri: vscode.Uri;
  readonly connections: Connections;
  readonly config: OpenClawConfig;
  readonly choices: ModelChoices;
  readonly access: ModelAccess;
  readonly log: Log;
}

/** What is compared: the models of a connection, or only some of them. */
export interface Compared {
  /** A root's id; absent: that of this machine's own connection. */
  readonly root?: string;
  /** Keys of models; absent: all that are not hidden. */
  readonly keys?: readonly string[];
}

export class ComparePage extends Disposable {
  readonly #parts: ComparePageParts;
  #open: OpenPage | undefined;

  constructor(parts: ComparePageParts) {
    super();
    this.#parts = parts;
  }

  /** Opens the page, or brings it to the front. */
  show(compared: Compared = {}): void {
    this.#open ??= new OpenPage(this.#parts, () => (this.#open = undefined));
    this.#open.show(compared);
  }

  override dispose(): void {
    this.#open?.dispose();
    super.dispose();
  }
}

/** One tab, from its opening to its end. */
class OpenPage extends Disposable {
  readonly #parts: ComparePageParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #onClosed: () => void;
  #compared: Compared = {};
  #models: readonly BedrockModel[] = [];
  /** Of the connection that is shown. */
  #list: ModelList | undefined;
  #fixes: readonly Fix[] = [];

  constructor(parts: ComparePageParts, onClosed: () => void) {
    super();
    this.#parts = parts;
    this.#onClosed = onClosed;
    const page = { title: l10n.t('Compare Models'), name: 'compare', styles: 'compare', body: compareBody() };
    this.#panel = this.register(pagePanel(parts.extensionUri, page, 'graph-scatter'));
    this.register(
      this.#panel.webview.onDidReceiveMessage((message: FromCompare) =>
        this.#inBackground(this.#take(message)),
      ),
    );
    this.register(this.#panel.onDidDispose(() => this.dispose()));
    const { connections, config, choices, access } = parts;
    const tell = () => this.#inBackground(this.#tell());
    for (const onDidChange of [connections.onDidChange, config.onDidChange, choices.onDidChange])
      this.register(onDidChange(tell));
    this.register(access.onDidChange(tell));
  }

  override dispose(): void {
    this.#onClosed();
    super.dispose();
  }

  show(compared: Compared): void {
    this.#compared = compared;
    this.#panel.reveal();
    this.#inBackground(this.#tell());
  }

  #inBackground(work: Promise<unknown>): void {
    inBackground(work, this.#parts.log);
  }

  async #take(message: FromCompare): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.#tell();
        break;
      case 'connection':
        this.show({ root: message.id });
        break;
      case 'fix': {
        const fix = this.#fixes[message.index];
        if (fix) await takeFix(fix);
        break;
      }
      default: {
        const model = this.#models.find(({ key }) => key === message.key);
        if (model && this.#list) await run(message.type, model, this.#list);
      }
    }
  }

  async #tell(): Promise<void> {
    const { connections, config, choices, access } = this.#parts;
    await connections.detected();
    const { roots } = connections;
    const root = roots.find(({ id }) => id === this.#compared.root) ?? roots[0];
    if (!root) return;
    // The page is looked at by somebody, but drawn unasked: nobody is asked for a code.
    this.#list = root.list;
    if (!root.list.state.models) this.#inBackground(root.list.models({ quietly: true }));
    const { keys } = this.#compared;
    const known = root.list.state.models ?? [];
    this.#models = known.filter(({ key }) => keys?.includes(key) ?? choices.isShown(key) !== false);
    const { value } = await config.read();
    const [problem] = root.list.state.problems;
    this.#fixes = problem?.fixes ?? [];
    const state: CompareState = {
      rows: this.#models.map(model =>
        compareRow(model, { roles: rolesOf(value, model), access: access.of(root.list, model) }),
      ),
      connections: roots.map(({ id, name }) => ({ id, name })),
      connection: root.id,
      note: problem ? sentence(problem) : noteOn(root, this.#models),
      fixes: this.#fixes.map(({ label }) => label),
    };
    await this.#panel.webview.postMessage(state);
  }
}

function noteOn({ list }: Root, models: readonly BedrockModel[]): string {
  const region = list.connection.region.name;
  if (!list.state.models) return l10n.t('Looking for the models that you can use …');
  return models.length > 0
    ? l10n.t(
        '{0} models in {1}. Prices are public list prices and may differ from yours.',
        models.length,
        region,
      )
    : l10n.t('There are no models to compare in {0}.', region);
}

/** The page's buttons ask as if the command had been run on the model in the tree: a ref says nothing of its connection. */
async function run(
  type: 'setPrimary' | 'test' | 'chat' | 'copyId',
  model: BedrockModel,
  list: ModelList,
): Promise<void> {
  const node = Object.assign(new vscode.TreeItem(model.name), { model, list });
  switch (type) {
    case 'setPrimary':
      await vscode.commands.executeCommand('openclawBedrock.setPrimaryModel', modelRef(model), { ask: true });
      break;
    case 'test':
      await vscode.commands.executeCommand('openclawBedrock.testModel', node);
      break;
    case 'chat':
      await vscode.commands.executeCommand('openclawBedrock.chatWithModel', node);
      break;
    case 'copyId':
      await vscode.commands.executeCommand('openclawBedrock.copyModelId', node);
      break;
  }
}
