/** A report without account ids, for those who show it to others. */
import { masked } from '../masked.ts';
import type { Fix } from '../problem.ts';
import type { Line, SetupReport } from './setupReport.ts';

export function maskedReport(report: SetupReport): SetupReport {
  return { ...report, lines: report.lines.map(maskedLine) };
}

function maskedLine(line: Line): Line {
  return { ...line, reason: masked(line.reason), fixes: line.fixes.map(maskedFix) };
}

/** Without what its command is called with, which may name an account as well. */
function maskedFix(fix: Fix): Fix {
  const label = masked(fix.label);
  return 'url' in fix ? { label, url: masked(fix.url) } : { label, command: fix.command };
}
