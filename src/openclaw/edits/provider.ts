/** What makes a Bedrock model known to OpenClaw: discovery of its own, or entries in a provider block. */
import * as l10n from '@vscode/l10n';
import {
  type BedrockModel,
  findByRef,
  invocationIdOfRef,
  isBedrockRef,
  PROVIDER_ID,
  type Route,
} from '../../bedrock/models/bedrockModel.ts';
import { discoverySettings } from '../discoverySettings.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, type JsonValue, type Path, pathWords, valueAt } from '../jsonValue.ts';
import { runtimeUrl } from '../../regions.ts';
import { PLUGIN_ID } from '../layout.ts';
import { discoveryPlace, migrating } from './discovery.ts';
import type { RelatedChange, Surroundings } from './plan.ts';
import { pluginSwitch } from './warnings.ts';

const PLUGIN = ['plugins', 'entries', PLUGIN_ID] as const;
const PLUGINS_ALLOWED = ['plugins', 'allow'] as const;
export const PROVIDER = ['models', 'providers', PROVIDER_ID] as const;

/** One entry of the provider block, in OpenClaw's own names; limits in tokens, cost in dollars a million. */
export function modelEntry(model: BedrockModel, { id, price }: Route): JsonObject {
  const { name, reasoning, input, contextWindow, maxTokens } = model;
  return {
    id,
    name,
    reasoning,
    input: [...input],
    ...(price && { cost: { ...price } }),
    contextWindow,
    maxTokens,
  };
}

/** Puts entries into the provider block, which is made where there is none; what an entry says already stays. */
export function entryEdits(config: JsonObject, entries: readonly JsonObject[], region: string): Edit[] {
  return isObject(valueAt(config, PROVIDER))
    ? modelEdits(config, PROVIDER, entries)
    : [{ path: PROVIDER, value: { ...emptyBlock(region), models: [...entries] } }];
}

/** Puts entries into the models of any provider's block; what an entry says already stays. */
export function modelEdits(config: JsonObject, provider: Path, entries: readonly JsonObject[]): Edit[] {
  const models = valueAt(config, [...provider, 'models']);
  if (!Array.isArray(models)) return [{ path: [...provider, 'models'], value: [...entries] }];
  const added = entries.filter(({ id }) => !entryPath(config, id, provider));
  return [
    ...entries.flatMap(entry => {
      const path = entryPath(config, entry['id'], provider);
      const said = path && valueAt(config, path);
      return path && isObject(said)
        ? Object.entries(entry)
            .filter(([name]) => !Object.hasOwn(said, name))
            .map(([name, value]) => ({ path: [...path, name], value }))
        : [];
    }),
    ...added.map((entry, at) => ({ path: [...provider, 'models', models.length + at], value: entry })),
  ];
}

/** Where the entry of a model stands in a provider's block; default: Bedrock's. */
export function entryPath(
  config: JsonObject | undefined,
  id: JsonValue | undefined,
  provider: Path = PROVIDER,
): Path | undefined {
  const models = valueAt(config, [...provider, 'models']);
  const at = Array.isArray(models) ? models.findIndex(model => isObject(model) && model['id'] === id) : -1;
  return at < 0 ? undefined : [...provider, 'models', at];
}

/**
 * What has to be there for OpenClaw to know models by their refs: its own discovery, which needs to be told to run
 * where its environment names no credentials, or else entries in the provider block.
 */
export function provision(
  config: JsonObject,
  refs: readonly string[],
  around: Surroundings,
): RelatedChange[] {
  const asked = refs.filter(isBedrockRef);
  if (asked.length === 0) return [];
  // Where this version refuses a setting, it refuses the whole config.
  const moving = migrating(config, around.installation, 'optional');
  const isKnown = (ref: string) => findByRef(around.models, ref) !== undefined;
  // Where nobody could look, nothing is known to be missing.
  const canBeFound = around.models.length === 0 || asked.every(ref => isDiscoverable(ref, around));
  // A block knows any id, but gives one that it does not list the limits of its first entry.
  if (isObject(valueAt(config, PROVIDER))) {
    const unlisted = asked.filter(ref => isKnown(ref) && !entryPath(config, invocationIdOfRef(ref) ?? ref));
    return [...moving, ...enabling(config, around), ...knowing(config, unlisted, around)];
  }
  const canDiscover = discoverySettings(config).enabled !== false && canBeFound;
  return [
    ...moving,
    ...enabling(config, around),
    ...(canDiscover ? discovering(config, around) : knowing(config, asked, around)),
  ];
}

/**
 * Whether OpenClaw's own discovery lists a model: on demand none that AWS calls legacy, AWS's profiles only since that
 * is a plugin's work, and nothing that somebody made.
 */
function isDiscoverable(ref: string, { models, installation }: Surroundings): boolean {
  const found = findByRef(models, ref);
  if (found?.route.kind === 'profile') return installation.layout.provider !== 'core';
  return found?.route.kind === 'on-demand' && !found.model.legacy;
}

/**
 * Turns the plugin on: OpenClaw does it by itself only where its environment names credentials, and never against a
 * list of the plugins that are allowed. Where all plugins, or this one by name, are turned off, that is left alone.
 */
export function enabling(
  config: JsonObject,
  { installation, hasCredentialMarker }: Surroundings,
): RelatedChange[] {
  if (installation.layout.provider === 'core' || pluginSwitch(config) !== undefined) return [];
  const enabled = valueAt(config, [...PLUGIN, 'enabled']);
  const allow = valueAt(config, PLUGINS_ALLOWED);
  const isUnset = enabled === undefined && !hasCredentialMarker;
  const isLeftOut = Array.isArray(allow) && allow.length > 0 && !allow.includes(PLUGIN_ID);
  const edits: Edit[] = [
    ...(enabled === false || isUnset ? [{ path: [...PLUGIN, 'enabled'], value: true }] : []),
    ...(isLeftOut ? [{ path: [...PLUGINS_ALLOWED, allow.length], value: PLUGIN_ID }] : []),
  ];
  if (edits.length === 0) return [];
  const places = edits.map(({ path }) => pathWords(path.filter(step => typeof step === 'string')));
  return [
    {
      text: l10n.t('Enable OpenClaw’s Bedrock plugin ({0})', places.join(', ')),
      edits,
      consent: 'optional',
    },
  ];
}

function discovering(config: JsonObject, around: Surroundings): RelatedChange[] {
  const { enabled, region } = discoverySettings(config);
  const isRunning = enabled === true || around.hasCredentialMarker;
  const differs = (region ?? around.openclawRegion) !== around.region;
  const place = discoveryPlace(config, around.installation.layout);
  const edits: Edit[] = [
    ...(isRunning ? [] : [{ path: [...place, 'enabled'], value: true }]),
    ...(differs ? [{ path: [...place, 'region'], value: around.region }] : []),
  ];
  if (edits.length === 0) return [];
  return [
    {
      text: differs
        ? l10n.t('Have OpenClaw look for Bedrock models in {0} ({1})', around.region, pathWords(place))
        : l10n.t('Have OpenClaw look for Bedrock models ({0})', pathWords(place)),
      edits,
      consent: 'optional',
    },
  ];
}

function knowing(
  config: JsonObject,
  refs: readonly string[],
  { region, models }: Surroundings,
): RelatedChange[] {
  if (refs.length === 0) return [];
  const entries = refs.map(ref => {
    const found = findByRef(models, ref);
    const id = invocationIdOfRef(ref) ?? ref;
    return found ? modelEntry(found.model, found.route) : { id, name: id };
  });
  return [
    {
      text: l10n.t('Describe {0} to OpenClaw ({1})', refs.join(', '), pathWords(PROVIDER)),
      edits: entryEdits(config, entries, region),
      consent: 'optional',
    },
  ];
}

/** A block by which OpenClaw reaches Bedrock with the credentials of its environment. */
function emptyBlock(region: string): JsonObject {
  return {
    baseUrl: runtimeUrl(region),
    api: 'bedrock-converse-stream',
    auth: 'aws-sdk',
    models: [],
  };
}
