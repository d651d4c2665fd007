/** What a value is measured by: its goal, and whether that is met. */
import type { Compared } from './handover.ts';
import { type Growth, steepest } from './growth.ts';
import { median, percentile, spread } from './statistics.ts';

export interface Figure extends Verdict {
  readonly figure: string;
  /** What was measured of published extensions that do the same. */
  readonly peers?: string;
}

export interface Verdict {
  readonly goal: string;
  readonly value: string;
  readonly isMet: boolean;
}

/** By their median. */
export function timeBelow(goal: number, times: readonly number[]): Verdict {
  const [least, most] = spread(times);
  return {
    goal: `under ${goal} ms`,
    value: `${milliseconds(median(times))} (${milliseconds(least)} to ${milliseconds(most)})`,
    isMet: median(times) < goal,
  };
}

/** By what one in twenty exceeds. */
export function slowestBelow(goal: number, times: readonly number[]): Verdict {
  const value = percentile(95, times);
  return { goal: `under ${goal} ms`, value: milliseconds(value), isMet: value < goal };
}

export function sizeBelow(goal: number, bytes: number): Verdict {
  const kib = bytes / 1024;
  return { goal: `under ${goal.toLocaleString('en')} KiB`, value: kibibytes(bytes), isMet: kib < goal };
}

export function exactly(goal: number, value: number): Verdict {
  return { goal: String(goal), value: String(value), isMet: value === goal };
}

/** Of the medians. */
export function ratio(
  { ours, reference }: Compared,
  direction: 'at most' | 'at least',
  goal: number,
  unit: (value: number) => string = milliseconds,
): Verdict {
  const [mine, theirs] = [median(ours), median(reference)];
  const value = mine / theirs;
  return {
    goal: `${direction} ${goal}`,
    value: `${value.toFixed(2)} (${unit(mine)} against ${unit(theirs)})`,
    isMet: direction === 'at most' ? value <= goal : value >= goal,
  };
}

/** That it grows no faster than the size, with room for noise. */
export function linear(growth: Growth): Verdict {
  const [ours] = growth.lines;
  const value = steepest(growth, ours!);
  return {
    goal: 'at most 1.2 times linear',
    value: `${value.toFixed(2)} times`,
    isMet: value <= 1.2,
  };
}

export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

export function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KiB`;
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')} a second`;
}
