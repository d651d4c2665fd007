/** Which OpenClaw this machine has, and what of it matters to changes of its config. */
import { detectConnection, type Environment } from '../bedrock/connection/connection.ts';
import type { Memory } from '../editor/memory.ts';
import { openclawVersionSetting } from '../editor/settings.ts';
import { type Cli, findCli, primaryBy, validate, type Verdict, versionOf } from '../openclaw/cli.ts';
import type { Surroundings } from '../openclaw/edits/plan.ts';
import { type Installation, installationOf } from '../openclaw/layout.ts';
import { isPluginMissing } from '../openclaw/plugin.ts';
import type { Connections } from './connections.ts';
import type { ModelList } from './modelList.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

/** What is remembered of OpenClaw from one window to the next. */
export interface OpenClawMemory {
  /** What the CLI said last: asked again when its file is another, and once a window. */
  readonly cli: Memory<Cli & { readonly version: string }>;
  /** Which version the user said the config is for, when nothing else told. */
  readonly answer: Memory<string>;
}

export interface SurroundingsOptions {
  readonly models: boolean;
  readonly list?: ModelList | undefined;
}

export class InstalledOpenClaw {
  readonly #environment: Environment;
  readonly #config: OpenClawConfig;
  readonly #connections: Connections;
  readonly #memory: OpenClawMemory;
  /** What the CLI said in this window, by the PATH that it was found on. */
  #asked: { readonly path: string | undefined; readonly version: Promise<string | undefined> } | undefined;

  constructor(
    environment: Environment,
    config: OpenClawConfig,
    connections: Connections,
    memory: OpenClawMemory,
  ) {
    this.#environment = environment;
    this.#config = config;
    this.#connections = connections;
    this.#memory = memory;
  }

  /** The version that is set, that the CLI tells or that the config was written by; else the layout in use. */
  async current(): Promise<Installation> {
    const setting = openclawVersionSetting();
    const config = await this.#config.lastGood();
    const cli = setting ? undefined : await this.#cliVersion();
    return installationOf({ setting, cli, config, answer: this.#memory.answer.get() });
  }

  /** Remembers which version the user says the config is for. */
  answer(version: string): Thenable<void> {
    return this.#memory.answer.set(version);
  }

  /**
   * What plans of changes depend on; asks Bedrock only where `models` are wanted and nobody has looked yet. `list`:
   * where the model was chosen from; default: the detected one.
   */
  async surroundings({ models, list: chosen }: SurroundingsOptions): Promise<Surroundings> {
    const [installation, list, environment, differences] = await Promise.all([
      this.current(),
      chosen ?? this.#connections.detected(),
      this.#config.environment(),
      this.#connections.differences(chosen),
    ]);
    const own = detectConnection(environment, []);
    return {
      installation,
      hasCredentialMarker: own.credentials.kind !== 'default-chain',
      openclawRegion: own.region.name,
      region: list.connection.region.name,
      models: await (models ? list.models() : list.known()),
      isPluginMissing:
        installation.layout.provider === 'external-plugin' &&
        installation.source !== 'assumed' &&
        (await isPluginMissing(this.#config.stateFolder, await this.#config.lastGood())),
      differences,
    };
  }

  /** Whether OpenClaw's own command is on the PATH. */
  async hasCommand(): Promise<boolean> {
    return (await findCli(this.#environment)) !== undefined;
  }

  /** What OpenClaw's own command says of the config; undefined where there is none, or it does not answer. */
  async validate(path: string): Promise<Verdict | undefined> {
    const cli = await findCli(this.#environment);
    return cli && validate(cli, path);
  }

  /** The model that OpenClaw's own command says it begins with; undefined where there is none, or it does not tell. */
  async primary(path: string): Promise<string | undefined> {
    const cli = await findCli(this.#environment);
    return cli && primaryBy(cli, path);
  }

  #cliVersion(): Promise<string | undefined> {
    const path = this.#environment['PATH'];
    if (this.#asked?.path !== path || !this.#asked)
      this.#asked = { path, version: this.#rememberedOrAsked() };
    return this.#asked.version;
  }

  /** What is remembered is good enough for now, and asked again meanwhile: not every update changes the file. */
  async #rememberedOrAsked(): Promise<string | undefined> {
    const cli = await findCli(this.#environment);
    if (!cli) return undefined;
    const known = this.#memory.cli.get();
    const asking = this.#askCli(cli);
    return known?.path === cli.path && known.changedAt === cli.changedAt ? known.version : asking;
  }

  async #askCli(cli: Cli): Promise<string | undefined> {
    const version = await versionOf(cli);
    // What could not be found out is not remembered, so that the next window asks again.
    if (version !== undefined) await this.#memory.cli.set({ ...cli, version });
    return version;
  }
}
