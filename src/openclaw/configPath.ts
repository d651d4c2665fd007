/** Where OpenClaw's config is: its own rules, with a setting of ours before them. */
import { join, resolve } from 'node:path';

export interface ConfigPlace {
  /** The setting `openclawBedrock.configPath`; blank: not given. */
  readonly setting?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's home folder, absolute. */
  readonly home: string;
}

/**
 * The absolute path of the config, which need not exist: the setting, `OPENCLAW_CONFIG_PATH`, the folder named
 * by `OPENCLAW_STATE_DIR`, else `.openclaw` in the home folder (`OPENCLAW_HOME` replaces it;
 * `OPENCLAW_PROFILE=x` makes it `.openclaw-x`).
 */
export function configPath({ setting, environment, home }: ConfigPlace): string {
  const base = resolve(expanded(environment['OPENCLAW_HOME']?.trim() || home, home));
  const profile = environment['OPENCLAW_PROFILE']?.trim();
  const folder =
    environment['OPENCLAW_STATE_DIR']?.trim() ||
    join(base, profile && profile !== 'default' ? `.openclaw-${profile}` : '.openclaw');
  const path =
    setting?.trim() || environment['OPENCLAW_CONFIG_PATH']?.trim() || join(folder, 'openclaw.json');
  return resolve(expanded(path, base));
}

function expanded(path: string, home: string): string {
  return path === '~' || path.startsWith('~/') ? join(home, path.slice(1)) : path;
}
