/** OpenClaw: Set Primary Model. */
import * as l10n from '@vscode/l10n';
import { planPrimary, primaryRef } from '../openclaw/edits/primaryModel.ts';
import { modelCommand } from './modelCommand.ts';

export const setPrimaryModel = modelCommand('openclawBedrock.setPrimaryModel', () => ({
  title: l10n.t('Set OpenClaw’s Primary Model'),
  current: primaryRef,
  plan: planPrimary,
  question: name => l10n.t('Make {0} OpenClaw’s primary model?', name),
  done: name => l10n.t('{0} is now OpenClaw’s primary model.', name),
  same: name => l10n.t('{0} is OpenClaw’s primary model already.', name),
}));
