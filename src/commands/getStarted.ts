/** Bedrock: Get Started. */
import * as vscode from 'vscode';
import type { Command, Parts } from './parts.ts';

/** As the manifest calls it, with the extension that it is of. */
const WALKTHROUGH = 'openclaw-bedrock.openclaw-bedrock#openclawBedrock.start';

export const getStarted: Command = {
  id: 'openclawBedrock.getStarted',
  run: async ({ contextKeys }: Parts) => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
    contextKeys.tellAgain();
  },
};
