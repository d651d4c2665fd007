import assert from 'node:assert/strict';
import { costOf } from '../../../../src/bedrock/converse/cost.ts';

describe('what an answer costs', () => {
  const price = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
  const usage = { input: 1_000_000, output: 100_000, cacheRead: 600_000, cacheWrite: 200_000 };

  it('counts tokens of the cache at their own prices', () => {
    assert.equal(costOf(usage, price).toFixed(4), (0.2 * 3 + 1.5 + 0.6 * 0.3 + 0.2 * 3.75).toFixed(4));
  });

  it('counts them as any others where they have none', () => {
    assert.equal(costOf(usage, { ...price, cacheRead: 0, cacheWrite: 0 }).toFixed(4), '4.5000');
  });
});
