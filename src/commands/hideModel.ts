/** Bedrock: Hide Model. */
import * as l10n from '@vscode/l10n';
import { choiceCommand } from './choiceCommand.ts';

export const hideModel = choiceCommand('openclawBedrock.hideModel', {
  title: () => l10n.t('Hide a Model from the Tree and the Chat'),
  choose: (choices, keys) => choices.setShown(keys, false),
});
