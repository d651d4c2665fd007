/** The fallback models in OpenClaw's config: tried in order when the primary one fails. */
import * as l10n from '@vscode/l10n';
import { invocationIdOfRef } from '../../bedrock/models/bedrockModel.ts';
import type { JsonObject } from '../jsonValue.ts';
import { allowing } from './allowlist.ts';
import { DEFAULT_MODEL, fallbacksEdit, fallbacksOf, primaryOf } from './modelSlot.ts';
import type { Plan, Surroundings, Warning } from './plan.ts';
import { provision } from './provider.ts';
import { differenceWarnings, modelWarnings, pluginWarnings } from './warnings.ts';

/** The refs of the fallback models, in order, of whatever provider. */
export function fallbackRefs(config: JsonObject | undefined): readonly string[] {
  return fallbacksOf(config, DEFAULT_MODEL);
}

export function planAddFallback(config: JsonObject, ref: string, around: Surroundings): Plan {
  const refs = fallbackRefs(config);
  return planFallbacks(config, refs.includes(ref) ? refs : [...refs, ref], around);
}

export function planRemoveFallback(config: JsonObject, ref: string, around: Surroundings): Plan {
  return planFallbacks(
    config,
    fallbackRefs(config).filter(each => each !== ref),
    around,
  );
}

/** Makes these the fallbacks, in this order, each once. */
export function planFallbacks(config: JsonObject, wanted: readonly string[], around: Surroundings): Plan {
  const refs = [...new Set(wanted)];
  const before = fallbackRefs(config);
  const isSame = wanted.length === before.length && wanted.every((ref, at) => ref === before[at]);
  const added = refs.filter(ref => !before.includes(ref));
  return {
    edits: isSame ? [] : [fallbacksEdit(config, DEFAULT_MODEL, refs)],
    related: [...allowing(config, added), ...provision(config, added, around)],
    warnings: [
      ...primaryWarnings(config, added),
      ...modelWarnings(added.filter(invocationIdOfRef), around),
      ...(added.some(invocationIdOfRef)
        ? [...differenceWarnings(around), ...pluginWarnings(config, around)]
        : []),
    ],
  };
}

function primaryWarnings(config: JsonObject, added: readonly string[]): Warning[] {
  const primary = primaryOf(config, DEFAULT_MODEL);
  if (primary === undefined) {
    return added.length === 0
      ? []
      : [
          {
            text: l10n.t(
              'OpenClaw has no primary model yet, so that fallbacks have nothing to stand in for.',
            ),
            fix: { label: l10n.t('Set Primary Model'), command: 'openclawBedrock.setPrimaryModel' },
          },
        ];
  }
  return added.includes(primary)
    ? [{ text: l10n.t('{0} is the primary model too, so that it is of no use as a fallback.', primary) }]
    : [];
}
