/** Every command, and what they have in common: a problem that one runs into is shown with its fixes. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { notifyProblem } from '../editor/notify.ts';
import { type Problem, ProblemError, withoutDetails } from '../problem.ts';
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
