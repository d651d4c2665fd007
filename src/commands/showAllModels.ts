/** Bedrock: Toggle Show All Models. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { setShowAllModels, showAllModels as isShowingAll } from '../editor/settings.ts';
import type { Command, Parts } from './parts.ts';

export const showAllModels: Command = {
  id: 'openclawBedrock.showAllModels',
  /** Called with true or false it sets the setting to it, else to the other. */
  run: async (_parts: Parts, given?: boolean) => {
    const before = isShowingAll();
    const isOn = typeof given === 'boolean' ? given : !before;
    await setShowAllModels(isOn);
    void vscode.window.showInformationMessage(
      isOn
        ? l10n.t('The editor now shows every model. OpenClaw still hides some.')
        : l10n.t('The editor now shows the models that OpenClaw shows.'),
    );
    return { showAllModels: isOn, changed: isOn !== before };
  },
};
