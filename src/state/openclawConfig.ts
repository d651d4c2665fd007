/** OpenClaw's config as it stands, read soon after activation and followed as the file changes. */
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Environment } from '../bedrock/connection/connection.ts';
import { Disposable } from '../editor/disposable.ts';
import { configPathSetting, onDidChangeSettings } from '../editor/settings.ts';
import { configPath } from '../openclaw/configPath.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { type ConfigState, readConfig } from '../openclaw/readConfig.ts';

export class OpenClawConfig extends Disposable {
  readonly onDidChange: vscode.Event<ConfigState>;
  readonly #environment: Environment;
  readonly #changed: vscode.EventEmitter<ConfigState>;
  #state: ConfigState | undefined;
  #good: { readonly path: string; readonly value: JsonObject } | undefined;
  #reading: Promise<ConfigState> | undefined;
  #watcher: vscode.Disposable | undefined;

  constructor(environment: Environment) {
    super();
    this.#environment = environment;
    this.#changed = this.register(new vscode.EventEmitter<ConfigState>());
    this.onDidChange = this.#changed.event;
    this.register(onDidChangeSettings(() => this.#follow()));
    // Not every file system tells of changes; whoever changed the file elsewhere comes back to this window.
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#watcher && void this.reread()),
    );
  }

  override dispose(): void {
    this.#watcher?.dispose();
    super.dispose();
  }

  /** Absolute; the file need not exist. */
  get path(): string {
    return configPath({ setting: configPathSetting(), environment: this.#environment, home: homedir() });
  }

  /** The state, read at the first call and after the path became another. */
  async read(): Promise<ConfigState> {
    if (this.#state?.path === this.path) return this.#state;
    this.#watcher ??= this.#watch();
    return this.reread();
  }

  /** What the config says, or last said before someone broke its syntax: a file is often read while it is typed. */
  async lastGood(): Promise<JsonObject | undefined> {
    const { path, problem } = await this.read();
    return problem?.code === 'config-missing' || this.#good?.path !== path ? undefined : this.#good.value;
  }

  /** The state as the file is now; tells listeners when it differs. */
  async reread(): Promise<ConfigState> {
    const path = this.path;
    const reading = (this.#reading = readConfig(path));
    const state = await reading;
    // A later read is under way or done: its answer counts.
    if (reading !== this.#reading) return this.#reading;
    const isNew = !this.#state || this.#state.path !== state.path || this.#state.text !== state.text;
    this.#state = state;
    if (state.value) this.#good = { path: state.path, value: state.value };
    if (isNew) this.#changed.fire(state);
    return state;
  }

  #follow(): void {
    if (!this.#watcher || this.#state?.path === this.path) return;
    this.#watcher.dispose();
    this.#watcher = this.#watch();
    void this.reread();
  }

  #watch(): vscode.Disposable {
    const folder = vscode.Uri.file(dirname(this.path));
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, basename(this.path)),
    );
    const reread = () => void this.reread();
    watcher.onDidChange(reread);
    watcher.onDidCreate(reread);
    watcher.onDidDelete(reread);
    return watcher;
  }
}
