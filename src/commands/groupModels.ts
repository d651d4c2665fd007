/** Bedrock: Group Models. */
import * as l10n from '@vscode/l10n';
import { type Grouping, GROUPINGS } from '../bedrock/models/arrangement.ts';
import { askPick, BACK } from '../editor/ask.ts';
import type { Command, Parts } from './parts.ts';

export const groupModels: Command = {
  id: 'openclawBedrock.groupModels',
  /** Called with one of `GROUPINGS` it asks nothing. */
  run: async ({ choices }: Parts, given?: unknown) => {
    const grouping = GROUPINGS.find(each => each === given) ?? (await ask(choices.grouping));
    if (grouping) choices.arrange({ grouping });
    return { grouping: choices.grouping };
  },
};

async function ask(current: Grouping): Promise<Grouping | undefined> {
  const words: Readonly<Record<Grouping, [label: string, detail: string]>> = {
    provider: [l10n.t('Provider'), l10n.t('Amazon, Anthropic, Meta …')],
    capability: [l10n.t('Capability'), l10n.t('What works in agent mode, and what sees images')],
    route: [l10n.t('Route'), l10n.t('On demand, or through which inference profile')],
  };
  const picked = await askPick<Grouping>({
    title: l10n.t('Group Models By'),
    placeholder: l10n.t('What the models of a group have in common'),
    items: GROUPINGS.map(value => {
      const [label, detail] = words[value];
      return { label, detail, isCurrent: value === current, value };
    }),
  });
  return picked === BACK ? undefined : picked;
}
