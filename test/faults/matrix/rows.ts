/** What the fault matrix is made of: for each boundary a row a fault, which says what comes of it or why there is none. */

export const FAULTS = [
  'refused',
  'reset',
  'slow',
  'cut',
  'garbage',
  'wrong content type',
  'oversized',
  'duplicate events',
  'clock skew',
  'disk full',
  'read-only',
  'deleted underfoot',
  'two windows',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Nothing is seen of a fault: what was asked for came as if there had been none. */
export const WHOLE = 'whole';

export interface Row {
  /** What is done to the boundary, in words. */
  readonly done: string;
  /** All that a case may come to: `WHOLE`, or a problem by its code and title (`stream-cut: The answer was cut off`). */
  readonly sees: readonly string[];
  /** What the person still has. */
  readonly keeps: string;
  /** The test file of this tier that runs it, where that is not the matrix's own. */
  readonly provenIn?: string;
}

/** A fault that a boundary does not know. */
export interface NoRow {
  readonly why: string;
}

export type Rows = Readonly<Record<Fault, Row | NoRow>>;
