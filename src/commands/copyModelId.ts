/** Bedrock: Copy Model Id. */
import * as l10n from '@vscode/l10n';
import { copyCommand } from './copyCommand.ts';

export const copyModelId = copyCommand('openclawBedrock.copyModelId', {
  title: () => l10n.t('Copy Model Id'),
  textOf: ({ route }) => route.id,
});
