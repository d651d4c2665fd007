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

/** Until the first token was there, or why there was none. */
type Outcome = { readonly milliseconds: number } | { readonly problem: Problem };

interface Tested {
  readonly chosen: Chosen;
  readonly outcome: Outcome;
}

export const testModel: Command = {
  id: 'openclawBedrock.testModel',
  /** Has models answer with one token each. Called with a ref or several it asks nothing. */
  run: async (parts: Parts, target?: Targets, selection?: unknown) => {
    const chosen = await chosenModels(parts, target, selection, l10n.t('Test a Model'));
    const tested = await testAll(parts, chosen);
    void tell(tested);
    return tested.map(({ chosen, outcome }) => ({
      ref: refOf(chosen),
      ...('problem' in outcome ? { problem: withoutDetails(outcome.problem) } : outcome),
    }));
  },
};

/** One after another, until somebody cancels. */
function testAll(parts: Parts, all: readonly Chosen[]): Thenable<Tested[]> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Asking for one token'),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController();
      const cancelled = token.onCancellationRequested(() => abort.abort());
      const tested: Tested[] = [];
      for (const chosen of all) {
        progress.report({ message: chosen.model.name, increment: 100 / all.length });
        const outcome = await test(parts, chosen, abort.signal);
        if (abort.signal.aborted) break;
        tested.push({ chosen, outcome });
      }
      cancelled.dispose();
      return tested;
    },
  );
}

async function test(
  { access, log }: Parts,
  { model, route, list }: Chosen,
  signal: AbortSignal,
): Promise<Outcome> {
  const { connection, clients } = list;
  try {
    const milliseconds = await list.during(() => askForOneToken(connection, clients, route.id, signal));
    await access.learned(list, model, 'ready');
    return { milliseconds: Math.round(milliseconds) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    if (!signal.aborted) log.problem(problem);
    if (problem.code === 'model-access') await access.learned(list, model, 'needs-agreement');
    return { problem };
  }
}

async function tell(tested: readonly Tested[]): Promise<void> {
  const [first, ...others] = tested;
  if (!first) return;
  if (others.length > 0) {
    void vscode.window.showInformationMessage(tested.map(inAWord).join(' '));
    return;
  }
  const { chosen, outcome } = first;
  if ('problem' in outcome) {
    const title = l10n.t('{0} does not answer: {1}', chosen.model.name, outcome.problem.title);
    await notifyProblem({ ...outcome.problem, title });
    return;
  }
  const chat = l10n.t('Chat with It');
  if ((await vscode.window.showInformationMessage(inAWord(first), chat)) !== chat) return;
  await vscode.commands.executeCommand('openclawBedrock.chatWithModel', refOf(chosen));
}

function inAWord({ chosen: { model, route }, outcome }: Tested): string {
  if ('problem' in outcome) return l10n.t('{0} does not answer: {1}.', model.name, outcome.problem.title);
  const seconds = (outcome.milliseconds / 1000).toFixed(1);
  return l10n.t('{0} answers ({1}): first token after {2} s.', model.name, routeName(route), seconds);
}

function refOf({ route }: Chosen): string {
  return `${PROVIDER_ID}/${route.id}`;
}
