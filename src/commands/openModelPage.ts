/** Bedrock: Open Model Page. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { routePage } from '../bedrock/models/access.ts';
import { chosenModels, type Targets } from './chosenModels.ts';
import type { Command, Parts } from './parts.ts';

export const openModelPage: Command = {
  id: 'openclawBedrock.openModelPage',
  /** Called with a ref it asks nothing. */
  run: async (parts: Parts, target?: Targets) => {
    const [chosen] = await chosenModels(
      parts,
      target,
      undefined,
      l10n.t('Open a Model’s Page in the Console'),
    );
    if (!chosen) return { opened: false };
    const { model, route, list } = chosen;
    const url = routePage(model, route, list.connection.region.name);
    return { opened: await vscode.env.openExternal(vscode.Uri.parse(url)), url };
  },
};
