/** Bedrock: Refresh Models. */
import * as vscode from 'vscode';
import { modelRef } from '../bedrock/models/bedrockModel.ts';
import { MODELS_VIEW } from '../sidebar/modelsView.ts';
import type { Command } from './parts.ts';

export const refreshModels: Command = {
  id: 'openclawBedrock.refreshModels',
  /** Resolves to the models of the detected connection, as JSON. What went wrong shows in the view. */
  run: async ({ connections }) => {
    const list = await connections.detected();
    await vscode.window.withProgress({ location: { viewId: MODELS_VIEW } }, () => list.refresh());
    return (await list.models()).map(model => {
      const { key, name, provider, routes, contextWindow, maxTokens, input, reasoning } = model;
      return {
        key,
        name,
        provider,
        routes,
        ref: modelRef(model),
        contextWindow,
        maxTokens,
        input,
        reasoning,
      };
    });
  },
};
