/** Bedrock: Show Model in Chat. */
import * as l10n from '@vscode/l10n';
import { choiceCommand } from './choiceCommand.ts';

export const unhideModel = choiceCommand('openclawBedrock.unhideModel', {
  title: () => l10n.t('Show a Model in the Tree and in the Chat'),
  choose: (choices, keys) => choices.setShown(keys, true),
});
