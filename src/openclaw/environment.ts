/**
 * The environment that OpenClaw sees: its process, then its `.env` files, then what its config sets; the first
 * to set a variable wins. An editor's process may lack what the gateway's has, so this says what came from where.
 * The `.env` of the folder in which the gateway was started is not read, since nothing tells which one that is.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { baseFolder, stateFolderOf, userHome } from './configPath.ts';
import { parseDotEnv } from './dotEnv.ts';
import { isObject, type JsonValue, valueAt } from './jsonValue.ts';
import { hasVariables } from './variables.ts';

/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a variable comes from. */
export type Origin = 'process' | '.env' | 'config';

export interface OpenClawEnvironment {
  readonly values: Readonly<Record<string, string>>;
  /** What the config sets though OpenClaw never takes it from there, such as `AWS_ACCESS_KEY_ID`. */
  readonly ignored: readonly string[];
  readonly origin: (name: string) => Origin | undefined;
}

/** Names of variables as every shell takes them; OpenClaw passes over others. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Of the variables that OpenClaw (2026.5.7 and 2026.9.6) takes from no config, those that concern AWS, the way to
 * it, or the config itself.
 */
const NEVER_FROM_CONFIG = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_CONFIG_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SECURITY_TOKEN',
  'AWS_SESSION_TOKEN',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'ALL_PROXY',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'HOME',
  'OPENCLAW_CONFIG_READONLY',
  'OPENCLAW_INCLUDE_ROOTS',
]);

/**
 * The environment by its parts: the process's, the texts of the `.env` files in their order, and the config with
 * its includes followed but its variables as they are written.
 */
export function openclawEnvironment(
  process: Environment,
  dotEnvs: readonly string[] = [],
  config?: JsonValue,
): OpenClawEnvironment {
  const values = new Map<string, string>();
  const origins = new Map<string, Origin>();
  const take = (name: string, value: string, origin: Origin) => {
    values.set(name, value);
    origins.set(name, origin);
  };
  for (const [name, value] of Object.entries(process)) {
    if (value !== undefined) take(name, value, 'process');
  }
  for (const [name, value] of dotEnvs.flatMap(text => Object.entries(parseDotEnv(text)))) {
    // Here a blank value wins as well.
    if (NAME.test(name) && !values.has(name)) take(name, value, '.env');
  }
  const set = configVariables(config).filter(([, value]) => !hasVariables(value));
  for (const [name, value] of set) {
    if (!NEVER_FROM_CONFIG.has(name.toUpperCase()) && !values.get(name)?.trim()) take(name, value, 'config');
  }
  return {
    values: Object.fromEntries(values),
    ignored: set.map(([name]) => name).filter(name => NEVER_FROM_CONFIG.has(name.toUpperCase())),
    origin: name => origins.get(name),
  };
}

/** The texts of OpenClaw's `.env` files, as far as they are there and can be read. */
export async function readDotEnvs(configPath: string, environment: Environment): Promise<string[]> {
  const texts = await Promise.all(
    dotEnvPaths(configPath, environment).map(path => readFile(path, 'utf8').catch(() => '')),
  );
  return texts.filter(Boolean);
}

/**
 * Where OpenClaw looks for them: in the folder of its state and beside the config; in `~/.config/openclaw` unless
 * `OPENCLAW_STATE_DIR` names another folder than the default one.
 */
export function dotEnvPaths(
  configPath: string,
  environment: Environment,
  exists: (path: string) => boolean = existsSync,
): readonly string[] {
  const place = { environment, home: userHome(environment) };
  const folder = dirname(resolve(configPath));
  const isExplicit = Boolean(environment['OPENCLAW_STATE_DIR']?.trim());
  const state = stateFolderOf(configPath, place, exists);
  const base = baseFolder(place);
  const isElsewhere = isExplicit && state !== join(base, '.openclaw');
  const paths = [
    join(state, '.env'),
    ...(isExplicit ? [] : [join(folder, '.env')]),
    ...(isElsewhere ? [] : [join(base, '.config', 'openclaw', 'gateway.env')]),
  ];
  return [...new Set(paths)];
}

/** What `env.vars` of a config sets, and `env` itself, as its older form and the stronger of the two. */
function configVariables(config: JsonValue | undefined): [name: string, value: string][] {
  const env = valueAt(config, ['env']);
  if (!isObject(env)) return [];
  const { vars, ...flat } = env;
  const set = new Map<string, string>();
  for (const [written, value] of Object.entries({ ...(isObject(vars) && vars), ...flat })) {
    const name = written.trim();
    // `shellEnv` is a setting, not a variable; the others that are none are no texts either.
    if (name !== 'shellEnv' && NAME.test(name) && typeof value === 'string' && value.trim())
      set.set(name, value);
  }
  return [...set];
}
