/** A report without account ids, for those who show it to others. */
import type { Fix } from '../problem.ts';
import type { Line, SetupReport } from './setupReport.ts';

/** Account ids have twelve digits; what is longer is no safer to show. */
const ACCOUNT = /\d{12,}/g;

/** The text with its account ids as `1234••••9012`. */
export function masked(text: string): string {
  return text.replace(ACCOUNT, id => `${id.slice(0, 4)}••••${id.slice(-4)}`);
}

export function maskedReport(report: SetupReport): SetupReport {
  return { ...report, lines: report.lines.map(maskedLine) };
}

/** What buttons do is left as it is: nobody sees it. */
function maskedLine(line: Line): Line {
  return { ...line, reason: masked(line.reason), fixes: line.fixes.map(maskedFix) };
}

function maskedFix(fix: Fix): Fix {
  return { ...fix, label: masked(fix.label) };
}
