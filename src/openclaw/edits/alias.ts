/** Short names for models in OpenClaw's config, kept in the map of models. */
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../../problem.ts';
import type { Installation } from '../layout.ts';
import { isObject, type JsonObject, valueAt } from '../jsonValue.ts';
import { MODELS } from './allowlist.ts';
import { fallbackRefs } from './fallbacks.ts';
import { imageRef } from './imageModel.ts';
import type { Plan, RelatedChange, Surroundings } from './plan.ts';
import { primaryRef } from './primaryModel.ts';

const POLICY = ['agents', 'defaults', 'modelPolicy'] as const;

/** The alias of a model, if it has one. */
export function aliasOf(config: JsonObject | undefined, ref: string): string | undefined {
  const alias = valueAt(config, [...MODELS, ref, 'alias']);
  return typeof alias === 'string' && alias ? alias : undefined;
}

/** Why OpenClaw could not use this as an alias of the model; undefined where it can. */
export function aliasProblem(config: JsonObject | undefined, ref: string, alias: string): string | undefined {
  if (!/^[A-Za-z0-9_.:-]+$/.test(alias)) {
    return l10n.t('Use letters, digits and . _ : - only, such as "sonnet".');
  }
  const models = valueAt(config, MODELS);
  const other = Object.keys(isObject(models) ? models : {}).find(
    each => each !== ref && aliasOf(config, each)?.toLowerCase() === alias.toLowerCase(),
  );
  return other && l10n.t('{0} has this alias already. Choose another one.', other);
}

/** Names a model; a blank alias takes the name away. Throws a `ProblemError` when the alias can't be used. */
export function planAlias(config: JsonObject, ref: string, alias: string, around: Surroundings): Plan {
  const path = [...MODELS, ref, 'alias'];
  const name = alias.trim();
  if (!name) return { edits: [{ path, remove: true }], related: [], warnings: [] };
  const reason = aliasProblem(config, ref, name);
  if (reason) throw new ProblemError(invalid(name, reason));
  const related = restricts(config) ? keepingAllowed(config, ref, around.installation) : [];
  return { edits: [{ path, value: name }], related, warnings: [] };
}

/** Whether a first entry in the map of models would make it an allowlist of one. */
function restricts(config: JsonObject): boolean {
  const map = valueAt(config, MODELS);
  const isMigrated = valueAt(config, ['meta', 'migrations', 'modelPolicyAllowlist']) === true;
  const isEmpty = !isObject(map) || Object.keys(map).length === 0;
  return isEmpty && !isMigrated && !isObject(valueAt(config, POLICY));
}

/** A policy, even an empty one, ends that; versions without policies need the models in use named beside it. */
function keepingAllowed(config: JsonObject, ref: string, { layout, source }: Installation): RelatedChange[] {
  if (layout.allowlist === 'model-policy' && source !== 'assumed') {
    return [
      {
        text: l10n.t('Keep all models allowed ({0})', POLICY.join('.')),
        edits: [{ path: POLICY, value: {} }],
        consent: 'implied',
      },
    ];
  }
  const inUse = [primaryRef(config), ...fallbackRefs(config), imageRef(config)];
  const others = [...new Set(inUse.filter(each => each !== undefined && each !== ref))] as string[];
  return [
    {
      text: l10n.t(
        'Let OpenClaw use only these models from then on: {0}. Its versions before 2026.8.1 take named models for a list of all that are allowed',
        [ref, ...others].join(', '),
      ),
      edits: others.map(other => ({ path: [...MODELS, other], value: {} })),
      consent: 'required',
    },
  ];
}

function invalid(alias: string, reason: string) {
  return {
    code: 'setting-invalid' as const,
    title: l10n.t('"{0}" can’t be an alias here', alias),
    explanation: reason,
    fixes: [{ label: l10n.t('Set Alias'), command: 'openclawBedrock.setAlias' }],
  };
}
