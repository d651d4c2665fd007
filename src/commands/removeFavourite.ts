/** Bedrock: Remove from Favourites. */
import * as l10n from '@vscode/l10n';
import { choiceCommand } from './choiceCommand.ts';

export const removeFavourite = choiceCommand('openclawBedrock.removeFavourite', {
  title: () => l10n.t('Remove a Model from the Favourites'),
  choose: (choices, keys) => choices.setFavourite(keys, false),
});
