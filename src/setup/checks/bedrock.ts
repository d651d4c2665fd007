/** Whether Bedrock answers: its two lists, and a model. */
import * as l10n from '@vscode/l10n';
import { selectRegion } from '../../bedrock/fixes.ts';
import { ProblemError, sentence } from '../../problem.ts';
import { type Check, fixesOf, passed, skipped, warning } from '../check.ts';

export const foundationModels: Check = {
  id: 'models',
  title: () => l10n.t('List of models'),
  needs: ['credentials', 'caller'],
  run: async (world, signal) => {
    const [count, { name }] = await Promise.all([world.foundationModels(signal), world.region()]);
    return count > 0
      ? passed(l10n.t('Bedrock lists {0} models in {1} (ListFoundationModels).', count, name))
      : warning(l10n.t('Bedrock lists no models in {0}. Choose another region.', name), [selectRegion()]);
  },
};

export const inferenceProfiles: Check = {
  id: 'profiles',
  title: () => l10n.t('List of inference profiles'),
  needs: ['credentials', 'caller'],
  run: async (world, signal) => {
    try {
      const [count, { name }] = await Promise.all([world.inferenceProfiles(signal), world.region()]);
      return passed(
        l10n.t('Bedrock lists {0} inference profiles in {1} (ListInferenceProfiles).', count, name),
      );
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'permission-missing') throw error;
      const { problem } = error;
      return warning(
        l10n.t('{0} Until then, only models that need no inference profile can be found.', sentence(problem)),
        fixesOf(problem),
      );
    }
  },
};

export const oneToken: Check = {
  id: 'converse',
  title: () => l10n.t('Answer of a model'),
  needs: ['credentials', 'caller'],
  run: async (world, signal) => {
    const model = await world.model();
    if (!model)
      return skipped(l10n.t('There is no model to ask: none is set in OpenClaw, and none was listed.'));
    const milliseconds = Math.round(await world.converse(model.id, signal));
    const named = model.name === model.id ? model.id : `${model.name} (${model.id})`;
    return passed(
      model.isPrimary
        ? l10n.t('{0}, OpenClaw’s primary model, answered in {1} ms.', named, milliseconds)
        : l10n.t(
            '{0} answered in {1} ms. It was chosen for this check, since OpenClaw’s primary model is not a Bedrock model.',
            named,
            milliseconds,
          ),
    );
  },
};
