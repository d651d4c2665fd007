/** OpenClaw: Check Config. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Verdict } from '../openclaw/cli.ts';
import { notifyProblem } from '../editor/notify.ts';
import { withoutDetails } from '../problem.ts';
import { configFindings, type FileFinding } from '../state/configFindings.ts';
import type { Command, Parts } from './parts.ts';

export const checkConfig: Command = {
  id: 'openclawBedrock.checkConfig',
  /** Asks nothing; resolves to what was found, by OpenClaw's own command too where there is one. */
  run: async ({ config, connections, installed }: Parts) => {
    const { path, problem } = await config.asEdited();
    if (problem) {
      void notifyProblem(problem);
      return { path, valid: false, findings: [], problem: withoutDetails(problem) };
    }
    const [findings, verdict] = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: l10n.t('Checking the OpenClaw config') },
      () =>
        Promise.all([
          configFindings({ config, connections, installation: () => installed.current() }),
          installed.validate(path),
        ]),
    );
    const valid = verdict?.valid ?? !findings.some(({ severity }) => severity === 'error');
    void tell(findings, verdict);
    return {
      path,
      valid,
      findings: findings.map(({ code, severity, message, file, path: member }) => ({
        code,
        severity,
        message,
        file,
        path: member,
      })),
      ...(verdict && { openclaw: verdict }),
    };
  },
};

async function tell(findings: readonly FileFinding[], verdict: Verdict | undefined): Promise<void> {
  const isRefused = verdict?.valid === false;
  const text = [verdict && verdictWords(verdict), findingWords(findings.length)].filter(Boolean).join(' ');
  const show = findings.length > 0 ? l10n.t('Show Problems') : l10n.t('Open Config');
  const picked =
    isRefused || findings.length > 0
      ? await vscode.window.showWarningMessage(text, show)
      : await vscode.window.showInformationMessage(text);
  if (picked !== show) return;
  const [first] = findings;
  await vscode.commands.executeCommand(
    'openclawBedrock.openConfig',
    ...(first ? [{ file: first.file, member: first.path }] : []),
  );
  if (first) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function findingWords(count: number): string {
  if (count === 0) return l10n.t('The Bedrock parts of the config are in order.');
  return count === 1
    ? l10n.t('In the Bedrock parts of the config, one place needs a look.')
    : l10n.t('In the Bedrock parts of the config, {0} places need a look.', count);
}

function verdictWords({ valid, issues: [first] }: Verdict): string {
  if (valid) return l10n.t('OpenClaw itself accepts the config.');
  if (!first) return l10n.t('OpenClaw itself refuses the config.');
  return l10n.t(
    'OpenClaw itself refuses the config: {0}.',
    [first.path, first.message].filter(Boolean).join(': '),
  );
}
