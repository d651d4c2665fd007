/** OpenClaw's discovery settings for Bedrock: changing them, and moving them where a newer version reads them. */
import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../../problem.ts';
import { CORE_DISCOVERY, PLUGIN_DISCOVERY } from '../discoverySettings.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, type JsonValue, type Path, pathWords, valueAt } from '../jsonValue.ts';
import type { Installation, Layout } from '../layout.ts';
import { discoveryRule, type DiscoveryName, discoveryNames } from '../schema.ts';
import type { Plan, RelatedChange, Surroundings } from './plan.ts';
import { pluginWarnings } from './warnings.ts';

/** New values by name; null takes a setting out, so that OpenClaw's default applies. */
export type DiscoveryChanges = Readonly<Partial<Record<DiscoveryName, JsonValue>>>;

/** Where the settings are written: where the config has them already, as long as this version reads them there. */
export function discoveryPlace(config: JsonObject, layout: Layout): Path {
  if (isObject(valueAt(config, PLUGIN_DISCOVERY))) return PLUGIN_DISCOVERY;
  if (isObject(valueAt(config, CORE_DISCOVERY)) && layout.readsCoreDiscovery) return CORE_DISCOVERY;
  return layout.discovery === 'plugin' ? PLUGIN_DISCOVERY : CORE_DISCOVERY;
}

/** Whether the config has settings where this version does not read them any more. */
export function needsMigration(config: JsonObject | undefined, { layout }: Installation): boolean {
  return !layout.readsCoreDiscovery && valueAt(config, CORE_DISCOVERY) !== undefined;
}

/** Throws a `ProblemError` for a name or a value that OpenClaw would refuse. */
export function planDiscovery(config: JsonObject, changes: DiscoveryChanges, around: Surroundings): Plan {
  refuseInvalid(changes);
  const { installation } = around;
  const place = discoveryPlace(config, installation.layout);
  const edits = Object.entries(changes).map(([name, value]): Edit =>
    value === null
      ? { path: [...place, name], remove: true }
      : { path: [...place, name], value: typeof value === 'string' ? value.trim() : value },
  );
  return {
    edits,
    related: migrating(config, installation, 'required'),
    warnings: place === PLUGIN_DISCOVERY ? pluginWarnings(config, around) : [],
  };
}

/** Moves settings that this version refuses where they are, before anything else is made of them. */
export function migrating(
  config: JsonObject,
  installation: Installation,
  consent: RelatedChange['consent'],
): RelatedChange[] {
  if (!needsMigration(config, installation)) return [];
  return [
    {
      text: l10n.t(
        'Move the discovery settings from {0} to {1}',
        pathWords(CORE_DISCOVERY),
        pathWords(PLUGIN_DISCOVERY),
      ),
      edits: migrationEdits(config),
      consent,
      isFirst: true,
    },
    ...losingValues(config, consent),
  ];
}

/** Moves the settings of the older layout, comments and all, to where the newer one reads them. */
export function planMigration(config: JsonObject, { installation }: Surroundings): Plan {
  if (valueAt(config, CORE_DISCOVERY) === undefined) return { edits: [], related: [], warnings: [] };
  const related = [...losingSettings(installation), ...losingValues(config, 'required')];
  return { edits: migrationEdits(config), related, warnings: [] };
}

/** As OpenClaw's own `doctor --fix` does it: settings that the newer place has already stay as they are. */
function migrationEdits(config: JsonObject): Edit[] {
  const old = valueAt(config, CORE_DISCOVERY);
  const now = valueAt(config, PLUGIN_DISCOVERY);
  const gone: Edit = { path: CORE_DISCOVERY, remove: true };
  if (!isObject(old) || Object.keys(old).length === 0) return [gone];
  if (!isObject(now)) return [{ path: CORE_DISCOVERY, moveTo: PLUGIN_DISCOVERY }];
  const moved = Object.keys(old)
    .filter(name => !Object.hasOwn(now, name))
    .map((name): Edit => ({ path: [...CORE_DISCOVERY, name], moveTo: [...PLUGIN_DISCOVERY, name] }));
  return [...moved, gone];
}

/** What a move would take out, since the newer place says otherwise or nothing can be made of it. */
function losingValues(config: JsonObject, consent: RelatedChange['consent']): RelatedChange[] {
  const [old, now] = [valueAt(config, CORE_DISCOVERY), valueAt(config, PLUGIN_DISCOVERY)];
  const lost: [path: Path, value: JsonValue][] = isObject(old)
    ? Object.entries(old)
        .filter(
          ([name, value]) =>
            isObject(now) && Object.hasOwn(now, name) && !isDeepStrictEqual(now[name], value),
        )
        .map(([name, value]) => [[...CORE_DISCOVERY, name], value])
    : [[CORE_DISCOVERY, old ?? null]];
  return lost.map(([path, value]) => ({
    text: l10n.t('Drop {0} from {1}', JSON.stringify(value), pathWords(path)),
    edits: [],
    consent,
  }));
}

/** A version that reads the older place alone takes the newer one for a mistake. */
function losingSettings({ version, layout }: Installation): RelatedChange[] {
  if (layout.discovery === 'plugin' || version === undefined) return [];
  return [
    {
      text: l10n.t(
        'Make the config unreadable for OpenClaw {0}, until that is updated to 2026.4.5 or later',
        version,
      ),
      edits: [],
      consent: 'required',
    },
  ];
}

function refuseInvalid(changes: DiscoveryChanges): void {
  for (const [name, value] of Object.entries(changes)) {
    const rule = discoveryNames.includes(name as DiscoveryName)
      ? discoveryRule(name as DiscoveryName)
      : undefined;
    const reason = rule ? value !== null && rule.problemOf(value) : noSuchSetting();
    if (reason) throw new ProblemError(invalid(name, reason));
  }
}

function noSuchSetting(): string {
  return l10n.t('There is no such setting. There are: {0}.', discoveryNames.join(', '));
}

function invalid(name: string, reason: string) {
  return {
    code: 'setting-invalid' as const,
    title: l10n.t('"{0}" can’t be set like this', name),
    explanation: reason,
    fixes: [{ label: l10n.t('Configure Bedrock Discovery'), command: 'openclawBedrock.configureDiscovery' }],
  };
}
