/** The image model in OpenClaw's config: the one that looks at pictures where the primary one can't. */
import * as l10n from '@vscode/l10n';
import { findByRef } from '../../bedrock/models/bedrockModel.ts';
import type { JsonObject } from '../jsonValue.ts';
import { allowing } from './allowlist.ts';
import { IMAGE_MODEL, primaryEdit, primaryOf } from './modelSlot.ts';
import type { Plan, Surroundings } from './plan.ts';
import { provision } from './provider.ts';
import { differenceWarnings, firstEntryWarnings, modelWarnings, pluginWarnings } from './warnings.ts';

/** The ref of the image model, of whatever provider. */
export function imageRef(config: JsonObject | undefined): string | undefined {
  return primaryOf(config, IMAGE_MODEL);
}

export function planImageModel(config: JsonObject, ref: string, around: Surroundings): Plan {
  const found = findByRef(around.models, ref);
  const isBlind = found && !found.model.input.includes('image');
  const related = [...allowing(config, [ref]), ...provision(config, [ref], around)];
  return {
    edits: [primaryEdit(config, IMAGE_MODEL, ref)],
    related,
    warnings: [
      ...firstEntryWarnings(
        config,
        ref,
        related.flatMap(({ edits }) => edits),
      ),
      ...(isBlind ? [{ text: l10n.t('{0} takes no images. Choose another one.', found.model.name) }] : []),
      ...modelWarnings([ref], around),
      ...differenceWarnings(around),
      ...pluginWarnings(config, around),
    ],
  };
}
