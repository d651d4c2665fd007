/** OpenClaw: Set Image Model. */
import * as l10n from '@vscode/l10n';
import { imageRef, planImageModel } from '../openclaw/edits/imageModel.ts';
import { modelCommand } from './modelCommand.ts';

export const setImageModel = modelCommand('openclawBedrock.setImageModel', () => ({
  title: l10n.t('Set OpenClaw’s Image Model'),
  current: imageRef,
  suits: ({ input }) => input.includes('image'),
  plan: planImageModel,
  question: name => l10n.t('Make {0} OpenClaw’s image model?', name),
  done: name => l10n.t('{0} is now OpenClaw’s image model.', name),
  same: name => l10n.t('{0} is OpenClaw’s image model already.', name),
}));
