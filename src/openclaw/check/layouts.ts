/** Settings that stand where the installed OpenClaw does not look for them, or refuses them. */
import * as l10n from '@vscode/l10n';
import { CORE_DISCOVERY, PLUGIN_DISCOVERY } from '../discoverySettings.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, type JsonValue, type Path, valueAt } from '../jsonValue.ts';
import type { FindingFix, Severity } from './finding.ts';

interface Misplaced {
  readonly severity: Severity;
  /** What this version has to do with it, and what to do. */
  readonly message: (openclaw: string) => string;
  readonly fix?: (config: JsonObject) => FindingFix | undefined;
}

const PLUGIN = PLUGIN_DISCOVERY.slice(0, 3);
const POLICY = ['agents', 'defaults', 'modelPolicy'];

/** By the path of the setting, agents' ids left out. */
const MISPLACED: Readonly<Record<string, Misplaced>> = {
  'models.bedrockDiscovery': {
    severity: 'error',
    message: openclaw =>
      l10n.t(
        '{0} refuses the whole config because of models.bedrockDiscovery. Move these settings to its plugin.',
        openclaw,
      ),
    fix: () => ({
      label: l10n.t('Migrate Discovery Settings'),
      command: 'openclawBedrock.migrateDiscovery',
    }),
  },
  'plugins.entries.amazon-bedrock': {
    severity: 'error',
    message: openclaw =>
      l10n.t(
        '{0} has no plugin for Amazon Bedrock and refuses the whole config because of these settings. Move them to models.bedrockDiscovery.',
        openclaw,
      ),
    fix: config => ({ label: l10n.t('Move to models.bedrockDiscovery'), edits: toCore(config) }),
  },
  'agents.list': {
    severity: 'warning',
    message: openclaw =>
      l10n.t(
        '{0} keeps agents in agents.entries, by id, and moves this list there when it writes the config. Move it yourself to keep its comments.',
        openclaw,
      ),
  },
  'agents.entries': {
    severity: 'error',
    message: openclaw =>
      l10n.t(
        '{0} refuses the whole config because of agents.entries. List the agents in agents.list, each with its "id".',
        openclaw,
      ),
  },
  'agents.defaults.modelPolicy': {
    severity: 'error',
    message: openclaw =>
      l10n.t(
        '{0} refuses the whole config because of modelPolicy. List the models in agents.defaults.models instead.',
        openclaw,
      ),
    fix: config => fixOf(l10n.t('Move to agents.defaults.models'), toMap(config)),
  },
};

/** What is to be said of a setting that the installed version does not have at this path. */
export function misplaced(path: Path): Misplaced | undefined {
  return MISPLACED[path.join('.')];
}

function toCore(config: JsonObject): Edit[] {
  const isThere = valueAt(config, PLUGIN_DISCOVERY) !== undefined;
  const moved: Edit[] = isThere ? [{ path: PLUGIN_DISCOVERY, moveTo: CORE_DISCOVERY }] : [];
  return [...moved, { path: PLUGIN, remove: true }];
}

/** The older map knows single models only: it has no place for `amazon-bedrock/*`. */
function toMap(config: JsonObject): Edit[] | undefined {
  const allow = valueAt(config, [...POLICY, 'allow']) ?? [];
  const models = valueAt(config, ['agents', 'defaults', 'models']);
  if (!Array.isArray(allow) || !allow.every(isExact)) return undefined;
  const missing = allow.filter(ref => !isObject(models) || !Object.hasOwn(models, ref));
  return [
    ...missing.map((ref): Edit => ({ path: ['agents', 'defaults', 'models', ref], value: {} })),
    { path: POLICY, remove: true },
  ];
}

function isExact(ref: JsonValue): ref is string {
  return typeof ref === 'string' && ref.includes('/') && !ref.includes('*');
}

function fixOf(label: string, edits: readonly Edit[] | undefined): FindingFix | undefined {
  return edits && { label, edits };
}
