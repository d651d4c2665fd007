/** The language-model chat provider: Bedrock's models in the editor's chat panel. */
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { TokenRatios } from '../bedrock/converse/tokenRatios.ts';
import { estimateTokens } from '../bedrock/converse/tokens.ts';
import { loadCalls } from '../bedrock/loadCalls.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { chatSettings } from '../editor/settings.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { Connections } from '../state/connections.ts';
import type { GroupConfiguration } from '../state/groups.ts';
import type { ModelList } from '../state/modelList.ts';
import type { ModelChoices } from '../state/modelChoices.ts';
import { offering } from '../state/offering.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import type { Spending } from '../state/spending.ts';
import { AnswerJournal } from './answerJournal.ts';
import { AnswerReport } from './answerReport.ts';
import { effortIn } from './efforts.ts';
import { type GroupMemory, GroupRounds } from './groupRounds.ts';
import { modelInformation, type ModelInformation } from './information.ts';
import { conversationOf, toolsOf } from './messages.ts';
import { Troubles } from './troubles.ts';

/** Milliseconds for which the editor may hold parts back before it passes them on; it says 30. */
const PART_HOLD = 60;

/** What the provider works with. */
export interface ProviderParts {
  readonly connections: Connections;
  readonly config: OpenClawConfig;
  readonly choices: ModelChoices;
  readonly spending: Spending;
  readonly log: Log;
  readonly memory: GroupMemory;
}

type Progress = vscode.Progress<vscode.LanguageModelResponsePart>;

export class BedrockChatProvider
  extends Disposable
  implements vscode.LanguageModelChatProvider<ModelInformation>
{
  readonly onDidChangeLanguageModelChatInformation: vscode.Event<void>;
  readonly #connections: Connections;
  readonly #config: OpenClawConfig;
  readonly #choices: ModelChoices;
  readonly #spending: Spending;
  readonly #log: Log;
  readonly #troubles: Troubles;
  /** The routes that took the place of refused ones, by the keys of models. */
  readonly #rerouted = new WeakMap<ModelList, Map<string, string>>();
  readonly #ratios = new TokenRatios();
  readonly #rounds: GroupRounds;
  readonly #changed: vscode.EventEmitter<void>;
  /** The lists of the groups that the round under way has come to. */
  #groups = new Set<ModelList>();

  constructor({ connections, config, choices, spending, log, memory }: ProviderParts) {
    super();
    this.#connections = connections;
    this.#config = config;
    this.#choices = choices;
    this.#spending = spending;
    this.#log = log;
    this.#troubles = new Troubles(log);
    this.#changed = this.register(new vscode.EventEmitter<void>());
    this.onDidChangeLanguageModelChatInformation = this.#changed.event;
    this.#rounds = new GroupRounds(() => this.#changed.fire(), memory);
    this.register(connections.onDidChangeModels(() => this.#changed.fire()));
    this.register(choices.onDidChangeChoice(() => this.#changed.fire()));
  }

  /**
   * Shows the editor the models that are known from before, without asking for credentials or the network: it
   * sends nothing to `@bedrock` before it has seen a model.
   */
  async announce(): Promise<void> {
    const list = await this.#connections.detected();
    if ((await list.known()).length > 0) this.#changed.fire();
  }

  /** Asks the user for nothing but the code of an MFA device; where no models can be had, the sidebar says why. */
  async provideLanguageModelChatInformation({
    configuration,
    silent,
  }: vscode.PrepareLanguageModelChatModelOptions): Promise<ModelInformation[]> {
    const list = await (configuration ? this.#ofGroup(configuration) : this.#beginRound());
    if (!this.#rounds.shouldList(configuration ? 'group' : 'bare', list.connection.key)) return [];
    const known = await list.known();
    const models = known.length > 0 ? known : await list.models({ quietly: silent });
    const [problem] = list.state.problems;
    // The editor shows what is thrown beside the group; for this machine's own connection the sidebar says it.
    if (configuration && models.length === 0 && problem) throw new ProblemError(problem);
    const isOffered = offering(models, this.#choices, await this.#config.lastGood());
    return models.map(model =>
      modelInformation(model, list, {
        isOfGroup: configuration !== undefined,
        isOffered: isOffered(model),
      }),
    );
  }

  async provideLanguageModelChatResponse(
    { bedrockModel: model, list }: ModelInformation,
    messages: readonly vscode.LanguageModelChatRequestMessage[],
    options: vscode.ProvideLanguageModelChatResponseOptions,
    progress: Progress,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const abort = new AbortController();
    const cancelled = token.onCancellationRequested(() => abort.abort());
    const question = {
      messages: conversationOf(messages),
      tools: toolsOf(options.tools),
      mustCallTool: options.toolMode === vscode.LanguageModelChatToolMode.Required,
      effort: effortIn(options.modelConfiguration),
    };
    // Whoever chats uses the list, so one that has expired is refreshed beside the answer.
    inBackground(list.models(), this.#log);
    const { connection, clients } = list;
    const { caching, silenceLimit, models, logsContent } = chatSettings();
    const routeId = this.#rerouted.get(list)?.get(model.key);
    const report = new AnswerReport(progress);
    const requester = options.requestInitiator ?? 'unknown';
    const journal = new AnswerJournal({
      log: this.#log,
      spending: this.#spending,
      model,
      requester,
      logsContent,
    });
    try {
      const { answer } = await loadCalls();
      journal.asked(question);
      const asking = {
        connection,
        clients,
        model,
        question,
        settings: models,
        caching,
        routeId,
        silenceLimit,
      };
      await list.during(() => report.pass(answer({ ...asking, signal: abort.signal })));
      if (!abort.signal.aborted) this.#connections.signInPrompt.worked(list);
    } catch (error) {
      if (error instanceof ProblemError) this.#failed(error.problem, list);
      // What the editor still holds back would be lost with the error.
      await delay(PART_HOLD);
      throw error;
    } finally {
      cancelled.dispose();
      const { rerouted = routeId, usage, estimate } = report.summary;
      if (usage && estimate !== undefined) this.#ratios.learn(model.key, estimate, usage.input);
      if (rerouted !== undefined) this.#reroute(list, model.key, rerouted);
      journal.answered(report.summary, rerouted ?? model.routes[0].id, abort.signal.aborted);
    }
  }

  #failed(problem: Problem, list: ModelList): void {
    this.#log.problem(problem);
    this.#connections.signInPrompt.failed(list, problem);
    this.#troubles.tell(problem);
  }

  /** The next questions take this route at once. */
  #reroute(list: ModelList, key: string, routeId: string): void {
    const routes = this.#rerouted.get(list) ?? new Map<string, string>();
    this.#rerouted.set(list, routes.set(key, routeId));
  }

  /** The editor asks for this machine's own models first, then for those of each group. */
  #beginRound(): Promise<ModelList> {
    this.#connections.keepGroups(this.#groups);
    this.#groups = new Set();
    return this.#connections.detected();
  }

  async #ofGroup(group: GroupConfiguration): Promise<ModelList> {
    const groups = this.#groups;
    const list = await this.#connections.ofGroup(group);
    groups.add(list);
    return list;
  }

  provideTokenCount(
    { bedrockModel: { key, facts } }: ModelInformation,
    text: string | vscode.LanguageModelChatRequestMessage,
  ): Promise<number> {
    const content = typeof text === 'string' ? text : conversationOf([text]);
    return Promise.resolve(Math.ceil(estimateTokens(content, facts.tokenizer) * this.#ratios.ratio(key)));
  }
}
