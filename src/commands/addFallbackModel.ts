/** OpenClaw: Add Fallback Model. */
import * as l10n from '@vscode/l10n';
import { planAddFallback } from '../openclaw/edits/fallbacks.ts';
import { modelCommand } from './modelCommand.ts';

export const addFallbackModel = modelCommand('openclawBedrock.addFallbackModel', () => ({
  title: l10n.t('Add a Fallback Model to OpenClaw'),
  plan: planAddFallback,
  question: name => l10n.t('Add {0} to OpenClaw’s fallback models?', name),
  done: name => l10n.t('{0} is now OpenClaw’s last fallback model.', name),
  same: name => l10n.t('{0} is one of OpenClaw’s fallback models already.', name),
}));
