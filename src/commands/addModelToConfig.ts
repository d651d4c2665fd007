/** OpenClaw: Add Model to Config. */
import * as l10n from '@vscode/l10n';
import { findByRef, invocationIdOfRef } from '../bedrock/models/bedrockModel.ts';
import { planAddModel } from '../openclaw/edits/modelEntries.ts';
import { modelEntry } from '../openclaw/edits/provider.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { ModelList } from '../state/modelList.ts';
import { calledWith, type EditOptions, makeChange, unchanged } from './change.ts';
import { chosenRef, nameOf, refuseOtherThanBedrock, type Target } from './chosenModel.ts';
import { listOf } from './listOf.ts';
import type { Command, Parts } from './parts.ts';

export const addModelToConfig: Command = {
  id: 'openclawBedrock.addModelToConfig',
  /** Called with a ref it asks nothing. */
  run: async (parts: Parts, target?: Target, options?: EditOptions) => {
    const ref = await chosenRef(parts, target, { title: l10n.t('Add a Model to OpenClaw’s Config') });
    if (ref === undefined) return unchanged(parts);
    const list = listOf(target);
    const name = nameOf(parts, ref);
    const entry = invocationIdOfRef(ref)
      ? await entryOf(ref, list ?? (await parts.connections.detected()))
      : undefined;
    return makeChange(parts, calledWith(target, options), {
      ref,
      list,
      needsModels: true,
      check: () => {
        refuseOtherThanBedrock(ref);
        if (!entry) throw new ProblemError(unknownModel(ref));
      },
      plan: (config, around) => planAddModel(config, ref, entry ?? {}, around),
      question: l10n.t('Add {0} to OpenClaw’s config?', name),
      done: l10n.t('{0} is now described in OpenClaw’s config.', name),
      same: l10n.t('OpenClaw’s config describes {0} like this already.', name),
    });
  },
};

/** What is known of the model, asked of Bedrock where nobody has looked yet. */
async function entryOf(ref: string, list: ModelList): Promise<JsonObject | undefined> {
  const models = await list.models();
  const [problem] = list.state.problems;
  if (models.length === 0 && problem) throw new ProblemError(problem);
  const found = findByRef(models, ref);
  return found && modelEntry(found.model, found.route);
}

function unknownModel(ref: string): Problem {
  return {
    code: 'model-unknown',
    title: l10n.t('Bedrock does not list this model'),
    explanation: l10n.t(
      'Nothing is known of {0} in this account and region, so that its limits can’t be written down. Choose a model from the list.',
      invocationIdOfRef(ref) ?? ref,
    ),
    fixes: [{ label: l10n.t('Choose a Model'), command: 'openclawBedrock.addModelToConfig' }],
  };
}
