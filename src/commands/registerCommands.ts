/** Registers the commands; a problem that one runs into is shown with its fixes. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Log } from '../editor/log.ts';
import { notifyProblem } from '../editor/notify.ts';
import { type Problem, ProblemError, withoutDetails } from '../problem.ts';

/** What any command answers beside its problem; the path of the config for those that are about it. */
type NothingDone = () => object;

/** `run` gets the id of the command and what it was called with. */
export function registerCommands(
  ids: readonly string[],
  log: Log,
  nothingDone: NothingDone,
  run: (id: string, args: readonly unknown[]) => Promise<unknown>,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...ids.map(id =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          return await run(id, args);
        } catch (error) {
          const problem = error instanceof ProblemError ? error.problem : unexpected(error as Error);
          log.problem(problem);
          void notifyProblem(problem);
          return { ...nothingDone(), problem: withoutDetails(problem) };
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
