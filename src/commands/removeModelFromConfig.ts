/** OpenClaw: Remove Model from Config. */
import * as l10n from '@vscode/l10n';
import { describedRefs, planRemoveModel } from '../openclaw/edits/modelEntries.ts';
import { calledWith, type EditOptions, makeChange, unchanged } from './change.ts';
import { nameOf, type Target } from './chosenModel.ts';
import type { Command, Parts } from './parts.ts';
import { chosenAmong } from './chosenAmong.ts';

export const removeModelFromConfig: Command = {
  id: 'openclawBedrock.removeModelFromConfig',
  /** Called with a ref it asks nothing. */
  run: async (parts: Parts, target?: Target, options?: EditOptions) => {
    const ref = await chosenAmong(parts, target, describedRefs, {
      title: l10n.t('Remove a Model from OpenClaw’s Config'),
      none: l10n.t('OpenClaw’s config describes no Bedrock models.'),
    });
    if (ref === undefined) return unchanged(parts);
    const name = nameOf(parts, ref);
    return makeChange(parts, calledWith(target, options), {
      ref,
      plan: config => planRemoveModel(config, ref),
      question: l10n.t('Remove {0} from OpenClaw’s config?', name),
      done: l10n.t('OpenClaw’s config no longer describes {0}.', name),
      same: l10n.t('OpenClaw’s config does not describe {0}.', name),
    });
  },
};
