/** OpenClaw: Undo Last Config Change. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { unchanged } from './change.ts';
import type { Command, Parts } from './parts.ts';

export const undoLastConfigChange: Command = {
  id: 'openclawBedrock.undoLastConfigChange',
  run: async (parts: Parts) => {
    const { path, isUnsaved } = await parts.configEditor.undoLast();
    void vscode.window.showInformationMessage(
      isUnsaved
        ? l10n.t('The last change to the OpenClaw config is undone in the open document. Save it to apply.')
        : l10n.t('The last change to the OpenClaw config is undone.'),
    );
    return { ...unchanged(parts), path, changed: true };
  },
};
