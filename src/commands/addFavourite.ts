/** Bedrock: Add to Favourites. */
import * as l10n from '@vscode/l10n';
import { choiceCommand } from './choiceCommand.ts';

export const addFavourite = choiceCommand('openclawBedrock.addFavourite', {
  title: () => l10n.t('Add a Model to the Favourites'),
  choose: (choices, keys) => choices.setFavourite(keys, true),
});
