/** Which models OpenClaw may use at all, where its config restricts them. */
import * as l10n from '@vscode/l10n';
import { isObject, type JsonObject, type JsonValue, type Path, pathWords, valueAt } from '../jsonValue.ts';
import type { RelatedChange } from './plan.ts';

export const MODELS = ['agents', 'defaults', 'models'] as const;
export const POLICY = ['agents', 'defaults', 'modelPolicy'] as const;

export interface Allowlist {
  readonly kind: 'models' | 'model-policy';
  readonly path: Path;
  /** Refs, aliases resolved; with a policy also whole providers, such as `amazon-bedrock/*`. */
  readonly refs: readonly string[];
}

/**
 * The allowlist in force, for an agent (by the path of its entry) or for all; undefined where any model may be used.
 * An agent's own policy goes before the default one, and that before the older map of models, in which every name
 * is allowed unless the map is empty or has been turned into a policy.
 */
export function allowlistOf(config: JsonObject | undefined, agent?: Path): Allowlist | undefined {
  const own = agent && policyAt(config, [...agent, 'modelPolicy', 'allow']);
  const policy = own ?? policyAt(config, [...POLICY, 'allow']);
  if (policy) return policy.refs.length > 0 ? policy : undefined;
  const models = valueAt(config, MODELS);
  const isMigrated = valueAt(config, ['meta', 'migrations', 'modelPolicyAllowlist']) === true;
  if (isMigrated || isObject(valueAt(config, POLICY)) || !isObject(models)) return undefined;
  const refs = Object.keys(models);
  return refs.length > 0 ? { kind: 'models', path: MODELS, refs } : undefined;
}

function policyAt(config: JsonObject | undefined, path: Path): Allowlist | undefined {
  const allow = valueAt(config, path);
  if (!Array.isArray(allow)) return undefined;
  const refs = allow.filter(name => typeof name === 'string').map(name => refOfAlias(config, name) ?? name);
  return { kind: 'model-policy', path, refs };
}

/** The model that an alias names, in any case; the last one where several have it. */
export function refOfAlias(config: JsonObject | undefined, alias: string): string | undefined {
  const models = valueAt(config, MODELS);
  const named = Object.entries(isObject(models) ? models : {}).findLast(
    ([, model]) => aliasIn(model)?.toLowerCase() === alias.toLowerCase(),
  );
  return named?.[0];
}

/** The alias that an entry in the map of models gives, if it does. */
export function aliasIn(entry: JsonValue | undefined): string | undefined {
  const alias = valueAt(entry, ['alias']);
  return typeof alias === 'string' && alias ? alias : undefined;
}

export function isAllowed(allowlist: Allowlist | undefined, ref: string): boolean {
  if (!allowlist) return true;
  const { kind, refs } = allowlist;
  const isCovering = (allowed: string) => allowed.endsWith('/*') && ref.startsWith(allowed.slice(0, -1));
  return refs.some(allowed => allowed === ref || (kind === 'model-policy' && isCovering(allowed)));
}

/** Adds the refs to the allowlist in force; none is ever made, since that would turn "any model" into "only these". */
export function allowing(config: JsonObject, refs: readonly string[], agent?: Path): RelatedChange[] {
  const allowlist = allowlistOf(config, agent);
  const missing = refs.filter(ref => !isAllowed(allowlist, ref));
  if (!allowlist || missing.length === 0) return [];
  const { kind, path } = allowlist;
  const isMap = kind === 'models';
  const end = Object.keys(valueAt(config, path) ?? {}).length;
  return [
    {
      text: l10n.t('Add {0} to the models that OpenClaw may use ({1})', missing.join(', '), pathWords(path)),
      edits: missing.map((ref, at) =>
        isMap ? { path: [...path, ref], value: {} } : { path: [...path, end + at], value: ref },
      ),
      // OpenClaw's own command adds it to the map in passing; a policy is somebody's decision.
      consent: isMap ? 'implied' : 'optional',
    },
  ];
}
