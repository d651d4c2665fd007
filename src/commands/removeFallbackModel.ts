/** OpenClaw: Remove Fallback Model. */
import * as l10n from '@vscode/l10n';
import { fallbackRefs, planRemoveFallback } from '../openclaw/edits/fallbacks.ts';
import { calledWith, type EditOptions, makeChange, unchanged } from './change.ts';
import { nameOf, type Target } from './chosenModel.ts';
import type { Command, Parts } from './parts.ts';
import { chosenAmong } from './chosenAmong.ts';

export const removeFallbackModel: Command = {
  id: 'openclawBedrock.removeFallbackModel',
  /** Called with a ref it asks nothing. */
  run: async (parts: Parts, target?: Target, options?: EditOptions) => {
    const ref = await chosenAmong(parts, target, fallbackRefs, {
      title: l10n.t('Remove a Fallback Model from OpenClaw'),
      none: l10n.t('OpenClaw has no fallback models.'),
    });
    if (ref === undefined) return unchanged(parts);
    const name = nameOf(parts, ref);
    return makeChange(parts, calledWith(target, options), {
      ref,
      plan: (config, around) => planRemoveFallback(config, ref, around),
      question: l10n.t('Take {0} out of OpenClaw’s fallback models?', name),
      done: l10n.t('{0} is no longer one of OpenClaw’s fallback models.', name),
      same: l10n.t('{0} is not one of OpenClaw’s fallback models.', name),
    });
  },
};
