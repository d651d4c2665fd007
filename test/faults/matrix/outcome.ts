/** What a person sees of a fault: nothing, or a problem that is fit to be shown. */
import assert from 'node:assert/strict';
import { type Problem, sentence } from '../../../src/problem.ts';

/** A stack, a class of the SDK or of Node, or what a template could not fill in. */
const RAW =
  /\bat \S+ \(|\b[A-Z]\w*(Error|Exception)\b|\$metadata|\$response|Deserialization|checksum|ECONN|ENOENT|\bundefined\b|\[object|NaN/;
/** What explanations tell a person to do. */
const NEXT_STEP =
  /again|change|check|choose|correct|create|delete|free|look at|open|refresh|renew|run|set|sign in|start|wait/i;

/** The problem's name in the rows. Fails where it is not fit to be shown. */
export function seenOf(problem: Problem): string {
  const { code, title, explanation, fixes } = problem;
  const shown = sentence(problem);
  assert.ok(title.trim() && !/[.!]$/.test(title), shown);
  assert.match(explanation, /^([^a-z]|https?:).{15,}[.!?]$/s, shown);
  assert.doesNotMatch(shown, RAW);
  assert.ok(fixes.length > 0 || NEXT_STEP.test(explanation), `No next step: ${shown}`);
  for (const fix of fixes) assert.ok(fix.label && ('url' in fix ? fix.url : fix.command), shown);
  return `${code}: ${title}`;
}
