/** Problems as notifications, with their fixes as buttons. */
import * as vscode from 'vscode';
import { learnMore } from '../bedrock/fixes.ts';
import { type Fix, type Problem, sentence } from '../problem.ts';

/** Buttons beside Learn More in a notification: with more of them all are cut short. The tree has the others. */
const LEGIBLE = 2;

/** Shows a problem and takes the fix that the user clicks, if any. */
export async function notifyProblem(problem: Problem): Promise<void> {
  const steps = [...problem.fixes.slice(0, LEGIBLE), learnMore(problem.code)];
  const picked = await vscode.window.showWarningMessage(
    sentence(problem),
    ...steps.map(({ label }) => label),
  );
  const fix = steps.find(({ label }) => label === picked);
  if (fix) await takeFix(fix);
}

/** The next steps as a person is offered them: the fixes, and where to read more. */
export function stepsOf({ code, fixes }: Problem): Fix[] {
  return [...fixes, learnMore(code)];
}

/** The fix as a command that an item of a view, or a button in the chat, runs. */
export function commandOf(fix: Fix): vscode.Command {
  return 'url' in fix
    ? { title: fix.label, command: 'vscode.open', arguments: [vscode.Uri.parse(fix.url)] }
    : { title: fix.label, command: fix.command, arguments: [...(fix.arguments ?? [])] };
}

export async function takeFix(fix: Fix): Promise<void> {
  if ('url' in fix) await vscode.env.openExternal(vscode.Uri.parse(fix.url));
  else await vscode.commands.executeCommand(fix.command, ...(fix.arguments ?? []));
}
