/** A provider block for a proxy in front of Bedrock that speaks OpenAI's API: what setting it up takes. */
import * as l10n from '@vscode/l10n';
import { isSameBase } from '../../bedrock/openai/baseUrl.ts';
import type { KnownModel } from '../../bedrock/openai/knownModel.ts';
import type { Fix } from '../../problem.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, type JsonValue, type Path, pathWords, valueAt } from '../jsonValue.ts';
import { refusesMissingVariables } from '../layout.ts';
import { agentsWithOwnModel } from './agents.ts';
import { allowing } from './allowlist.ts';
import { useWarnings } from './modelEntries.ts';
import { DEFAULT_MODEL, primaryEdit } from './modelSlot.ts';
import type { Plan, RelatedChange, Surroundings, Warning } from './plan.ts';
import { implicitPrimaryRef, primaryRef } from './primaryModel.ts';
import { entryPath, modelEdits } from './provider.ts';
import { agentWarnings } from './warnings.ts';

const API = 'openai-completions';

/** What is to be in the config. */
export interface ProxyProvider {
  readonly id: string;
  readonly baseUrl: string;
  /** Null: it needs no key; undefined: as it is in the block. */
  readonly key: ProxyKey | null | undefined;
  /** Entries, as `proxyEntry` makes them. */
  readonly models: readonly ProxyEntry[];
  /** Ids of models to be no longer there. */
  readonly gone?: readonly string[];
  /** The id of the model that is made the primary one. */
  readonly primary?: string | undefined;
}

/** A model in the block. */
export type ProxyEntry = JsonObject & { readonly id: string };

/** A key by the variable that holds it. */
export interface ProxyKey {
  readonly variable: string;
  /** Whether OpenClaw has it. */
  readonly isSet: boolean;
  /** OpenClaw's own environment file. */
  readonly file: string;
}

/**
 * One entry of the block. Whether the model reasons is left out: it would have OpenClaw send what only some of such
 * proxies take.
 */
export function proxyEntry(
  id: string,
  { name, input, price, contextWindow, maxTokens }: KnownModel,
): ProxyEntry {
  return {
    id,
    name: name ?? id,
    ...(input && { input: [...input] }),
    ...(price && { cost: { ...price } }),
    ...(contextWindow && { contextWindow }),
    ...(maxTokens && { maxTokens }),
  };
}

/** The block's own name for a provider, which OpenClaw reads in any case; undefined where there is none. */
export function providerIn(config: JsonValue | undefined, id: string): string | undefined {
  const providers = valueAt(config, ['models', 'providers']);
  const names = Object.keys(isObject(providers) ? providers : {});
  return names.find(name => name.trim().toLowerCase() === id.trim().toLowerCase());
}

/** The providers that are asked at this base URL. */
export function providersAt(config: JsonValue | undefined, baseUrl: string): string[] {
  const providers = valueAt(config, ['models', 'providers']);
  return Object.entries(isObject(providers) ? providers : {}).flatMap(([id, block]) => {
    const its = valueAt(block, ['baseUrl']);
    return typeof its === 'string' && isSameBase(its, baseUrl) ? [id] : [];
  });
}

/** The ids of the models that a provider's block describes. */
export function modelsIn(config: JsonValue | undefined, provider: string): string[] {
  const models = valueAt(config, ['models', 'providers', provider, 'models']);
  return (Array.isArray(models) ? models : []).flatMap(model => {
    const id = valueAt(model, ['id']);
    return typeof id === 'string' ? [id] : [];
  });
}

/** The variable that a provider's block names for its key, in either form. `written`: with variables as they are written. */
export function keyVariableIn(written: JsonValue | undefined, provider: string): string | undefined {
  const key = valueAt(written, ['models', 'providers', provider, 'apiKey']);
  if (isObject(key)) return key['source'] === 'env' && typeof key['id'] === 'string' ? key['id'] : undefined;
  return typeof key === 'string' ? /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(key)?.[1] : undefined;
}

/** Writes the block, or brings one that is there up to date: what else it says stays. */
export function planProxyProvider(config: JsonObject, proxy: ProxyProvider, around: Surroundings): Plan {
  const { id, baseUrl, models, primary } = proxy;
  const path = ['models', 'providers', id];
  const block = valueAt(config, path);
  const has = (name: string) => isObject(block) && Object.hasOwn(block, name);
  const edits: Edit[] = [
    ...(has('baseUrl') ? [] : [{ path: [...path, 'baseUrl'], value: baseUrl }]),
    ...keyEdits(path, block, proxy.key),
    ...(has('api') ? [] : [{ path: [...path, 'api'], value: API }]),
    ...modelEdits(config, path, models),
    ...(primary === undefined ? [] : [primaryEdit(config, DEFAULT_MODEL, refOf(id, primary))]),
  ];
  const refs = models.map(model => refOf(id, model.id));
  return {
    edits,
    related: [
      ...redirecting(path, block, proxy),
      ...waiting(proxy, around),
      ...allowing(config, refs),
      ...removing(config, path, proxy),
    ],
    warnings: [
      ...keyWarnings(proxy.key),
      ...primaryWarnings(config, proxy),
      ...(proxy.gone ?? []).flatMap(model => useWarnings(config, refOf(id, model))),
    ],
  };
}

function refOf(provider: string, model: string): string {
  return `${provider}/${model}`;
}

/** The form with `${NAME}` is the one that every version takes; a newer one that names the same variable stays. */
function keyEdits(path: Path, block: JsonValue | undefined, key: ProxyProvider['key']): Edit[] {
  const now = valueAt(block, ['apiKey']);
  if (key === undefined) return [];
  if (key === null) return now === undefined ? [] : [{ path: [...path, 'apiKey'], remove: true }];
  if (isObject(now) && now['source'] === 'env' && now['id'] === key.variable) return [];
  return [{ path: [...path, 'apiKey'], value: `\${${key.variable}}`, withVariables: true }];
}

/** A block that leads elsewhere, or speaks otherwise, is somebody's: it is not turned into another unasked. */
function redirecting(
  path: Path,
  block: JsonValue | undefined,
  { id, baseUrl }: ProxyProvider,
): RelatedChange[] {
  const [url, api] = [valueAt(block, ['baseUrl']), valueAt(block, ['api'])];
  const isOther = url !== undefined && !(typeof url === 'string' && isSameBase(url, baseUrl));
  const speaksOtherwise = api !== undefined && !(typeof api === 'string' && api.startsWith('openai-'));
  return [
    ...(isOther
      ? [
          {
            text: l10n.t('Lead the provider {0}, which is {1} now, to {2}', id, JSON.stringify(url), baseUrl),
            edits: [{ path: [...path, 'baseUrl'], value: baseUrl }],
            consent: 'required' as const,
          },
        ]
      : []),
    ...(speaksOtherwise
      ? [
          {
            text: l10n.t(
              'Speak OpenAI’s API to it instead of {0} ({1})',
              JSON.stringify(api),
              pathWords([...path, 'api']),
            ),
            edits: [{ path: [...path, 'api'], value: API }],
            consent: 'required' as const,
          },
        ]
      : []),
  ];
}

/** Older versions can't read a config at all that names a variable which is not there. */
function waiting({ key }: ProxyProvider, { installation }: Surroundings): RelatedChange[] {
  if (!key || key.isSet || !refusesMissingVariables(installation)) return [];
  return [
    {
      text: l10n.t(
        'Keep this OpenClaw from reading its config until {0} is set: its versions before 2026.3.7 refuse what names a variable that they don’t have. Set it first in {1}',
        key.variable,
        key.file,
      ),
      edits: [],
      consent: 'required',
    },
  ];
}

/** What is called no longer wanted is said once more before it goes. */
function removing(config: JsonObject, path: Path, { gone = [] }: ProxyProvider): RelatedChange[] {
  const places = gone.flatMap(id => {
    const place = entryPath(config, id, path);
    return place ? [{ id, place }] : [];
  });
  if (places.length === 0) return [];
  // From the last on, so that the others stay where they are.
  const ordered = places.toSorted((a, b) => Number(b.place.at(-1)) - Number(a.place.at(-1)));
  return [
    {
      text: l10n.t(
        'Take {0} out ({1})',
        places.map(({ id }) => id).join(', '),
        pathWords([...path, 'models']),
      ),
      edits: ordered.map(({ place }) => ({ path: place, remove: true as const })),
      consent: 'implied',
    },
  ];
}

function keyWarnings(key: ProxyProvider['key']): Warning[] {
  if (!key || key.isSet) return [];
  const fix: Fix = {
    label: l10n.t('Open Environment File'),
    command: 'openclawBedrock.openEnvironmentFile',
    arguments: [key.variable],
  };
  return [
    {
      text: l10n.t(
        'OpenClaw does not have {0} yet: set it in {1}, then start its gateway again.',
        key.variable,
        key.file,
      ),
      fix,
    },
  ];
}

function primaryWarnings(config: JsonObject, { id, models, primary }: ProxyProvider): Warning[] {
  if (primary !== undefined) return agentWarnings(agentsWithOwnModel(config, refOf(id, primary)));
  const isFirst = primaryRef(config) === undefined && implicitPrimaryRef(config) === undefined;
  const [first] = models;
  if (!isFirst || !first) return [];
  return [
    {
      text: l10n.t(
        'OpenClaw has no primary model, and may take {0} for it from now on.',
        refOf(id, first.id),
      ),
    },
  ];
}
