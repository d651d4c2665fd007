/** Bedrock: Copy ARN. */
import * as l10n from '@vscode/l10n';
import { copyCommand } from './copyCommand.ts';

export const copyModelArn = copyCommand('openclawBedrock.copyModelArn', {
  title: () => l10n.t('Copy ARN'),
  textOf: ({ route }) => route.arn,
});
