/** The models of one connection: loaded from the cache or from Bedrock when first asked for, and kept fresh. */
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { BedrockClients, type ClientContext } from '../bedrock/clients.ts';
import type { Connection } from '../bedrock/connection/connection.ts';
import type { InstanceRoles } from '../bedrock/connection/instanceRole.ts';
import { loadCalls } from '../bedrock/loadCalls.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { Discovered, Gap } from '../bedrock/models/discover.ts';
import type { DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import type { Problem } from '../problem.ts';
import { hides, type Hiding, isDiscoveryOff } from './hiding.ts';
import { LastFailure } from './lastFailure.ts';
import { LastUse } from './lastUse.ts';
import { type Lens, through } from './lens.ts';
import type { CachedModels, ModelCache } from './modelCache.ts';

/** What a list is made of and works with. */
export interface ModelListParts {
  readonly connection: Connection;
  /** `hiding` stands for what they say of providers and of discovery being off. */
  readonly settings: DiscoverySettings;
  readonly hiding?: Hiding | undefined;
  readonly lens: Lens;
  readonly cache: ModelCache;
  readonly context: ClientContext;
  /** What the AWS files hold now, so that one state can be told from another. */
  readonly awsFiles: () => Promise<string>;
  readonly log: Log;
}

export interface ModelListState {
  /** The last good list, if there ever was one, without what is hidden. */
  readonly models?: readonly BedrockModel[];
  /** How many models OpenClaw's settings hide, or would if they were not overruled. */
  readonly hidden: number;
  /** The models that the route policy leaves no route to. */
  readonly outOfReach: readonly BedrockModel[];
  /** The kinds that the last good list is without. */
  readonly gaps: readonly Gap[];
  /** Milliseconds since the epoch. */
  readonly fetchedAt?: number;
  /** Why the last refresh brought nothing, or not everything. */
  readonly problems: readonly Problem[];
  /** True when the list is older than the last attempt to refresh it. */
  readonly isStale: boolean;
}

/** The longest delay that a timer takes. */
const LONGEST_TIMER = 2 ** 31 - 1;

const NOTHING: ModelListState = { hidden: 0, outOfReach: [], gaps: [], problems: [], isStale: false };

/** `quietly`: nobody is there to be asked for the code of an MFA device. */
export interface Manner {
  readonly quietly: boolean;
}

export class ModelList extends Disposable {
  readonly connection: Connection;
  readonly clients: BedrockClients;
  /** What in OpenClaw's settings concerns the list. */
  readonly hiding: Hiding | undefined;
  readonly onDidChange: vscode.Event<ModelListState>;
  /** Fires when there are other models, not for each step on the way. */
  readonly onDidChangeModels: vscode.Event<void>;
  readonly #settings: DiscoverySettings;
  readonly #cache: ModelCache;
  readonly #instanceRoles: InstanceRoles;
  readonly #awsFiles: () => Promise<string>;
  readonly #log: Log;
  readonly #changed: vscode.EventEmitter<ModelListState>;
  readonly #modelsChanged: vscode.EventEmitter<void>;
  #state: ModelListState = NOTHING;
  /** All that Bedrock listed, before anything is left out. */
  #all: readonly BedrockModel[] | undefined;
  #lens: Lens;
  #reading: Promise<void> | undefined;
  #asking: Promise<void> | undefined;
  /** True while the list is what one of the two calls alone brought. */
  #isHalf = false;
  /** True once the list is as fresh as it has to be. */
  #isLoaded = false;
  readonly #failure = new LastFailure();
  readonly #use = new LastUse(() => this.clients.destroy());
  #timer: NodeJS.Timeout | undefined;
  #isRetired = false;

  constructor({ connection, settings, hiding, lens, cache, context, awsFiles, log }: ModelListParts) {
    super();
    this.connection = connection;
    this.hiding = hiding;
    this.#lens = lens;
    this.#settings = { ...settings, enabled: 'auto', providerFilter: [] };
    this.#cache = cache;
    this.#instanceRoles = context.instanceRoles;
    this.#awsFiles = awsFiles;
    this.#log = log;
    this.clients = new BedrockClients(connection, context);
    this.#changed = this.register(new vscode.EventEmitter<ModelListState>());
    this.onDidChange = this.#changed.event;
    this.#modelsChanged = this.register(new vscode.EventEmitter<void>());
    this.onDidChangeModels = this.#modelsChanged.event;
  }

  get state(): ModelListState {
    return this.#state;
  }

  /** The models, from memory, the cache or Bedrock; empty when none can be had (`state` then says why). */
  async models({ quietly }: Manner = { quietly: false }): Promise<readonly BedrockModel[]> {
    if (!this.#isLoaded && !this.#failure.answersFor(quietly)) {
      this.#reading ??= this.#fromCacheOrBedrock(quietly).finally(() => (this.#reading = undefined));
      await this.#reading;
      if (!quietly && this.#failure.isForPerson) await this.#fromBedrock(false);
    }
    return this.#state.models ?? [];
  }

  /** What memory or the cache holds, however old: nothing on this way asks for credentials or the network. */
  async known(): Promise<readonly BedrockModel[]> {
    if (!this.#state.models && !isDiscoveryOff(this.hiding) && this.#settings.refreshInterval > 0) {
      this.#show(await this.#cache.read(this.connection, this.#settings));
    }
    return this.#state.models ?? [];
  }

  /** Asks Bedrock again, whatever is known, with credentials read afresh; calls in flight are shared. */
  async refresh(): Promise<void> {
    this.#instanceRoles.forgetNone();
    this.clients.renew();
    await this.#fromBedrock(false);
  }

  /** Has the next call get credentials afresh, since they may be others now; where something is amiss, asks again. */
  async renew(): Promise<void> {
    await this.#renew(() => this.#state.problems.length > 0);
  }

  /**
   * The same since the AWS files have changed, to what `files` tells. Asks again only for what they could mend: a
   * process that gives credentials may itself write to them each time that it is asked.
   */
  async renewFrom(files: string): Promise<void> {
    await this.#renew(() => this.#failure.mayBeMendedBy(files));
  }

  /** Has the models seen another way from now on; nobody is asked. */
  seeThrough(lens: Lens): void {
    if (isDeepStrictEqual(lens, this.#lens)) return;
    this.#lens = lens;
    if (this.#all) this.#set({ ...this.#state, ...this.#seen(this.#all) });
  }

  /** Makes a call through the clients, which stay open for it should the list be retired meanwhile. */
  during<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.#use.during(call);
  }

  /** Stops refreshing and telling. Answers that are on their way through its clients still come. */
  retire(): void {
    this.#isRetired = true;
    clearTimeout(this.#timer);
    this.#use.close();
  }

  override dispose(): void {
    this.retire();
    this.clients.destroy();
    super.dispose();
  }

  async #renew(isWorthAsking: () => boolean): Promise<void> {
    this.clients.renew();
    await this.#asking;
    if (!this.#isRetired && isWorthAsking()) await this.#fromBedrock(true);
  }

  async #fromCacheOrBedrock(quietly: boolean): Promise<void> {
    await this.known();
    const lifetime = this.#settings.refreshInterval * 1000;
    const age = Date.now() - (this.#state.fetchedAt ?? -Infinity);
    if (age >= lifetime) {
      await this.#fromBedrock(quietly);
      return;
    }
    this.#isLoaded = true;
    this.#refreshIn(lifetime - age);
  }

  #show(cached: CachedModels | undefined): void {
    // A refresh may have come first: it knows better than the cache.
    if (!cached || this.#state.models) return;
    const { models, gaps, fetchedAt } = cached;
    this.#set({ ...NOTHING, ...this.#seen(models), gaps, fetchedAt });
  }

  async #fromBedrock(quietly: boolean): Promise<void> {
    this.#asking ??= this.#ask(quietly).finally(() => (this.#asking = undefined));
    await this.#asking;
    // What was under way was quiet.
    if (!quietly && this.#failure.isForPerson) await this.#fromBedrock(false);
  }

  async #ask(quietly: boolean): Promise<void> {
    if (this.hiding && isDiscoveryOff(this.hiding)) {
      // An empty list is known: there is nothing to ask for, now or later.
      this.#isLoaded = true;
      this.#set({ ...NOTHING, models: [], problems: [discoveryDisabled(this.hiding)] });
      return;
    }
    const { discoverModels, noModels, problemOf } = await loadCalls();
    const discover = () => this.during(() => discoverModels(this.connection, this.clients, this.#settings));
    try {
      const found = await (quietly ? this.clients.quietly(discover) : discover());
      const { models, problems } = found;
      await this.#remember(problems, quietly);
      this.#isLoaded = true;
      this.#log.problems(found.gaps.map(({ problem }) => problem));
      if (problems.length > 0) this.#takeHalf(found);
      else this.#takeWhole(found, models.length > 0 ? [] : [noModels(this.connection)]);
    } catch (error) {
      this.clients.renew();
      const problem = problemOf(error, { connection: this.connection, operation: 'ListFoundationModels' });
      await this.#remember([problem], quietly);
      this.#takeFailure(problem);
    }
    this.#refreshIn(this.#settings.refreshInterval * 1000);
  }

  async #remember(problems: readonly Problem[], wasQuiet: boolean): Promise<void> {
    if (problems.length === 0) this.#failure.clear();
    else this.#failure.set({ problems, files: await this.#awsFiles(), wasQuiet });
  }

  #takeFailure(problem: Problem): void {
    if (this.#failure.isForPerson) {
      // Whoever uses the list next is asked. What is known from before stays until then, without alarm.
      this.#isLoaded = false;
      if (this.#state.models) return;
    }
    this.#keepOld([problem]);
  }

  #takeWhole({ models, gaps }: Discovered, problems: readonly Problem[]): void {
    const fetchedAt = Date.now();
    this.#isHalf = false;
    this.#set({ ...NOTHING, ...this.#seen(models), gaps, fetchedAt, problems });
    // Nobody waits for the disk.
    if (this.#settings.refreshInterval > 0) inBackground(this.#keep({ fetchedAt, models, gaps }), this.#log);
  }

  /** Half a list is better than none, but not than the whole one from before; it is never kept on disk. */
  #takeHalf({ models, problems, gaps }: Discovered): void {
    if (this.#state.models && !this.#isHalf) {
      this.#keepOld(problems);
      return;
    }
    this.#isHalf = true;
    this.#log.problems(problems);
    this.#set({ ...NOTHING, ...this.#seen(models), gaps, fetchedAt: Date.now(), problems });
  }

  #seen(all: readonly BedrockModel[]): Pick<ModelListState, 'models' | 'hidden' | 'outOfReach'> {
    const { hiding } = this;
    this.#all = all;
    const left = hiding ? all.filter(model => !hides(hiding, model)) : all;
    const shown = hiding?.isOverruled ? all : left;
    return { ...through(this.#lens, shown), hidden: all.length - left.length };
  }

  #keepOld(problems: readonly Problem[]): void {
    this.#log.problems(problems);
    this.#set({ ...this.#state, problems, isStale: this.#state.models !== undefined });
  }

  async #keep(list: CachedModels): Promise<void> {
    try {
      await this.#cache.write(this.connection, this.#settings, list);
    } catch (error) {
      this.#log.info(`The model list could not be kept on disk: ${(error as Error).message}`);
    }
  }

  #refreshIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#settings.refreshInterval === 0 || this.#isRetired) return;
    const refresh = () => inBackground(this.#fromBedrock(true), this.#log);
    this.#timer = setTimeout(refresh, Math.min(milliseconds, LONGEST_TIMER));
  }

  #set(state: ModelListState): void {
    const { models } = this.#state;
    const hasOtherModels = !isDeepStrictEqual(state.models, models);
    // The same models stay the same objects, so that nothing has to be drawn again for them.
    this.#state = hasOtherModels || !models ? state : { ...state, models };
    if (this.#isRetired) return;
    this.#changed.fire(this.#state);
    if (hasOtherModels) this.#modelsChanged.fire();
  }
}

function discoveryDisabled({ setting }: Hiding): Problem {
  return {
    code: 'discovery-disabled',
    title: l10n.t('Discovery is turned off in the OpenClaw config'),
    explanation: l10n.t(
      'There, {0} is false. Change that to see the models of this account, or show them in the editor alone.',
      setting,
    ),
    fixes: [
      {
        label: l10n.t('Show All in the Editor'),
        command: 'openclawBedrock.showAllModels',
        arguments: [true],
      },
      { label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' },
    ],
  };
}
