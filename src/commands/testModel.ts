/** Bedrock: Test Model. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { askForOneToken } from '../bedrock/converse/oneToken.ts';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { routeName } from '../bedrock/models/words.ts';
import { notifyProblem } from '../editor/notify.ts';
import { type Problem, ProblemError, withoutDetails } from '../problem.ts';
import { type Chosen, chosenModels, type Targets } from './chosenModels.ts';
import type { Command, Parts } from './parts.ts';

interface Result {
  readonly ref: string;
  /** Until the first token was there; absent where there was none. */
  readonly milliseconds?: number;
  readonly problem?: Problem;
}

export const testModel: Command = {
  id: 'openclawBedrock.testModel',
  /** Has models answer with one token each. Called with a ref or several it asks nothing. */
  run: async (parts: Parts, target?: Targets, selection?: unknown): Promise<Result[]> => {
    const chosen = await chosenModels(parts, target, selection, l10n.t('Test a Model'));
    const results: Result[] = [];
    for (const each of chosen) {
      const result = await withProgress(each, signal => test(parts, each, signal));
      if (!result) break;
      results.push(result);
      void tell(each, result);
    }
    return results.map(({ problem, ...rest }) => ({
      ...rest,
      ...(problem && { problem: withoutDetails(problem) }),
    }));
  },
};

/** Undefined: cancelled. */
async function test(
  { access, log }: Parts,
  chosen: Chosen,
  signal: AbortSignal,
): Promise<Result | undefined> {
  const { model, route, list } = chosen;
  const { connection, clients } = list;
  const ref = `${PROVIDER_ID}/${route.id}`;
  try {
    const milliseconds = await list.during(() => askForOneToken(connection, clients, route.id, signal));
    await access.learned(list, model, 'ready');
    return { ref, milliseconds: Math.round(milliseconds) };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof ProblemError)) throw error;
    log.problem(error.problem);
    if (error.problem.code === 'model-access') await access.learned(list, model, 'needs-agreement');
    return { ref, problem: error.problem };
  }
}

function withProgress<Value>(
  { model }: Chosen,
  run: (signal: AbortSignal) => Promise<Value>,
): Thenable<Value> {
  const title = l10n.t('Asking {0} for one token', model.name);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const abort = new AbortController();
      const cancelled = token.onCancellationRequested(() => abort.abort());
      try {
        return await run(abort.signal);
      } finally {
        cancelled.dispose();
      }
    },
  );
}

async function tell({ model, route }: Chosen, { ref, milliseconds, problem }: Result): Promise<void> {
  if (problem) {
    await notifyProblem({ ...problem, title: l10n.t('{0} does not answer: {1}', model.name, problem.title) });
    return;
  }
  const seconds = ((milliseconds ?? 0) / 1000).toFixed(1);
  const chat = l10n.t('Chat with It');
  const picked = await vscode.window.showInformationMessage(
    l10n.t('{0} answers ({1}): first token after {2} s.', model.name, routeName(route), seconds),
    chat,
  );
  if (picked === chat) await vscode.commands.executeCommand('openclawBedrock.chatWithModel', ref);
}
