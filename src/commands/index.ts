/** Every command, and what they have in common: a problem that one runs into is shown with its fixes. */
import * as vscode from 'vscode';
import { notifyProblem } from '../editor/notify.ts';
import { ProblemError } from '../problem.ts';
import { openConfig } from './openConfig.ts';
import type { Command, Parts } from './parts.ts';
import { refreshModels } from './refreshModels.ts';
import { setPrimaryModel } from './setPrimaryModel.ts';
import { showLog } from './showLog.ts';
import { stopUsingInChat } from './stopUsingInChat.ts';
import { undoLastConfigChange } from './undoLastConfigChange.ts';
import { useInChat } from './useInChat.ts';

const COMMANDS: readonly Command[] = [
  openConfig,
  refreshModels,
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
          if (!(error instanceof ProblemError)) throw error;
          parts.log.problem(error.problem);
          void notifyProblem(error.problem);
          return { problem: error.problem };
        }
      }),
    ),
  );
}
