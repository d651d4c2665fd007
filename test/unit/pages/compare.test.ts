import assert from 'node:assert/strict';
import { logScale, positionOf, ticksOf } from '../../../src/pages/chartScale.ts';
import type { CompareRow } from '../../../src/pages/compareMessages.ts';
import { filtered, firstIsDescending, NO_FILTER, ordered } from '../../../src/pages/compareOrder.ts';
import { compareRow } from '../../../src/pages/compareRows.ts';
import { ONE, TWO } from '../openclaw/edits/plans.ts';

const NO_ROLES = { isPrimary: false, fallback: 0, isImageModel: false, isDescribed: false, alias: undefined };
const look = { roles: NO_ROLES, access: undefined };
const price = { input: 1, output: 4, cacheRead: 0.1, cacheWrite: 0 };
const priced = { ...ONE, routes: [{ ...ONE.routes[0], price }, ...ONE.routes.slice(1)] as const };

describe('a row of the comparison', () => {
  it('tells what is known of a model', () => {
    assert.deepEqual(compareRow({ ...priced, routes: [{ ...ONE.routes[0], price }] }, look), {
      key: 'acme.one-v1:0',
      name: 'One',
      provider: 'Acme',
      contextWindow: 200_000,
      maxTokens: 8_192,
      contextIsDefault: false,
      outputIsDefault: false,
      ...price,
      inputs: 'text, images',
      seesImages: true,
      usesTools: false,
      reasons: true,
      routes: 'on demand',
      access: '',
      marks: '',
      isPrimary: false,
      isLegacy: false,
    });
  });

  it('has no price where none is known, and marks what is only a default', () => {
    const row = compareRow({ ...TWO, sources: { contextWindow: 'default', maxTokens: 'family' } }, look);
    assert.equal(row.input, undefined);
    assert.deepEqual([row.contextIsDefault, row.outputIsDefault], [true, false]);
  });

  it('says what OpenClaw has the model for, whether it is legacy, and whether it may be used', () => {
    const roles = { ...NO_ROLES, isPrimary: true, isImageModel: true };
    const row = compareRow({ ...ONE, legacy: {} }, { roles, access: 'needs-agreement' });
    assert.equal(row.marks, 'primary, for images, legacy');
    assert.equal(row.access, 'needs agreement');
    assert.ok(row.isPrimary && row.isLegacy);
  });
});

function row(name: string, more: Partial<CompareRow> = {}): CompareRow {
  return { ...compareRow(ONE, look), key: name, name, ...more };
}
const names = (rows: readonly CompareRow[]) => rows.map(each => each.name);

describe('the rows of the comparison', () => {
  const rows = [
    row('b', { input: 2, provider: 'Zeta', usesTools: true }),
    row('a 10', { contextWindow: 5 }),
    row('a 9', { input: 1, seesImages: false }),
  ];

  it('are in the order of a column, either way, what is not known last', () => {
    assert.deepEqual(names(ordered(rows, { column: 'name', isDescending: false })), ['a 9', 'a 10', 'b']);
    assert.deepEqual(names(ordered(rows, { column: 'input', isDescending: false })), ['a 9', 'b', 'a 10']);
    assert.deepEqual(names(ordered(rows, { column: 'input', isDescending: true })), ['b', 'a 9', 'a 10']);
    assert.deepEqual(names(ordered(rows, { column: 'usesTools', isDescending: true })), ['b', 'a 9', 'a 10']);
  });

  it('show at the first click what people look for', () => {
    assert.equal(firstIsDescending('contextWindow'), true);
    assert.equal(firstIsDescending('input'), false);
  });

  it('are those that pass every filter', () => {
    const left = (filter: object) => names(filtered(rows, { ...NO_FILTER, ...filter }));
    assert.deepEqual(left({}), ['b', 'a 10', 'a 9']);
    assert.deepEqual(left({ words: '10 DEMAND' }), ['a 10']);
    assert.deepEqual(left({ provider: 'Zeta' }), ['b']);
    assert.deepEqual(left({ usesTools: true }), ['b']);
    assert.deepEqual(left({ seesImages: true, words: 'a 1' }), ['a 10']);
    assert.deepEqual(left({ words: 'nothing' }), []);
  });
});

describe('the scale of a chart', () => {
  it('puts equal ratios at equal distances', () => {
    const scale = logScale([1, 100], [0, 300]);
    const [one, ten, hundred] = [1, 10, 100].map(value => positionOf(value, scale)) as [
      number,
      number,
      number,
    ];
    assert.ok(Math.abs(ten - one - (hundred - ten)) < 1e-9);
    assert.ok(one > 0 && hundred < 300);
  });

  it('names round values within its domain, not too many', () => {
    assert.deepEqual(
      ticksOf(logScale([30_000, 1_000_000], [0, 1])),
      [50_000, 100_000, 200_000, 500_000, 1_000_000],
    );
    assert.deepEqual(ticksOf(logScale([0.03, 20], [0, 1])), [0.1, 1, 10]);
  });

  it('spans a decade for a single value, and takes none', () => {
    const { domain } = logScale([5], [0, 1]);
    assert.ok(domain[1] / domain[0] > 9.9);
    assert.ok(ticksOf(logScale([5], [0, 1])).length > 1);
    assert.ok(ticksOf(logScale([], [0, 1])).length > 0);
  });
});
