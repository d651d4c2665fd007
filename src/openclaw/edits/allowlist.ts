/** Which models OpenClaw may use at all, where its config restricts them. */
import * as l10n from '@vscode/l10n';
import { isObject, type JsonObject, type Path, valueAt } from '../jsonValue.ts';
import type { RelatedChange } from './plan.ts';

export const MODELS = ['agents', 'defaults', 'models'] as const;
const POLICY = ['agents', 'defaults', 'modelPolicy'] as const;

export interface Allowlist {
  readonly kind: 'models' | 'model-policy';
  readonly path: Path;
  /** Refs; with a policy also whole providers, such as `amazon-bedrock/*`. */
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
  return { kind: 'model-policy', path, refs: allow.filter(ref => typeof ref === 'string') };
}

export function isAllowed(allowlist: Allowlist | undefined, ref: string): boolean {
  if (!allowlist) return true;
  const provider = ref.slice(0, ref.indexOf('/'));
  return allowlist.refs.some(allowed => allowed === ref || allowed === `${provider}/*`);
}

/** Adds the refs to the allowlist in force; none is ever made, since that would turn "any model" into "only these". */
export function allowing(config: JsonObject, refs: readonly string[], agent?: Path): RelatedChange[] {
  const allowlist = allowlistOf(config, agent);
  const missing = refs.filter(ref => !isAllowed(allowlist, ref));
  if (!allowlist || missing.length === 0) return [];
  const { kind, path, refs: allowed } = allowlist;
  const isMap = kind === 'models';
  return missing.map((ref, index) => ({
    text: l10n.t('Add {0} to the models that OpenClaw may use ({1})', ref, path.join('.')),
    edits: [
      isMap ? { path: [...path, ref], value: {} } : { path: [...path, allowed.length + index], value: ref },
    ],
    // OpenClaw's own command adds it to the map in passing; a policy is somebody's decision.
    consent: isMap ? 'implied' : 'optional',
  }));
}
