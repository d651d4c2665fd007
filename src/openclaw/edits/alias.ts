/** Short names for models in OpenClaw's config, kept in the map of models. */
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../../problem.ts';
import type { Installation } from '../layout.ts';
import { isObject, type JsonObject, type Path, pathWords, valueAt } from '../jsonValue.ts';
import { aliasIn, MODELS, POLICY } from './allowlist.ts';
import type { Plan, RelatedChange, Surroundings } from './plan.ts';
import { usesOf } from './uses.ts';

/** The alias of a model, if it has one. */
export function aliasOf(config: JsonObject | undefined, ref: string): string | undefined {
  return aliasIn(valueAt(config, [...MODELS, ref]));
}

/** Where the config names the model by its alias, in any case. */
export function usesOfAlias(config: JsonObject, ref: string): readonly Path[] {
  const alias = aliasOf(config, ref)?.toLowerCase();
  return usesOf(config)
    .filter(({ name }) => name.toLowerCase() === alias)
    .map(({ path }) => path);
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
  const spelling = name.toLowerCase() === aliasOf(config, ref)?.toLowerCase() ? [] : spellingOut(config, ref);
  if (!name) return { edits: [{ path, remove: true }], related: spelling, warnings: [] };
  const reason = aliasProblem(config, ref, name);
  if (reason) throw new ProblemError(invalid(name, reason));
  const related = restricts(config) ? keepingAllowed(config, ref, around.installation) : [];
  return { edits: [{ path, value: name }], related: [...spelling, ...related], warnings: [] };
}

/** Names that mean nothing any more would be other models, and in a policy make the whole config invalid. */
function spellingOut(config: JsonObject, ref: string): RelatedChange[] {
  const paths = usesOfAlias(config, ref);
  if (paths.length === 0) return [];
  return [
    {
      text: l10n.t(
        'Write {0} where the config says "{1}" ({2})',
        ref,
        aliasOf(config, ref) ?? '',
        paths.map(path => pathWords(path)).join(', '),
      ),
      edits: paths.map(path => ({ path, value: ref })),
      consent: 'implied',
    },
  ];
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
        text: l10n.t('Keep all models allowed ({0})', pathWords(POLICY)),
        edits: [{ path: POLICY, value: {} }],
        consent: 'implied',
      },
    ];
  }
  const others = [...new Set(usesOf(config).map(({ name }) => name))].filter(name => name && name !== ref);
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
