/** Bedrock: Copy OpenClaw Ref. */
import * as l10n from '@vscode/l10n';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { copyCommand } from './copyCommand.ts';

export const copyModelRef = copyCommand('openclawBedrock.copyModelRef', {
  title: () => l10n.t('Copy OpenClaw Ref'),
  textOf: ({ route }) => `${PROVIDER_ID}/${route.id}`,
});
