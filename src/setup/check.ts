/** What a check of the set-up is, and what it finds. */
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

export function warning(reason: string, fixes: readonly (Fix | undefined)[] = []): Finding {
  return { outcome: 'warning', reason, fixes: fixes.filter(fix => fix !== undefined) };
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
  return failed([...told.map(sentence), ...more].join(' '), told.flatMap(fixesOf));
}

/** Passed, unless there is something to point out besides. */
export function passedBut(reason: string, problems: readonly Problem[]): Finding {
  if (problems.length === 0) return passed(reason);
  return warning([reason, ...problems.map(sentence)].join(' '), problems.flatMap(fixesOf));
}

/** Without the one that asks for the models again: a report is run again as a whole. */
export function fixesOf({ fixes }: Problem): Fix[] {
  return fixes.filter(fix => !('command' in fix) || fix.command !== 'openclawBedrock.refreshModels');
}
