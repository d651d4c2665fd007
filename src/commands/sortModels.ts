/** Bedrock: Sort Models. */
import * as l10n from '@vscode/l10n';
import { type Sorting, SORTINGS } from '../bedrock/models/arrangement.ts';
import { askPick, BACK } from '../editor/ask.ts';
import type { Command, Parts } from './parts.ts';

export const sortModels: Command = {
  id: 'openclawBedrock.sortModels',
  /** Called with one of `SORTINGS` it asks nothing. */
  run: async ({ choices }: Parts, given?: unknown) => {
    const sorting = SORTINGS.find(each => each === given) ?? (await ask(choices.sorting));
    if (sorting) choices.arrange({ sorting });
    return { sorting: choices.sorting };
  },
};

async function ask(current: Sorting): Promise<Sorting | undefined> {
  const words: Readonly<Record<Sorting, [label: string, detail: string]>> = {
    name: [l10n.t('Name'), l10n.t('From A to Z')],
    price: [l10n.t('Price'), l10n.t('The cheapest first; what has no known price comes last')],
    context: [l10n.t('Context window'), l10n.t('The largest first')],
    newest: [l10n.t('Newest'), l10n.t('What came out last comes first')],
  };
  const picked = await askPick<Sorting>({
    title: l10n.t('Sort Models By'),
    placeholder: l10n.t('The order of the models in each group; legacy ones are last in any'),
    items: SORTINGS.map(value => {
      const [label, detail] = words[value];
      return { label, detail, isCurrent: value === current, value };
    }),
  });
  return picked === BACK ? undefined : picked;
}
