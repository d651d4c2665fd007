/** Counts what the cases of the fault matrix came to, fails those that no row allows, and prints the table at the end. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFullRun } from '../../unit/random.ts';
import { BOUNDARIES, type Boundary } from './boundaries.ts';
import { type Fault, FAULTS, type NoRow, type Row, type Rows } from './rows.ts';
import { type Counts, printedTable } from './table.ts';

const counts: Record<string, Partial<Record<Fault, Record<string, number>>>> = {};
const RECORD = join(import.meta.dirname, 'counts.json');

/** Takes down that a case of a row came to what is seen of it. */
export function take(boundary: Boundary, fault: Fault, seen: string): void {
  const row: Row | NoRow = BOUNDARIES[boundary][fault];
  assert.ok('sees' in row, `${boundary}, ${fault}: there is no such row.`);
  assert.ok(row.sees.includes(seen), `${boundary}, ${fault}: "${seen}" is not among ${row.sees.join(' | ')}`);
  const of = ((counts[boundary] ??= {})[fault] ??= {});
  of[seen] = (of[seen] ?? 0) + 1;
}

/** The faults whose rows the matrix runs itself. */
type Own<R extends Rows> = {
  [F in keyof R & Fault]: R[F] extends { readonly why: string } | { readonly provenIn: string } ? never : F;
}[keyof R & Fault];

/** What takes down what a case came to. */
export type Take = (seen: string) => void;

/** Defines the tests of a boundary: one a row, each of which takes down at least one case. */
export function runRows<R extends Rows>(
  boundary: Boundary,
  rows: R,
  runs: Readonly<Record<Own<R>, (take: Take) => Promise<void>>>,
): void {
  for (const fault of FAULTS) {
    const run = (runs as Partial<Record<Fault, (take: Take) => Promise<void>>>)[fault];
    if (!run) continue;
    it(`${fault}: ${(rows[fault] as Row).done}`, async () => {
      await run(seen => take(boundary, fault, seen));
      assert.ok(counts[boundary]?.[fault], 'No case was run.');
    });
  }
}

after('fault matrix', () => {
  if (Object.keys(counts).length === 0) return;
  console.log(printedTable(counts));
  const isWhole = isFullRun && Object.keys(BOUNDARIES).every(boundary => boundary in counts);
  if (!isWhole) return;
  if (process.env['FAULT_COUNTS'] === 'write')
    writeFileSync(RECORD, `${JSON.stringify(counts, undefined, 2)}\n`);
  const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as Counts;
  assert.deepEqual(
    casesIn(counts),
    casesIn(recorded),
    'docs/faults.md has fallen behind. Run: npm run faults',
  );
});

/** How many cases each row has: what they came to can depend on the moment. */
function casesIn(all: Counts): Record<string, number> {
  const rows = Object.entries(all).flatMap(([boundary, faults]) =>
    Object.entries(faults).map(([fault, seen]) => [
      `${boundary}, ${fault}`,
      Object.values(seen ?? {}).reduce((sum, each) => sum + each, 0),
    ]),
  );
  return Object.fromEntries(rows.sort()) as Record<string, number>;
}
