/** Which OpenClaw this machine has, and what of it matters to changes of its config. */
import { detectConnection, type Environment } from '../bedrock/connection/connection.ts';
import type { Memory } from '../editor/memory.ts';
import { openclawVersionSetting } from '../editor/settings.ts';
import { type Cli, findCli, validate, type Verdict, versionOf } from '../openclaw/cli.ts';
import type { Surroundings } from '../openclaw/edits/plan.ts';
import { type Installation, installationOf } from '../openclaw/layout.ts';
import { isPluginMissing } from '../openclaw/plugin.ts';
import type { Connections } from './connections.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

/** What the CLI said last: asked again only when its file is another. */
export type CliMemory = Memory<Cli & { readonly version: string | undefined }>;

export class InstalledOpenClaw {
  readonly #environment: Environment;
  readonly #config: OpenClawConfig;
  readonly #connections: Connections;
  readonly #memory: CliMemory;
  #asking: Promise<string | undefined> | undefined;

  constructor(environment: Environment, config: OpenClawConfig, connections: Connections, memory: CliMemory) {
    this.#environment = environment;
    this.#config = config;
    this.#connections = connections;
    this.#memory = memory;
  }

  /** The version that is set, that the CLI tells or that the config was written by; else the layout in use. */
  async current(): Promise<Installation> {
    const setting = openclawVersionSetting();
    const config = await this.#config.lastGood();
    this.#asking ??= this.#askCli().finally(() => (this.#asking = undefined));
    return installationOf({ setting, cli: setting ? undefined : await this.#asking, config });
  }

  /** What plans of changes depend on; asks Bedrock only where `models` are wanted and nobody has looked yet. */
  async surroundings({ models }: { readonly models: boolean }): Promise<Surroundings> {
    const [installation, list, environment] = await Promise.all([
      this.current(),
      this.#connections.detected(),
      this.#config.environment(),
    ]);
    const own = detectConnection(environment.values, []);
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
    };
  }

  /** What OpenClaw's own command says of the config; undefined where there is none, or it does not answer. */
  async validate(path: string): Promise<Verdict | undefined> {
    const cli = await findCli(this.#environment);
    return cli && validate(cli, path);
  }

  async #askCli(): Promise<string | undefined> {
    const cli = await findCli(this.#environment);
    if (!cli) return undefined;
    const known = this.#memory.get();
    if (known?.path === cli.path && known.changedAt === cli.changedAt) return known.version;
    const version = await versionOf(cli);
    await this.#memory.set({ ...cli, version });
    return version;
  }
}
