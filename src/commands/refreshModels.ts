/** Bedrock: Refresh Models. */
import * as vscode from 'vscode';
import { modelRef } from '../bedrock/models/bedrockModel.ts';
import { MODELS_VIEW } from '../sidebar/modelsView.ts';
import { listOf } from './listOf.ts';
import type { Command, Parts } from './parts.ts';

export const refreshModels: Command = {
  id: 'openclawBedrock.refreshModels',
  /**
   * From the tree it gets a connection's node, else it refreshes every connection in the view. Resolves to the models
   * of the node's or the detected connection, as JSON. What went wrong shows in the view.
   */
  run: async ({ connections, access }: Parts, target?: unknown) => {
    const list = listOf(target) ?? (await connections.detected());
    const others = listOf(target) ? [] : connections.roots.map(root => root.list);
    await vscode.window.withProgress({ location: { viewId: MODELS_VIEW } }, () =>
      Promise.all(
        [...new Set([list, ...others])].map(async each => {
          await access.forget(each);
          await each.refresh();
        }),
      ),
    );
    return (await list.models()).map(model => ({ ...model, ref: modelRef(model) }));
  },
};
