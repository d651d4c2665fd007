/** Bedrock: Get Started. */
import * as vscode from 'vscode';
import type { Command } from './parts.ts';

/** As the manifest calls it, with the extension that it is of. */
const WALKTHROUGH = 'openclaw-bedrock.openclaw-bedrock#openclawBedrock.start';

export const getStarted: Command = {
  id: 'openclawBedrock.getStarted',
  run: () => vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false),
};
