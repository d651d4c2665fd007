/**
 * Whether the models that somebody looks at may be used: asked a few at a time once they are looked at, and kept for
 * a day, since an agreement seldom ends.
 */
import * as vscode from 'vscode';
import { type Access, ACCESSES } from '../bedrock/models/access.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { loadCalls } from '../bedrock/loadCalls.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { type Problem, type ProblemCode, ProblemError } from '../problem.ts';
import type { CacheFolder } from './cacheFolder.ts';
import type { ModelList } from './modelList.ts';

/** So many questions are under way at a time. */
const AT_ONCE = 3;
/** Milliseconds. */
const DAY = 86_400_000;

interface Known {
  readonly access: Access;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What is known of the models of one connection. */
interface Ledger {
  readonly known: Map<string, Known>;
  /** The models still to ask for, in the order in which they came into view. */
  readonly wanted: Set<string>;
  /** Those that are being asked about, and those of which Bedrock could not tell. */
  readonly asking: Set<string>;
  /** Why nothing more is asked until somebody refreshes. */
  problem?: Problem;
}

export class ModelAccess extends Disposable {
  /** Fires with the keys of models of which something else is known now. */
  readonly onDidChange: vscode.Event<readonly string[]>;
  readonly #folder: CacheFolder;
  readonly #log: Log;
  readonly #changed = this.register(new vscode.EventEmitter<readonly string[]>());
  readonly #ledgers = new Map<string, Promise<Ledger>>();
  /** Those that are read from disk by now. */
  readonly #open = new Map<string, Ledger>();
  readonly #working = new Map<string, Promise<void>>();

  constructor(folder: CacheFolder, log: Log) {
    super();
    this.#folder = folder;
    this.#log = log;
    this.onDidChange = this.#changed.event;
  }

  /** Undefined where nobody has asked yet, and for what Bedrock is not asked about. */
  of({ connection }: ModelList, { key }: Pick<BedrockModel, 'key'>): Access | undefined {
    return this.#open.get(connection.key)?.known.get(key)?.access;
  }

  /** Why access is not known. */
  problemOf({ connection }: ModelList): Problem | undefined {
    return this.#open.get(connection.key)?.problem;
  }

  /** Somebody looks at these: what is not known of them, or not since today, is asked in the background. */
  look(list: ModelList, models: readonly BedrockModel[]): void {
    inBackground(this.#ask(list, models.filter(isAskable)), this.#log);
  }

  /** Asks about one model now, whatever is known. Throws a `ProblemError`. */
  async ask(list: ModelList, { key }: BedrockModel): Promise<Access> {
    const ledger = await this.#ledger(list);
    const { askAccess } = await loadCalls();
    const access = await list.during(() => askAccess(list.connection, list.clients, key));
    await this.#learn(list, ledger, key, access);
    return access;
  }

  /** What was found out otherwise, such as by an answer. */
  async learned(list: ModelList, { key }: BedrockModel, access: Access): Promise<void> {
    await this.#learn(list, await this.#ledger(list), key, access);
  }

  /** Has all that is not ready asked again when it is next looked at. */
  async forget(list: ModelList): Promise<void> {
    const ledger = await this.#ledger(list);
    delete ledger.problem;
    ledger.asking.clear();
    for (const [key, { access }] of ledger.known) if (access !== 'ready') ledger.known.delete(key);
  }

  async #ask(list: ModelList, models: readonly BedrockModel[]): Promise<void> {
    const ledger = await this.#ledger(list);
    if (ledger.problem) return;
    const isFresh = (known: Known | undefined) => known !== undefined && Date.now() - known.at < DAY;
    for (const { key } of models) {
      if (!isFresh(ledger.known.get(key)) && !ledger.asking.has(key)) ledger.wanted.add(key);
    }
    const { key } = list.connection;
    if (ledger.wanted.size === 0 || this.#working.has(key)) return;
    const working = this.#work(list, ledger).finally(() => this.#working.delete(key));
    this.#working.set(key, working);
    await working;
    // What came into view at the very end.
    await this.#ask(list, []);
  }

  async #work(list: ModelList, ledger: Ledger): Promise<void> {
    const { askAccess } = await loadCalls();
    const { connection, clients } = list;
    // Nobody asked for it, so nobody is asked for a code.
    const ask = (key: string) =>
      list.during(() => clients.quietly(() => askAccess(connection, clients, key)));
    const worker = async () => {
      for (const key of ledger.wanted) {
        ledger.wanted.delete(key);
        ledger.asking.add(key);
        const access = await ask(key).catch(unlessOfModelAlone);
        // What Bedrock can't tell of one model, it can tell of the others.
        if (!access) continue;
        ledger.asking.delete(key);
        ledger.known.set(key, { access, at: Date.now() });
        this.#changed.fire([key]);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    } catch (error) {
      ledger.wanted.clear();
      ledger.asking.clear();
      if (!(error instanceof ProblemError)) throw error;
      ledger.problem = error.problem;
      this.#log.problem(error.problem);
      this.#changed.fire([]);
    } finally {
      await this.#keep(list, ledger);
    }
  }

  async #learn(list: ModelList, ledger: Ledger, key: string, access: Access): Promise<void> {
    const before = ledger.known.get(key)?.access;
    ledger.known.set(key, { access, at: Date.now() });
    if (before !== access) this.#changed.fire([key]);
    await this.#keep(list, ledger);
  }

  #ledger({ connection }: ModelList): Promise<Ledger> {
    const { key } = connection;
    const known = this.#ledgers.get(key);
    if (known) return known;
    const reading = this.#read(key);
    this.#ledgers.set(key, reading);
    return reading;
  }

  async #read(connectionKey: string): Promise<Ledger> {
    const kept = await this.#folder.read('access', connectionKey);
    const known = Array.isArray(kept) ? kept.filter(isEntry) : [];
    const ledger: Ledger = { known: new Map(known), wanted: new Set(), asking: new Set() };
    this.#open.set(connectionKey, ledger);
    if (known.length > 0) this.#changed.fire(known.map(([key]) => key));
    return ledger;
  }

  async #keep({ connection }: ModelList, { known }: Ledger): Promise<void> {
    try {
      await this.#folder.write('access', connection.key, [...known]);
    } catch (error) {
      this.#log.info(`What is known of access could not be kept on disk: ${(error as Error).message}`);
    }
  }
}

/** A refusal that says nothing of other models; throws all others. */
function unlessOfModelAlone(error: unknown): undefined {
  const isOfModel = error instanceof ProblemError && OF_MODEL.includes(error.problem.code);
  if (!isOfModel) throw error;
}

const OF_MODEL: readonly ProblemCode[] = ['model-unknown', 'request-refused'];

function isEntry(value: unknown): value is [string, Known] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const { access, at } = (value[1] ?? {}) as Partial<Known>;
  return ACCESSES.some(each => each === access) && typeof at === 'number' && at <= Date.now();
}

/** Bedrock is asked about foundation models; what somebody made is theirs to use. */
function isAskable({ routes: [{ kind }] }: BedrockModel): boolean {
  return kind === 'on-demand' || kind === 'profile' || kind === 'application';
}
