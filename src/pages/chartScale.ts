/** A logarithmic scale of a chart: where a value stands, and which values are worth a line. Runs on the page. */

export interface Scale {
  /** From the smallest value to the largest. */
  readonly domain: readonly [number, number];
  /** Pixels for these. */
  readonly range: readonly [number, number];
}

/** The scale for these values, all above 0, with some room at both ends; it spans a decade at least. */
export function logScale(values: readonly number[], range: readonly [number, number]): Scale {
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 10];
  const room = Math.max(1.4, Math.sqrt(10 / (most / least)));
  return { domain: [least / room, most * room], range };
}

/** Pixels. */
export function positionOf(value: number, { domain: [least, most], range: [from, to] }: Scale): number {
  const share = Math.log(value / least) / Math.log(most / least);
  return from + share * (to - from);
}

/** 1, 2 and 5 times the powers of ten in the domain; the powers alone where these are too many. */
export function ticksOf({ domain: [least, most] }: Scale): number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(most)) - Math.floor(Math.log10(least)) + 1 },
    (_, index) => Math.floor(Math.log10(least)) + index,
  );
  const ticks = (steps: readonly number[]) =>
    powers
      .flatMap(power => steps.map(step => Number((step * 10 ** power).toPrecision(1))))
      .filter(tick => tick >= least && tick <= most);
  const all = ticks([1, 2, 5]);
  return all.length > MANY ? ticks([1]) : all;
}

const MANY = 8;
