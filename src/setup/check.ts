/** What a check of the set-up is, and what it finds. */
import * as l10n from '@vscode/l10n';
import { learnMore } from '../bedrock/fixes.ts';
import { distinct, type Fix, type Problem, sentence } from '../problem.ts';
import type { SetupWorld } from './setupWorld.ts';

export type CheckId =
  | 'config'
  | 'version'
  | 'credentials'
  | 'caller'
  | 'region'
  | 'models'
  | 'profiles'
  | 'converse'
  | 'allowlist'
  | 'gateway';

export type Outcome = 'passed' | 'warning' | 'failed' | 'skipped';

export interface Finding {
  readonly outcome: Outcome;
  /** Why, in a sentence or two. */
  readonly reason: string;
  readonly fixes: readonly Fix[];
}

export interface Check {
  readonly id: CheckId;
  /** A function, since the texts are known only once the extension has been activated. */
  readonly title: () => string;
  /** Checks without whose success this one says nothing. */
  readonly needs: readonly CheckId[];
  /** A `ProblemError` that it throws is a failure. */
  readonly run: (world: SetupWorld, signal: AbortSignal) => Promise<Finding>;
}

export function passed(reason: string): Finding {
  return { outcome: 'passed', reason, fixes: [] };
}

/** Nobody is left without a button: where there is nothing better, the checks can be run again. */
export function warning(reason: string, fixes: readonly (Fix | undefined)[] = []): Finding {
  const given = fixes.filter(fix => fix !== undefined);
  const each = given.filter((fix, at) => given.findIndex(({ label }) => label === fix.label) === at);
  return { outcome: 'warning', reason, fixes: each.length > 0 ? each : [runAgain()] };
}

export function failed(reason: string, fixes: readonly (Fix | undefined)[] = []): Finding {
  return { ...warning(reason, fixes), outcome: 'failed' };
}

export function skipped(reason: string, fixes: readonly Fix[] = []): Finding {
  return { outcome: 'skipped', reason, fixes };
}

/** Failed by the first; the others, which may be why, and what else there is to say follow. */
export function failedBy(problems: readonly Problem[], more: readonly string[] = []): Finding {
  const told = distinct(problems);
  return failed([...told.map(sentence), ...more].join(' '), stepsOf(told));
}

/** Passed, unless there is something to point out besides. */
export function passedBut(reason: string, problems: readonly Problem[]): Finding {
  if (problems.length === 0) return passed(reason);
  return warning([reason, ...problems.map(sentence)].join(' '), stepsOf(problems));
}

/** Their fixes, and where to read more of the first. */
function stepsOf(problems: readonly Problem[]): Fix[] {
  const fixes = problems.flatMap(fixesOf);
  const more = problems.slice(0, 1).map(({ code }) => learnMore(code));
  return [...(fixes.length > 0 ? fixes : [runAgain()]), ...more];
}

/**
 * A report is run again as a whole, where asking for the models again comes first; after other steps it goes without
 * saying.
 */
export function fixesOf({ fixes }: Problem): Fix[] {
  const isRetry = (fix: Fix) => 'command' in fix && fix.command === 'openclawBedrock.refreshModels';
  return fixes.flatMap((fix, at) => (!isRetry(fix) ? fix : at === 0 ? runAgain() : []));
}

function runAgain(): Fix {
  return { label: l10n.t('Run Again'), command: 'openclawBedrock.checkSetup' };
}
