/** How hard a model thinks, chosen in the editor's model picker. */
import * as l10n from '@vscode/l10n';
import { type Effort, effortsOf } from '../bedrock/converse/reasoning.ts';
import type { ModelFacts } from '../bedrock/models/modelFacts.ts';

const PROPERTY = 'thinkingEffort';

/** What the editor shows beside the model; undefined where there is nothing to choose. */
export function effortSchema(facts: ModelFacts): object | undefined {
  const efforts = effortsOf(facts);
  return (
    efforts && {
      type: 'object',
      properties: {
        [PROPERTY]: {
          type: 'string',
          title: l10n.t('Thinking effort'),
          enum: efforts.levels,
          enumItemLabels: efforts.levels.map(level => words(level).label),
          enumDescriptions: efforts.levels.map(level => words(level).description),
          default: efforts.usual,
          group: 'navigation',
        },
      },
    }
  );
}

/** What was chosen, if anything was. */
export function effortIn(configuration: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const effort = configuration?.[PROPERTY];
  return typeof effort === 'string' ? effort : undefined;
}

function words(effort: Effort): { readonly label: string; readonly description: string } {
  switch (effort) {
    case 'off':
      return { label: l10n.t('Off'), description: l10n.t('Answers at once.') };
    case 'low':
      return { label: l10n.t('Low'), description: l10n.t('Thinks a little: quick, and cheap.') };
    case 'medium':
      return { label: l10n.t('Medium'), description: l10n.t('Thinks as much as most work needs.') };
    case 'high':
      return { label: l10n.t('High'), description: l10n.t('Thinks long, for hard problems.') };
    case 'max':
      return {
        label: l10n.t('Max'),
        description: l10n.t('Thinks as long as it likes: slow, and expensive.'),
      };
  }
}
