/** The models of one connection: loaded from the cache or from Bedrock when first asked for, and kept fresh. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { BedrockClients } from '../bedrock/clients.ts';
import type { Connection } from '../bedrock/connection/connection.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { discoverModels } from '../bedrock/models/discover.ts';
import type { DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
import { noModels, problemOf } from '../bedrock/problems.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import type { Problem } from '../problem.ts';
import type { CachedModels, ModelCache } from './modelCache.ts';

export interface ModelListState {
  /** The last good list, if there ever was one. */
  readonly models?: readonly BedrockModel[];
  /** Milliseconds since the epoch. */
  readonly fetchedAt?: number;
  /** Why the last refresh brought nothing, or not everything. */
  readonly problems: readonly Problem[];
  /** True when the list is older than the last attempt to refresh it. */
  readonly isStale: boolean;
}

/** Milliseconds for which a failure answers for itself, before looking at the models tries again. */
const FAILURE_REST = 30_000;
/** The longest delay that a timer takes. */
const LONGEST_TIMER = 2 ** 31 - 1;

const NOTHING: ModelListState = { problems: [], isStale: false };

export class ModelList extends Disposable {
  readonly connection: Connection;
  readonly clients: BedrockClients;
  readonly onDidChange: vscode.Event<ModelListState>;
  /** Fires when there are other models, not for each step on the way. */
  readonly onDidChangeModels: vscode.Event<void>;
  readonly #settings: DiscoverySettings;
  readonly #cache: ModelCache;
  readonly #log: Log;
  readonly #changed: vscode.EventEmitter<ModelListState>;
  readonly #modelsChanged: vscode.EventEmitter<void>;
  #state: ModelListState = NOTHING;
  #reading: Promise<void> | undefined;
  #asking: Promise<void> | undefined;
  /** True while the list is what one of the two calls alone brought. */
  #isHalf = false;
  /** True once the list is as fresh as it has to be. */
  #isLoaded = false;
  #failedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #isRetired = false;

  constructor(connection: Connection, settings: DiscoverySettings, cache: ModelCache, log: Log) {
    super();
    this.connection = connection;
    this.clients = new BedrockClients(connection);
    this.#settings = settings;
    this.#cache = cache;
    this.#log = log;
    this.#changed = this.register(new vscode.EventEmitter<ModelListState>());
    this.onDidChange = this.#changed.event;
    this.#modelsChanged = this.register(new vscode.EventEmitter<void>());
    this.onDidChangeModels = this.#modelsChanged.event;
  }

  get state(): ModelListState {
    return this.#state;
  }

  /** The models, from memory, the cache or Bedrock; empty when none can be had (`state` then says why). */
  async models(): Promise<readonly BedrockModel[]> {
    const isResting = Date.now() - this.#failedAt < FAILURE_REST;
    if (!this.#isLoaded && !isResting) {
      this.#reading ??= this.#fromCacheOrBedrock().finally(() => (this.#reading = undefined));
      await this.#reading;
    }
    return this.#state.models ?? [];
  }

  /** What memory or the cache holds, however old: nothing on this way asks for credentials or the network. */
  async known(): Promise<readonly BedrockModel[]> {
    if (!this.#state.models && this.#settings.enabled !== false && this.#settings.refreshInterval > 0) {
      this.#show(await this.#cache.read(this.connection, this.#settings));
    }
    return this.#state.models ?? [];
  }

  /** Asks Bedrock again, whatever is known, with credentials read afresh; calls in flight are shared. */
  async refresh(): Promise<void> {
    if (!this.#asking) this.clients.renew();
    await this.#fromBedrock();
  }

  /** Stops refreshing and telling. Answers that are on their way through its clients still come. */
  retire(): void {
    this.#isRetired = true;
    clearTimeout(this.#timer);
  }

  override dispose(): void {
    this.retire();
    this.clients.destroy();
    super.dispose();
  }

  async #fromCacheOrBedrock(): Promise<void> {
    await this.known();
    const lifetime = this.#settings.refreshInterval * 1000;
    const age = Date.now() - (this.#state.fetchedAt ?? -Infinity);
    if (age >= lifetime) {
      await this.#fromBedrock();
      return;
    }
    this.#isLoaded = true;
    this.#refreshIn(lifetime - age);
  }

  #show(cached: CachedModels | undefined): void {
    // A refresh may have come first: it knows better than the cache.
    if (!cached || this.#state.models) return;
    this.#set({ ...NOTHING, models: cached.models, fetchedAt: cached.fetchedAt });
  }

  #fromBedrock(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<void> {
    if (this.#settings.enabled === false) {
      // An empty list is known: there is nothing to ask for, now or later.
      this.#isLoaded = true;
      this.#set({ ...NOTHING, models: [], problems: [discoveryDisabled()] });
      return;
    }
    try {
      const { models, problems } = await discoverModels(this.connection, this.clients, this.#settings);
      this.#failedAt = 0;
      this.#isLoaded = true;
      if (problems.length > 0) this.#takeHalf(models, problems);
      else this.#takeWhole(models);
    } catch (error) {
      this.#failedAt = Date.now();
      this.clients.renew();
      this.#keepOld([problemOf(error, { connection: this.connection, operation: 'ListFoundationModels' })]);
    }
    this.#refreshIn(this.#settings.refreshInterval * 1000);
  }

  #takeWhole(models: readonly BedrockModel[]): void {
    const fetchedAt = Date.now();
    this.#isHalf = false;
    this.#set({
      ...NOTHING,
      models,
      fetchedAt,
      problems: models.length > 0 ? [] : [noModels(this.connection)],
    });
    // Nobody waits for the disk.
    if (this.#settings.refreshInterval > 0) void this.#keep(fetchedAt, models);
  }

  /** Half a list is better than none, but not than the whole one from before; it is never kept on disk. */
  #takeHalf(models: readonly BedrockModel[], problems: readonly Problem[]): void {
    if (this.#state.models && !this.#isHalf) {
      this.#keepOld(problems);
      return;
    }
    this.#isHalf = true;
    this.#log.problems(problems);
    this.#set({ ...NOTHING, models, fetchedAt: Date.now(), problems });
  }

  #keepOld(problems: readonly Problem[]): void {
    this.#log.problems(problems);
    this.#set({ ...this.#state, problems, isStale: this.#state.models !== undefined });
  }

  async #keep(fetchedAt: number, models: readonly BedrockModel[]): Promise<void> {
    try {
      await this.#cache.write(this.connection, this.#settings, { fetchedAt, models });
    } catch (error) {
      this.#log.info(`The model list could not be kept on disk: ${(error as Error).message}`);
    }
  }

  #refreshIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#settings.refreshInterval === 0 || this.#isRetired) return;
    this.#timer = setTimeout(() => void this.refresh(), Math.min(milliseconds, LONGEST_TIMER));
  }

  #set(state: ModelListState): void {
    const hasOtherModels = state.models !== this.#state.models;
    this.#state = state;
    if (this.#isRetired) return;
    this.#changed.fire(state);
    if (hasOtherModels) this.#modelsChanged.fire();
  }
}

function discoveryDisabled(): Problem {
  return {
    code: 'discovery-disabled',
    title: l10n.t('Discovery is turned off in the OpenClaw config'),
    explanation: l10n.t(
      'Its Bedrock discovery settings say "enabled: false". Change that to see the models of this account.',
    ),
    fixes: [{ label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }],
  };
}
