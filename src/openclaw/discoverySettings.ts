/** OpenClaw's settings for Bedrock discovery, wherever the config's layout keeps them. */
import { DEFAULT_DISCOVERY, type DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
import { isObject, type JsonObject, type JsonValue, type Path, valueAt } from './jsonValue.ts';
import { PLUGIN_ID } from './layout.ts';

/** Where older versions keep them. */
export const CORE_DISCOVERY: Path = ['models', 'bedrockDiscovery'];
/** Where newer versions keep them. */
export const PLUGIN_DISCOVERY: Path = ['plugins', 'entries', PLUGIN_ID, 'config', 'discovery'];

/** The settings of a config as OpenClaw reads it, the newer place first; a member that is absent or of the wrong kind has OpenClaw's default. */
export function discoverySettings(config: JsonObject | undefined): DiscoverySettings {
  const found = valueAt(config, discoveryPlace(config));
  const { enabled, region, providerFilter, refreshInterval, defaultContextWindow, defaultMaxTokens } =
    isObject(found) ? found : {};
  const defaults = DEFAULT_DISCOVERY;
  return {
    enabled: typeof enabled === 'boolean' ? enabled : defaults.enabled,
    ...(typeof region === 'string' && region.trim() && { region: region.trim() }),
    providerFilter: Array.isArray(providerFilter)
      ? providerFilter.flatMap(lowerCased)
      : defaults.providerFilter,
    refreshInterval: integer(refreshInterval, 0) ?? defaults.refreshInterval,
    defaultContextWindow: integer(defaultContextWindow, 1) ?? defaults.defaultContextWindow,
    defaultMaxTokens: integer(defaultMaxTokens, 1) ?? defaults.defaultMaxTokens,
  };
}

/** Where a config keeps them; where it could, when it has none. */
export function discoveryPlace(config: JsonObject | undefined): Path {
  const places = [PLUGIN_DISCOVERY, CORE_DISCOVERY];
  return places.find(place => isObject(valueAt(config, place))) ?? PLUGIN_DISCOVERY;
}

function lowerCased(value: JsonValue): string[] {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text ? [text] : [];
}

function integer(value: JsonValue | undefined, least: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least ? value : undefined;
}
