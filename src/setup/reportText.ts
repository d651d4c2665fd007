/** A report in words: its summary, and the whole of it as plain text. */
import * as l10n from '@vscode/l10n';
import type { Fix } from '../problem.ts';
import type { Line, SetupReport } from './setupReport.ts';

/** What an outcome is called. */
export function outcomeName(outcome: Line['outcome']): string {
  switch (outcome) {
    case 'passed':
      return l10n.t('Passed');
    case 'warning':
      return l10n.t('Warning');
    case 'failed':
      return l10n.t('Failed');
    case 'skipped':
      return l10n.t('Skipped');
    case 'running':
      return l10n.t('Running');
    case 'waiting':
      return l10n.t('Waiting');
  }
}

/** Where the report stands, in a sentence. */
export function summary({ state, lines }: SetupReport): string {
  if (state === 'cancelled') return l10n.t('Cancelled.');
  if (state === 'running') {
    const at = lines.findIndex(({ outcome }) => outcome === 'running');
    return l10n.t('Checking {0} of {1}: {2}', at + 1, lines.length, lines[at]?.title ?? '');
  }
  const count = (wanted: Line['outcome']) => lines.filter(({ outcome }) => outcome === wanted).length;
  const [failures, warnings, skips] = [count('failed'), count('warning'), count('skipped')];
  if (failures === 1) return l10n.t('One thing needs fixing.');
  if (failures > 1) return l10n.t('{0} things need fixing.', failures);
  if (warnings === 1) return l10n.t('One thing needs a look.');
  if (warnings > 1) return l10n.t('{0} things need a look.', warnings);
  return skips > 0 ? l10n.t('Everything that was checked works.') : l10n.t('Everything works.');
}

/** Everything of the report but what buttons do. */
export function reportText(report: SetupReport): string {
  const heading = l10n.t('OpenClaw and Amazon Bedrock on this machine: {0}', summary(report));
  return `${[heading, '', ...report.lines.map(lineText)].join('\n')}\n`;
}

function lineText({ title, outcome, reason, fixes }: Line): string {
  const line = `[${outcomeName(outcome)}] ${title}${reason && `: ${reason}`}`;
  return [line, ...fixes.map(fix => `    ${fixText(fix)}`)].join('\n');
}

function fixText(fix: Fix): string {
  return 'url' in fix ? `→ ${fix.label}: ${fix.url}` : `→ ${fix.label}`;
}
