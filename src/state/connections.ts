/** The connections in use: the detected one, and those of the editor's provider groups, each with its models. */
import * as vscode from 'vscode';
import { type ConnectionLayer, detectConnection } from '../bedrock/connection/connection.ts';
import { DEFAULT_DISCOVERY, type DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { connectionLayer, onDidChangeSettings } from '../editor/settings.ts';
import { discoverySettings } from '../openclaw/discoverySettings.ts';
import type { ModelCache } from './modelCache.ts';
import { ModelList } from './modelList.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

/**
 * What a provider group in the editor's model configuration can hold; blank means detected. People write it by
 * hand, so anything can stand there.
 */
export type GroupConfiguration = Readonly<
  Partial<Record<'region' | 'profile' | 'endpoint' | 'apiKey', unknown>>
>;

export class Connections extends Disposable {
  /** Fires when the state of a list changed, or the detected connection became another. */
  readonly onDidChange: vscode.Event<void>;
  /** Fires when there are other models. */
  readonly onDidChangeModels: vscode.Event<void>;
  readonly #config: OpenClawConfig;
  readonly #cache: ModelCache;
  readonly #log: Log;
  readonly #changed: vscode.EventEmitter<void>;
  readonly #modelsChanged: vscode.EventEmitter<void>;
  /** By connection key and settings, so that equal connections share their list, clients and sockets. */
  readonly #lists = new Map<string, ModelList>();
  readonly #groupKeys = new Set<string>();
  #detected: Promise<ModelList> | undefined;

  constructor(config: OpenClawConfig, cache: ModelCache, log: Log) {
    super();
    this.#config = config;
    this.#cache = cache;
    this.#log = log;
    this.#changed = this.register(new vscode.EventEmitter<void>());
    this.onDidChange = this.#changed.event;
    this.#modelsChanged = this.register(new vscode.EventEmitter<void>());
    this.onDidChangeModels = this.#modelsChanged.event;
    this.register(config.onDidChange(() => this.#detectAgain()));
    this.register(onDidChangeSettings(() => this.#detectAgain()));
  }

  override dispose(): void {
    for (const list of this.#lists.values()) list.dispose();
    this.#lists.clear();
    super.dispose();
  }

  /** The models of this machine's own connection. */
  detected(): Promise<ModelList> {
    this.#detected ??= this.#listOf([]);
    return this.#detected;
  }

  /** The models of a provider group's connection. */
  ofGroup(group: GroupConfiguration): Promise<ModelList> {
    return this.#listOf([
      {
        from: 'group',
        region: textOf(group.region),
        profile: textOf(group.profile),
        endpoint: textOf(group.endpoint),
        apiKey: textOf(group.apiKey),
      },
    ]);
  }

  /** Every list that has been asked for so far. */
  get lists(): ModelList[] {
    return [...this.#lists.values()];
  }

  /** OpenClaw's own filter and switch are about what OpenClaw detects; a group chooses for itself. */
  async #listOf(group: readonly ConnectionLayer[]): Promise<ModelList> {
    const settings = discoverySettings(await this.#config.lastGood());
    const variables = await this.#config.environment();
    const layers: ConnectionLayer[] = [
      ...group,
      connectionLayer(),
      { from: 'openclaw', region: settings.region },
    ];
    const connection = detectConnection(variables, layers);
    const applied: DiscoverySettings =
      group.length > 0
        ? { ...settings, enabled: 'auto', providerFilter: DEFAULT_DISCOVERY.providerFilter }
        : settings;

    const key = JSON.stringify([connection.key, applied]);
    if (group.length > 0) this.#groupKeys.add(key);
    let list = this.#lists.get(key);
    if (!list) {
      list = new ModelList(connection, applied, this.#cache, this.#log);
      list.onDidChange(() => this.#changed.fire());
      list.onDidChangeModels(() => this.#modelsChanged.fire());
      this.#lists.set(key, list);
    }
    return list;
  }

  #detectAgain(): void {
    const before = this.#detected;
    if (!before) return;
    this.#detected = this.#listOf([]);
    void Promise.all([before, this.#detected]).then(([old, now]) => {
      if (old === now) return;
      this.#retire(old);
      this.#changed.fire();
      this.#modelsChanged.fire();
    });
  }

  /** Lets go of a list that was only there for the connection detected before. */
  #retire(list: ModelList): void {
    const [key] = [...this.#lists].find(([, each]) => each === list) ?? [];
    if (key === undefined || this.#groupKeys.has(key)) return;
    this.#lists.delete(key);
    list.retire();
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
