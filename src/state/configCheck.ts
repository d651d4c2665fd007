/** What there is to find in the config and in the files that it includes. */
import { type CheckContext, checkConfig, type Finding } from '../openclaw/checkConfig.ts';
import type { Path } from '../openclaw/jsonValue.ts';
import type { ConfigState } from '../openclaw/readConfig.ts';
import type { Connections } from './connections.ts';
import type { InstalledOpenClaw } from './installedOpenClaw.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

export interface FileFinding extends Finding {
  /** The file that it is found in. */
  readonly file: string;
}

export class ConfigCheck {
  readonly #config: OpenClawConfig;
  readonly #connections: Connections;
  readonly #installed: InstalledOpenClaw;

  constructor(config: OpenClawConfig, connections: Connections, installed: InstalledOpenClaw) {
    this.#config = config;
    this.#connections = connections;
    this.#installed = installed;
  }

  /** What is found in the files as they are on disk, file by file; asks neither AWS nor the network. */
  async findings(): Promise<FileFinding[]> {
    const { path, text = '', files } = await this.#config.read();
    // A malformed config is among no files that were read, and its syntax error is all there is to find.
    const read = files.some(file => file.path === path) ? files : [{ path, text }];
    const found = await Promise.all(read.map(file => this.findingsIn(file.path, file.text)));
    return found.flatMap((each, at) => each.map(finding => ({ ...finding, file: read[at]?.path ?? path })));
  }

  /** What is found in a text of one of the config's files, such as one that is being typed. */
  async findingsIn(file: string, text: string): Promise<Finding[]> {
    return checkConfig(text, await this.#context(file));
  }

  async #context(file: string): Promise<CheckContext> {
    const [state, list, installation] = await Promise.all([
      this.#config.read(),
      this.#connections.detected(),
      this.#installed.current(),
    ]);
    const at = placeOf(state, file);
    return {
      installation,
      region: list.connection.region.name,
      models: await list.known(),
      ...(state.read && { read: state.read }),
      ...(at && { at }),
      ...(state.value && { config: state.value }),
    };
  }
}

/** Where in the config a file's content stands; undefined for a file that is not (or no longer) part of it. */
function placeOf({ path, includes }: Pick<ConfigState, 'path' | 'includes'>, file: string): Path | undefined {
  if (file === path) return [];
  const site = includes.find(({ targets }) => targets.includes(file));
  const outer = site && placeOf({ path, includes }, site.file);
  return site && outer && [...outer, ...site.path];
}
