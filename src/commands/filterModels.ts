/** Bedrock: Filter Models. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { ModelChoices } from '../state/modelChoices.ts';
import type { Command, Parts } from './parts.ts';

export const filterModels: Command = {
  id: 'openclawBedrock.filterModels',
  /** Called with words it asks nothing. */
  run: async ({ choices }: Parts, words?: unknown) => {
    if (typeof words === 'string') choices.setFilter(words.trim());
    else await ask(choices);
    return { filter: choices.filter };
  },
};

/** The tree follows what is typed, and keeps it however the box is left: the filter stands in view. */
async function ask(choices: ModelChoices): Promise<void> {
  const box = vscode.window.createInputBox();
  box.title = l10n.t('Filter Models');
  box.prompt = l10n.t(
    'Words that a model has in its name, provider, id or routes; also "tools", "image", "legacy".',
  );
  box.placeholder = l10n.t('For example: claude us tools');
  box.value = choices.filter;
  try {
    await new Promise<void>(resolve => {
      box.onDidChangeValue(value => choices.setFilter(value.trim()));
      box.onDidAccept(() => box.hide());
      box.onDidHide(() => resolve());
      box.show();
    });
  } finally {
    box.dispose();
  }
}
