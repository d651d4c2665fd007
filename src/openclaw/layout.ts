/** Where each version of OpenClaw keeps what concerns Bedrock: one table, the only place that names versions. */
import { isObject, type JsonObject, valueAt } from './jsonValue.ts';

/** The id of the plugin that brings Bedrock. */
export const PLUGIN_ID = 'amazon-bedrock';

export interface Layout {
  /** Discovery settings: `models.bedrockDiscovery`, or `plugins.entries["amazon-bedrock"].config.discovery`. */
  readonly discovery: 'core' | 'plugin';
  /** Whether the core's discovery settings are read; where not, they make the whole config invalid. */
  readonly readsCoreDiscovery: boolean;
  /** What brings Bedrock: OpenClaw itself, a plugin in its package, or one that is installed. */
  readonly provider: 'core' | 'bundled-plugin' | 'external-plugin';
  /** Which models may be used: the keys of `agents.defaults.models`, or `agents.defaults.modelPolicy.allow`. */
  readonly allowlist: 'models' | 'model-policy';
  /** Agents of their own: the array `agents.list`, or the map `agents.entries`. */
  readonly agents: 'list' | 'entries';
}

const CORE: Layout = {
  discovery: 'core',
  readsCoreDiscovery: true,
  provider: 'core',
  allowlist: 'models',
  agents: 'list',
};
const BUNDLED: Layout = { ...CORE, discovery: 'plugin', provider: 'bundled-plugin' };
const EXTERNAL: Layout = { ...BUNDLED, readsCoreDiscovery: false, provider: 'external-plugin' };

/** By the first version that has it, the newest first. */
const LAYOUTS: readonly (readonly [since: string, layout: Layout])[] = [
  ['2026.8.1', { ...EXTERNAL, allowlist: 'model-policy', agents: 'entries' }],
  ['2026.5.12', EXTERNAL],
  ['2026.5.7', { ...BUNDLED, readsCoreDiscovery: false }],
  ['2026.4.5', BUNDLED],
  ['0', CORE],
];

/** Spans of versions that differ, each by its first and last; the newest has no last. For questions to people. */
export const EXAMPLE_VERSIONS: readonly { readonly version: string; readonly until?: string }[] = [
  { version: '2026.8.1' },
  { version: '2026.5.12', until: '2026.7' },
  { version: '2026.5.7', until: '2026.5.11' },
  { version: '2026.4.5', until: '2026.5.6' },
  { version: '2026.1.0', until: '2026.4.4' },
];

/** The layout of a version such as `2026.9.6` or `2026.2.6-3`. */
export function layoutOf(version: string): Layout {
  return LAYOUTS.find(([since]) => compareVersions(version, since) >= 0)?.[1] ?? CORE;
}

/** The first version that goes on without a variable that its config names. */
const TOLERATES_MISSING_VARIABLES = '2026.3.7';

/** Whether a `${NAME}` of which there is no variable makes the whole config unreadable, instead of a warning. */
export function refusesMissingVariables({ version, layout }: Installation): boolean {
  return version ? compareVersions(version, TOLERATES_MISSING_VARIABLES) < 0 : layout.provider === 'core';
}

/** Below 0 when the first is the older; what follows the third number does not count. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  return [0, 1, 2].map(at => (a[at] ?? 0) - (b[at] ?? 0)).find(Boolean) ?? 0;
}

function numbersOf(version: string): number[] {
  return version.split(/[.-]/).map(Number);
}

/** An OpenClaw, as far as it is known which one it is. */
export interface Installation {
  /** Undefined when only the layout is known, from what the config uses. */
  readonly version?: string | undefined;
  /** What says so; `assumed`: nothing does. */
  readonly source: 'setting' | 'cli' | 'config' | 'layout' | 'answer' | 'assumed';
  readonly layout: Layout;
}

/** The newest version whose rules are known here: assumed where nothing tells. */
const NEWEST = '2026.9.6';

/**
 * What is installed: the version that is set or the CLI tells, else what the config was last written by, else the
 * layout in use, else what the user answered when asked.
 */
export function installationOf({
  setting,
  cli,
  config,
  answer,
}: {
  readonly setting?: string | undefined;
  readonly cli?: string | undefined;
  readonly config: JsonObject | undefined;
  readonly answer?: string | undefined;
}): Installation {
  const written = valueAt(config, ['meta', 'lastTouchedVersion']);
  const known = [
    ['setting', setting],
    ['cli', cli],
    ['config', typeof written === 'string' ? written : undefined],
  ] as const;
  for (const [source, version] of known) {
    if (version && /^\d+\.\d+\.\d+/.test(version)) return { version, source, layout: layoutOf(version) };
  }
  const used = layoutInUse(config);
  if (used) return { source: 'layout', layout: layoutOf(used) };
  return answer
    ? { version: answer, source: 'answer', layout: layoutOf(answer) }
    : { source: 'assumed', layout: layoutOf(NEWEST) };
}

/** A version with the layout that the config uses; undefined where it uses none in particular. */
function layoutInUse(config: JsonObject | undefined): string | undefined {
  const has = (...path: string[]) => valueAt(config, path) !== undefined;
  if (has('agents', 'entries') || has('agents', 'defaults', 'modelPolicy')) return NEWEST;
  const hasPlugin = isObject(valueAt(config, ['plugins', 'entries', PLUGIN_ID]));
  if (has('models', 'bedrockDiscovery')) return hasPlugin ? '2026.4.5' : '2026.4.4';
  return hasPlugin ? '2026.5.7' : undefined;
}
