/** OpenClaw's config as it stands, read soon after activation and followed as its files change. */
import { join } from 'node:path';
import { homedir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { Environment } from '../bedrock/connection/connection.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import { FileWatchers } from '../editor/fileWatchers.ts';
import type { Log } from '../editor/log.ts';
import { configPathSetting, onDidChangeSettings } from '../editor/settings.ts';
import { realPath, unsavedDocument } from '../editor/unsavedDocument.ts';
import { type ConfigPlace, configPath, existingConfigs, stateFolderOf } from '../openclaw/configPath.ts';
import { dotEnvPaths, type OpenClawEnvironment, readDotEnvs } from '../openclaw/environment.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { type ConfigState, environmentOf, readConfig } from '../openclaw/readConfig.ts';
import { readText } from '../openclaw/readText.ts';

/** Variables that say which of several configs is meant. */
const CHOOSING = ['OPENCLAW_CONFIG_PATH', 'OPENCLAW_STATE_DIR', 'OPENCLAW_PROFILE', 'OPENCLAW_HOME'];

export class OpenClawConfig extends Disposable {
  readonly onDidChange: vscode.Event<ConfigState>;
  readonly #environment: Environment;
  readonly #changed: vscode.EventEmitter<ConfigState>;
  #state: ConfigState | undefined;
  #good: { readonly path: string; readonly value: JsonObject } | undefined;
  /** The texts of OpenClaw's `.env` files: the config names variables, and the connection is found by them. */
  #dotEnvs: readonly string[] = [];
  #reading: Promise<[ConfigState, readonly string[]]> | undefined;
  readonly #log: Log;
  readonly #files = this.register(new FileWatchers(() => this.#look()));
  readonly #dotEnvFiles = this.register(new FileWatchers(() => this.#look()));

  constructor(environment: Environment, log: Log) {
    super();
    this.#environment = environment;
    this.#log = log;
    this.#changed = this.register(new vscode.EventEmitter<ConfigState>());
    this.onDidChange = this.#changed.event;
    this.register(onDidChangeSettings(() => this.#follow()));
    // Not every file system tells of changes; whoever changed the file elsewhere comes back to this window.
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#state && this.#look()),
    );
  }

  /** Absolute; the file need not exist. */
  get path(): string {
    return configPath(this.#place);
  }

  /** The folder of OpenClaw's state, absolute. */
  get stateFolder(): string {
    return stateFolderOf(this.path, this.#place);
  }

  /** OpenClaw's own environment file, absolute; whether it is there or not. */
  get environmentFile(): string {
    return join(this.stateFolder, '.env');
  }

  /** Every config of this machine and user. */
  existing(): ReturnType<typeof existingConfigs> {
    return existingConfigs(this.#place);
  }

  /** Whether there are several and nobody has said which one is meant. */
  async isAmbiguous(): Promise<boolean> {
    const isChosen = configPathSetting() !== '' || CHOOSING.some(name => this.#environment[name]?.trim());
    return !isChosen && (await this.existing()).length > 1;
  }

  /** Whether a document may be the config, or one of the files that it includes. */
  isIn({ uri, languageId }: vscode.TextDocument): boolean {
    if (uri.scheme !== 'file') return false;
    if (languageId === 'json5') return true;
    const file = realPath(uri.fsPath);
    return this.#files.paths.includes(file);
  }

  /** The environment that OpenClaw sees, as far as this machine tells. */
  async environment(): Promise<OpenClawEnvironment> {
    return environmentOf(await this.read(), this.#environment);
  }

  /** The state, read at the first call and after the path became another. */
  async read(): Promise<ConfigState> {
    return this.#state?.path === this.path ? this.#state : this.reread();
  }

  /** What the config says, or last said before someone broke its syntax: a file is often read while it is typed. */
  async lastGood(): Promise<JsonObject | undefined> {
    const { path, problem } = await this.read();
    return problem?.code === 'config-missing' || this.#good?.path !== path ? undefined : this.#good.value;
  }

  /** The state as the files are now; tells listeners when it or a `.env` differs. */
  async reread(): Promise<ConfigState> {
    const { path } = this;
    if (!this.#state) this.#files.follow([path]);
    this.#dotEnvFiles.follow(dotEnvPaths(path, this.#environment));
    const reading = (this.#reading = Promise.all([
      readConfig(path, this.#environment),
      readDotEnvs(path, this.#environment),
    ]));
    const [state, dotEnvs] = await reading;
    // A later read is under way or done: its answer counts.
    if (reading !== this.#reading) return (await this.#reading)[0];
    const isNew = !isDeepStrictEqual([texts(this.#state), this.#dotEnvs], [texts(state), dotEnvs]);
    this.#state = state;
    this.#dotEnvs = dotEnvs;
    if (state.value) this.#good = { path: state.path, value: state.value };
    this.#watchFilesOf(state);
    if (isNew) this.#changed.fire(state);
    return state;
  }

  /** The state with the unsaved changes of open documents: what an edit starts from. */
  asEdited(): Promise<ConfigState> {
    const read = async (path: string) => unsavedDocument(path)?.getText() ?? readText(path);
    return readConfig(this.path, this.#environment, read);
  }

  get #place(): ConfigPlace {
    return { setting: configPathSetting(), environment: this.#environment, home: homedir() };
  }

  #follow(): void {
    if (this.#state && this.#state.path !== this.path) this.#look();
  }

  #look(): void {
    inBackground(this.reread(), this.#log);
  }

  /** While something is wrong with the config, the files that were part of it stay followed: there it is mended. */
  #watchFilesOf({ path, files }: ConfigState): void {
    const known = files.length > 0 ? files.map(file => file.path) : this.#files.paths;
    // A change of what a link leads to is no change of the link.
    this.#files.follow([...new Set([path, ...known].flatMap(each => [each, realPath(each)]))]);
  }
}

/** What tells two states apart. */
function texts(state: ConfigState | undefined) {
  return (
    state && [
      state.path,
      state.text,
      state.problem?.code,
      ...state.files.map(({ path, text }) => [path, text]),
    ]
  );
}
