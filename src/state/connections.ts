/** The connections in use: the detected one, and those of the editor's provider groups, each with its models. */
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { ClientContext } from '../bedrock/clients.ts';
import { awsFiles } from '../bedrock/connection/awsFiles.ts';
import { type Connection, type ConnectionLayer, detectConnection } from '../bedrock/connection/connection.ts';
import type { InstanceRoles } from '../bedrock/connection/instanceRole.ts';
import type { Profiles } from '../bedrock/connection/profiles.ts';
import type { ApiKey } from '../editor/apiKey.ts';
import { AwsWatcher } from '../editor/awsWatcher.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import type { Memory } from '../editor/memory.ts';
import { MfaCodes } from '../editor/mfa.ts';
import { notifyProblem } from '../editor/notify.ts';
import {
  connectionLayer,
  network,
  onDidChangeNetwork,
  onDidChangeSettings,
  routePolicy,
  showAllModels,
} from '../editor/settings.ts';
import { describedModels } from '../openclaw/describedModels.ts';
import { discoverySettings } from '../openclaw/discoverySettings.ts';
import type { Problem } from '../problem.ts';
import { Comparison } from './comparison.ts';
import { type GroupConfiguration, groupKey, groupLayer, groupName } from './groups.ts';
import { hidingOf } from './hiding.ts';
import type { ModelCache } from './modelCache.ts';
import { ModelList, type ModelListParts } from './modelList.ts';
import type { OpenClawConfig } from './openclawConfig.ts';
import { SignInPrompt } from './signInPrompt.ts';

/** A connection as the sidebar shows it. */
export interface Root {
  /** Another one for each root at a time, and the same for as long as it leads to the same models. */
  readonly id: string;
  readonly name: string;
  readonly list: ModelList;
  /** False for that of a provider group. */
  readonly isDetected: boolean;
}

/** What the connections are found and kept with. */
export interface ConnectionParts {
  readonly config: OpenClawConfig;
  readonly cache: ModelCache;
  readonly apiKey: ApiKey;
  readonly instanceRoles: InstanceRoles;
  /** What people called the groups that Add Connection made, by `groupKey`. */
  readonly connectionNames: Memory<Readonly<Record<string, string>>>;
  readonly log: Log;
}

/** Those parts of a list that are its own. */
type OwnParts = Pick<ModelListParts, 'connection' | 'settings' | 'hiding' | 'lens'>;

export class Connections extends Disposable {
  /** Fires when the state of a list changed, or there are other connections. */
  readonly onDidChange: vscode.Event<void>;
  /** Fires when there are other models. */
  readonly onDidChangeModels: vscode.Event<void>;
  readonly instanceRoles: InstanceRoles;
  /** Says once that a sign-in has expired; whoever uses a list tells it how that went. */
  readonly signInPrompt = new SignInPrompt(problem => inBackground(notifyProblem(problem), this.#log));
  readonly #config: OpenClawConfig;
  readonly #cache: ModelCache;
  readonly #apiKey: ApiKey;
  readonly #names: ConnectionParts['connectionNames'];
  readonly #comparison: Comparison;
  readonly #log: Log;
  readonly #context: ClientContext;
  readonly #awsWatcher: AwsWatcher;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #modelsChanged = this.register(new vscode.EventEmitter<void>());
  /** By what they are made of, so that equal connections share their list, clients and sockets. */
  readonly #lists = new Map<string, ModelList>();
  /** Those of the provider groups. */
  #groups: ReadonlySet<ModelList> = new Set();
  /** The `groupKey` of the group that a list is for. */
  readonly #groupKeys = new WeakMap<ModelList, string>();
  #detected: Promise<ModelList> | undefined;
  /** The list that was detected last. */
  #own: ModelList | undefined;

  constructor({ config, cache, apiKey, instanceRoles, connectionNames, log }: ConnectionParts) {
    super();
    this.#config = config;
    this.#cache = cache;
    this.#apiKey = apiKey;
    this.instanceRoles = instanceRoles;
    this.#names = connectionNames;
    this.#comparison = new Comparison(config, instanceRoles);
    this.#log = log;
    this.#awsWatcher = this.register(new AwsWatcher(log));
    const mfaCodes = new MfaCodes();
    this.#context = { network, askMfaCode: device => mfaCodes.ask(device), instanceRoles };
    this.onDidChange = this.#changed.event;
    this.onDidChangeModels = this.#modelsChanged.event;
    this.register(config.onDidChange(() => this.#detectAgain()));
    this.register(onDidChangeSettings(() => this.#detectAgain()));
    this.register(apiKey.onDidChange(() => this.#detectAgain()));
    this.register(onDidChangeNetwork(() => this.#renew(list => list.renew())));
    this.register(this.#awsWatcher.onDidChange(files => this.#renew(list => list.renewFrom(files))));
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#promptForSignIn(this.lists)),
    );
  }

  override dispose(): void {
    for (const list of this.#lists.values()) list.dispose();
    this.#lists.clear();
    super.dispose();
  }

  /** The models of this machine's own connection. */
  detected(): Promise<ModelList> {
    return this.#detected ?? this.#keep(this.#detect());
  }

  /** The models of a provider group's connection. */
  async ofGroup(group: GroupConfiguration): Promise<ModelList> {
    const list = this.#shared(await this.#partsOf(groupLayer(group)));
    this.#groupKeys.set(list, groupKey(group));
    if (!this.#groups.has(list)) this.#useGroups(new Set([...this.#groups, list]));
    return list;
  }

  /** Says which lists the provider groups that there are now lead to; what others led to is let go. */
  keepGroups(lists: ReadonlySet<ModelList>): void {
    const isSame = lists.size === this.#groups.size && [...lists].every(list => this.#groups.has(list));
    if (!isSame) this.#useGroups(lists);
  }

  /** The detected connection first, then those of groups that lead elsewhere; none before the first was detected. */
  get roots(): readonly Root[] {
    const own = this.#own;
    if (!own) return [];
    const others = new Map([...this.#groups].map(list => [list.connection.key, list]));
    others.delete(own.connection.key);
    return [
      { id: 'detected', name: l10n.t('This machine'), list: own, isDetected: true },
      ...[...others].map(([id, list]) => ({ id, name: this.#nameOf(list), list, isDetected: false })),
    ];
  }

  /** Every list in use. */
  get lists(): ModelList[] {
    return [...this.#lists.values()];
  }

  /** What OpenClaw itself uses: its environment and its region for discovery. */
  openclaw(): Promise<Connection> {
    return this.#comparison.openclaw();
  }

  /** What would surprise people about the detected connection. Reads the AWS files, and asks nobody. */
  async conflicts(): Promise<readonly Problem[]> {
    return this.#comparison.conflicts((await this.detected()).connection);
  }

  /** How OpenClaw reaches Bedrock otherwise than a list (default: the detected one); none without an OpenClaw config. */
  async differences(list?: ModelList): Promise<readonly Problem[]> {
    return this.#comparison.differences((list ?? (await this.detected())).connection);
  }

  /** The profiles in the AWS files as these are now. */
  profiles(): Promise<Profiles> {
    return this.#comparison.profiles();
  }

  /** Somebody says that credentials may be others now: clients get them afresh, lists that have problems ask again. */
  async renew(): Promise<void> {
    this.instanceRoles.forgetNone();
    await this.#all(list => list.renew());
  }

  #renew(renew: (list: ModelList) => Promise<void>): void {
    inBackground(this.#all(renew), this.#log);
  }

  async #all(renew: (list: ModelList) => Promise<void>): Promise<void> {
    await Promise.all(this.lists.map(renew));
    this.#changed.fire();
  }

  async #detect(): Promise<ModelList> {
    this.#awsWatcher.follow(awsFiles((await this.#config.environment()).values));
    const parts = await this.#partsOf();
    for (const list of this.lists) list.seeThrough(parts.lens);
    return (this.#own = this.#shared(parts));
  }

  /** OpenClaw's own filter and switch are about what OpenClaw detects; a group chooses for itself. */
  async #partsOf(group?: ConnectionLayer): Promise<OwnParts> {
    const config = await this.#config.lastGood();
    const settings = discoverySettings(config);
    const [variables, apiKey] = await Promise.all([this.#config.environment(), this.#storedKey()]);
    const connection = detectConnection(variables, [
      ...(group ? [group] : []),
      { from: 'secret-storage', apiKey },
      connectionLayer(),
      { from: 'openclaw', region: settings.region },
    ]);
    const hiding = group ? undefined : hidingOf(config, settings, showAllModels());
    const lens = { policy: routePolicy(), described: describedModels(config) };
    return { connection, settings, hiding, lens };
  }

  /** The list that is made of just these parts. */
  #shared(its: OwnParts): ModelList {
    const key = sharingKey(its);
    const known = this.#lists.get(key);
    if (known) return known;
    const list = new ModelList({
      ...its,
      cache: this.#cache,
      context: this.#context,
      awsFiles: () => this.#awsWatcher.digest(),
      log: this.#log,
    });
    list.onDidChange(() => {
      this.#promptForSignIn([list]);
      this.#changed.fire();
    });
    list.onDidChangeModels(() => this.#modelsChanged.fire());
    this.#lists.set(key, list);
    return list;
  }

  /** An editor whose secret storage is out of order does without. */
  async #storedKey(): Promise<string | undefined> {
    try {
      return await this.#apiKey.get();
    } catch (error) {
      this.#log.info(`The editor’s secret storage can’t be read: ${(error as Error).message}`);
      return undefined;
    }
  }

  #detectAgain(): void {
    const before = this.#detected;
    if (!before) return;
    // One after another, so that the last has the last word.
    const detect = () => this.#detect();
    const detected = this.#keep(before.then(detect, detect));
    const follow = async () => {
      const old = await before.catch(() => undefined);
      if ((await detected) === old) return;
      this.#retireUnused();
      this.#changed.fire();
      this.#modelsChanged.fire();
    };
    inBackground(follow(), this.#log);
  }

  /** One that fails is not kept: whoever asks next has it tried again. */
  #keep(detected: Promise<ModelList>): Promise<ModelList> {
    this.#detected = detected;
    detected.catch(() => {
      if (this.#detected === detected) this.#detected = undefined;
    });
    return detected;
  }

  #useGroups(lists: ReadonlySet<ModelList>): void {
    this.#groups = lists;
    this.#retireUnused();
    this.#changed.fire();
  }

  /** The editor tells nobody what a group is called; Add Connection remembers it of those that it made. */
  #nameOf(list: ModelList): string {
    const name = this.#names.get()?.[this.#groupKeys.get(list) ?? ''];
    return name ?? groupName(list.connection);
  }

  /** Lets go of lists that were only there for a connection of before. */
  #retireUnused(): void {
    for (const [key, list] of this.#lists) {
      if (list === this.#own || this.#groups.has(list)) continue;
      this.#lists.delete(key);
      list.retire();
    }
  }

  /** Nobody is told in a window that nobody looks at: it is said once they do. */
  #promptForSignIn(lists: readonly ModelList[]): void {
    if (!vscode.window.state.focused) return;
    for (const list of lists) {
      const { problems, isStale } = list.state;
      for (const problem of problems) this.signInPrompt.failed(list, problem);
      if (problems.length === 0 && !isStale) this.signInPrompt.worked(list);
    }
  }
}

/** Equal for parts that make the same list, explained in the same words. */
function sharingKey({ connection, settings, hiding }: OwnParts): string {
  const { region, credentials } = connection;
  const { refreshInterval, defaultContextWindow, defaultMaxTokens } = settings;
  // Proxies and authorities among them, which say nothing of who calls; they can hold secrets.
  const variables = Object.entries(connection.variables()).filter(([name]) => /^AWS_|_PROXY$/i.test(name));
  const digest = createHash('sha256').update(JSON.stringify(variables.sort())).digest('hex');
  return JSON.stringify([
    connection.key,
    [region.origin, credentials.origin, digest],
    [refreshInterval, defaultContextWindow, defaultMaxTokens],
    hiding,
  ]);
}
