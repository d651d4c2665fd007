/** Models that OpenClaw's config describes itself: entries of the provider block. */
import * as l10n from '@vscode/l10n';
import { invocationIdOfRef } from '../../bedrock/models/bedrockModel.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, valueAt } from '../jsonValue.ts';
import { allowing, MODELS } from './allowlist.ts';
import { agentsOf } from './agents.ts';
import { fallbackRefs } from './fallbacks.ts';
import { imageRef } from './imageModel.ts';
import { DEFAULT_MODEL, fallbacksEdit } from './modelSlot.ts';
import type { Plan, RelatedChange, Surroundings, Warning } from './plan.ts';
import { primaryRef } from './primaryModel.ts';
import { entryEdits, entryPath, enabling } from './provider.ts';
import { pluginWarnings } from './warnings.ts';

/** Describes a model to OpenClaw; `entry` holds its id without the provider. */
export function planAddModel(config: JsonObject, ref: string, entry: JsonObject, around: Surroundings): Plan {
  return {
    edits: entryEdits(config, [entry], around.region),
    related: [...allowing(config, [ref]), ...enabling(config, around)],
    warnings: [...defaultWarnings(config, ref), ...pluginWarnings(config, around)],
  };
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
  const models = valueAt(config, ['models', 'providers', 'amazon-bedrock', 'models']);
  if (!Array.isArray(models)) return [];
  return models.flatMap(model =>
    isObject(model) && typeof model['id'] === 'string' ? [`amazon-bedrock/${model['id']}`] : [],
  );
}

/** Without a primary model, OpenClaw takes the first one that its config describes. */
function defaultWarnings(config: JsonObject, ref: string): Warning[] {
  if (primaryRef(config) !== undefined || describedRefs(config).length > 0) return [];
  return [
    {
      text: l10n.t('OpenClaw has no primary model, so that it uses this one from now on.'),
      fix: {
        label: l10n.t('Make It the Primary Model'),
        command: 'openclawBedrock.setPrimaryModel',
        arguments: [ref],
      },
    },
  ];
}

function forgetting(config: JsonObject, ref: string): RelatedChange[] {
  const fallbacks = fallbackRefs(config);
  const models = valueAt(config, MODELS);
  // Without its last name the map would no longer restrict anything.
  const isNamed = isObject(models) && Object.hasOwn(models, ref) && Object.keys(models).length > 1;
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
    ...(isNamed
      ? [
          change(l10n.t('Take {0} out of {1}, with its alias', ref, MODELS.join('.')), {
            path: [...MODELS, ref],
            remove: true,
          }),
        ]
      : []),
  ];
}

/** Places that a removal leaves alone, since something else has to be chosen for them. */
function useWarnings(config: JsonObject, ref: string): Warning[] {
  const agents = agentsOf(config).filter(({ model }) => model === ref);
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
