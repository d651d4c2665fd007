/** Every command, and what they have in common: a problem that one runs into is shown with its fixes. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { notifyProblem } from '../editor/notify.ts';
import { type Problem, ProblemError, withoutDetails } from '../problem.ts';
import type { Command, Parts } from './parts.ts';
import { addFallbackModel } from './addFallbackModel.ts';
import { addModelToConfig } from './addModelToConfig.ts';
import { checkConfig } from './checkConfig.ts';
import { chooseConfig } from './chooseConfig.ts';
import { configureDiscovery } from './configureDiscovery.ts';
import { createConfig } from './createConfig.ts';
import { installPlugin } from './installPlugin.ts';
import { migrateDiscovery } from './migrateDiscovery.ts';
import { openConfig } from './openConfig.ts';
import { refreshModels } from './refreshModels.ts';
import { removeFallbackModel } from './removeFallbackModel.ts';
import { removeModelFromConfig } from './removeModelFromConfig.ts';
import { setAgentModel } from './setAgentModel.ts';
import { setAlias } from './setAlias.ts';
import { setFallbackModels } from './setFallbackModels.ts';
import { setImageModel } from './setImageModel.ts';
import { setPrimaryModel } from './setPrimaryModel.ts';
import { showLog } from './showLog.ts';
import { stopUsingInChat } from './stopUsingInChat.ts';
import { undoLastConfigChange } from './undoLastConfigChange.ts';
import { useInChat } from './useInChat.ts';

const COMMANDS: readonly Command[] = [
  addFallbackModel,
  addModelToConfig,
  checkConfig,
  chooseConfig,
  configureDiscovery,
  createConfig,
  installPlugin,
  migrateDiscovery,
  openConfig,
  refreshModels,
  removeFallbackModel,
  removeModelFromConfig,
  setAgentModel,
  setAlias,
  setFallbackModels,
  setImageModel,
  setPrimaryModel,
  showLog,
  stopUsingInChat,
  undoLastConfigChange,
  useInChat,
];

export function registerCommands(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(({ id, run }) =>
      vscode.commands.registerCommand(id, async (...args: never[]) => {
        try {
          return await run(parts, ...args);
        } catch (error) {
          const problem = error instanceof ProblemError ? error.problem : unexpected(error as Error);
          parts.log.problem(problem);
          void notifyProblem(problem);
          return { problem: withoutDetails(problem) };
        }
      }),
    ),
  );
}

function unexpected({ message, stack }: Error): Problem {
  return {
    code: 'unexpected',
    title: l10n.t('Something unexpected went wrong'),
    explanation: l10n.t('Nothing more was done: {0}', message),
    fixes: [],
    ...(stack && { details: stack }),
  };
}
