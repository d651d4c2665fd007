/** How a connection of the editor's compares with what OpenClaw itself uses, and what would surprise people about it. */
import { type Connection, detectConnection } from '../bedrock/connection/connection.ts';
import type { InstanceRoles } from '../bedrock/connection/instanceRole.ts';
import type { Profiles } from '../bedrock/connection/profiles.ts';
import { loadCalls } from '../bedrock/loadCalls.ts';
import { connectionLayer } from '../editor/settings.ts';
import { discoverySettings } from '../openclaw/discoverySettings.ts';
import type { Problem } from '../problem.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

export class Comparison {
  readonly #config: OpenClawConfig;
  readonly #instanceRoles: InstanceRoles;

  constructor(config: OpenClawConfig, instanceRoles: InstanceRoles) {
    this.#config = config;
    this.#instanceRoles = instanceRoles;
  }

  /** What OpenClaw itself uses: its environment and its region for discovery. */
  async openclaw(): Promise<Connection> {
    const { region } = discoverySettings(await this.#config.lastGood());
    return detectConnection(await this.#config.environment(), [{ from: 'openclaw', region }]);
  }

  /** The profiles in the AWS files as these are now. */
  async profiles(): Promise<Profiles> {
    const { readProfiles } = await loadCalls();
    return readProfiles((await this.#config.environment()).values);
  }

  /** What would surprise people about this machine's own connection. Reads the AWS files, and asks nobody. */
  async conflicts(connection: Connection): Promise<readonly Problem[]> {
    const [variables, openclaw, profiles, config, hasOpenClaw] = await Promise.all([
      this.#config.environment(),
      this.openclaw(),
      this.profiles(),
      this.#config.lastGood(),
      this.#hasOpenClaw(),
    ]);
    // Whether there is a role is found out where credentials are looked for.
    const { known: instanceRole } = this.#instanceRoles;
    const { conflictsOf } = await loadCalls();
    return conflictsOf({
      connection,
      chosenProfile: connectionLayer().profile,
      variables,
      ignored: variables.ignored,
      openclaw,
      discovery: discoverySettings(config).enabled,
      profiles,
      ...(instanceRole && { instanceRole }),
      hasOpenClaw,
    });
  }

  /** How OpenClaw reaches Bedrock otherwise than this connection; none without an OpenClaw config. */
  async differences(connection: Connection): Promise<readonly Problem[]> {
    if (!(await this.#hasOpenClaw())) return [];
    const { differencesOf } = await loadCalls();
    return differencesOf(connection, await this.openclaw());
  }

  async #hasOpenClaw(): Promise<boolean> {
    return (await this.#config.read()).problem?.code !== 'config-missing';
  }
}
