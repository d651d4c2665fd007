/** Models that OpenClaw's config describes itself: entries of the provider block. */
import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import { invocationIdOfRef, PROVIDER_ID } from '../../bedrock/models/bedrockModel.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, pathWords, valueAt } from '../jsonValue.ts';
import { allowing, MODELS, POLICY } from './allowlist.ts';
import { type Agent, agentsOf } from './agents.ts';
import { usesOfAlias } from './alias.ts';
import { fallbackRefs } from './fallbacks.ts';
import { imageRef } from './imageModel.ts';
import { DEFAULT_MODEL, fallbacksEdit } from './modelSlot.ts';
import type { Plan, RelatedChange, Surroundings, Warning } from './plan.ts';
import { implicitPrimaryRef, primaryRef } from './primaryModel.ts';
import { enabling, entryEdits, entryPath, PROVIDER } from './provider.ts';
import { firstEntryWarnings, pluginWarnings } from './warnings.ts';

/** Describes a model to OpenClaw; `entry` holds its id without the provider. */
export function planAddModel(config: JsonObject, ref: string, entry: JsonObject, around: Surroundings): Plan {
  const edits = entryEdits(config, [entry], around.region);
  return {
    edits,
    related: [...allowing(config, [ref]), ...rewriting(config, entry), ...enabling(config, around)],
    warnings: [...firstEntryWarnings(config, ref, edits), ...pluginWarnings(config, around)],
  };
}

/** What somebody wrote of the model otherwise than it is known: theirs to keep. */
function rewriting(config: JsonObject, entry: JsonObject): RelatedChange[] {
  const path = entryPath(config, entry['id']);
  const said = path && valueAt(config, path);
  if (!path || !isObject(said)) return [];
  const others = Object.entries(entry).filter(
    ([name, value]) => Object.hasOwn(said, name) && !isDeepStrictEqual(said[name], value),
  );
  if (others.length === 0) return [];
  const names = others.map(([name]) => name).join(', ');
  return [
    {
      text: l10n.t('Replace what the config says of it: {0}', names),
      edits: others.map(([name, value]) => ({ path: [...path, name], value })),
      consent: 'optional',
    },
  ];
}

/** Takes a model's entry out again; where else the config names it is offered to be cleared too. */
export function planRemoveModel(config: JsonObject, ref: string): Plan {
  const path = entryPath(config, invocationIdOfRef(ref) ?? ref);
  return {
    edits: path ? [{ path, remove: true }] : [],
    related: path ? forgetting(config, ref) : [],
    warnings: path ? useWarnings(config, ref) : [],
  };
}

/** The entries' refs, in the config's order. */
export function describedRefs(config: JsonObject | undefined): string[] {
  const models = valueAt(config, [...PROVIDER, 'models']);
  if (!Array.isArray(models)) return [];
  return models.flatMap(model =>
    isObject(model) && typeof model['id'] === 'string' ? [`${PROVIDER_ID}/${model['id']}`] : [],
  );
}

function forgetting(config: JsonObject, ref: string): RelatedChange[] {
  const fallbacks = fallbackRefs(config);
  const allow = [...POLICY, 'allow'];
  const [models, policy] = [valueAt(config, MODELS), valueAt(config, allow)];
  const isUsed =
    [primaryRef, imageRef].some(refIn => refIn(config) === ref) || agentsUsing(config, ref).length > 0;
  // Without its last name either would no longer restrict anything.
  const isInMap = isObject(models) && Object.hasOwn(models, ref) && Object.keys(models).length > 1;
  const isInPolicy = Array.isArray(policy) && policy.includes(ref) && policy.length > 1;
  const isAliasUsed = usesOfAlias(config, ref).length > 0;
  const change = (text: string, ...edits: Edit[]): RelatedChange => ({ text, edits, consent: 'optional' });
  return [
    ...(fallbacks.includes(ref)
      ? [
          change(
            l10n.t('Take {0} out of the fallbacks', ref),
            fallbacksEdit(
              config,
              DEFAULT_MODEL,
              fallbacks.filter(each => each !== ref),
            ),
          ),
        ]
      : []),
    ...(isInMap && !isUsed && !isAliasUsed
      ? [
          change(l10n.t('Take {0} out of {1}, with its alias', ref, pathWords(MODELS)), {
            path: [...MODELS, ref],
            remove: true,
          }),
        ]
      : []),
    ...(isInPolicy && !isUsed
      ? [
          change(l10n.t('Take {0} out of {1}', ref, pathWords(allow)), {
            path: [...allow, policy.indexOf(ref)],
            remove: true,
          }),
        ]
      : []),
  ];
}

/** Places that a removal leaves alone, since something else has to be chosen for them. */
export function useWarnings(config: JsonObject, ref: string): Warning[] {
  const agents = agentsUsing(config, ref);
  const isImplicit = implicitPrimaryRef(config) === ref;
  const choose = (text: string, label: string, command: string, ...args: unknown[]): Warning => ({
    text,
    fix: { label, command, ...(args.length > 0 && { arguments: args }) },
  });
  return [
    ...(primaryRef(config) === ref
      ? [
          choose(
            l10n.t('It is still OpenClaw’s primary model.'),
            l10n.t('Set Primary Model'),
            'openclawBedrock.setPrimaryModel',
          ),
        ]
      : []),
    ...(isImplicit
      ? [
          choose(
            l10n.t('OpenClaw has no primary model, and took this one for it. Set one.'),
            l10n.t('Set Primary Model'),
            'openclawBedrock.setPrimaryModel',
          ),
        ]
      : []),
    ...(imageRef(config) === ref
      ? [
          choose(
            l10n.t('It is still OpenClaw’s image model.'),
            l10n.t('Set Image Model'),
            'openclawBedrock.setImageModel',
          ),
        ]
      : []),
    ...(agents.length > 0
      ? [
          choose(
            l10n.t('It is still the model of these agents: {0}.', agents.map(({ id }) => id).join(', ')),
            l10n.t('Set Model for Agent'),
            'openclawBedrock.setAgentModel',
          ),
        ]
      : []),
  ];
}

function agentsUsing(config: JsonObject, ref: string): Agent[] {
  return agentsOf(config).filter(({ model }) => model === ref);
}
