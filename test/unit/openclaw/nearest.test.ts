import assert from 'node:assert/strict';
import { distance, nearest } from '../../../src/openclaw/nearest.ts';

describe('nearest names', () => {
  const DISTANCES: [one: string, other: string, distance: number][] = [
    ['', '', 0],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['enabld', 'enabled', 1],
    ['reigon', 'region', 1],
    ['primry', 'primary', 1],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['abcd', 'badc', 2],
  ];
  for (const [one, other, expected] of DISTANCES) {
    it(`are ${String(expected)} apart: "${one}" and "${other}"`, () => {
      assert.equal(distance(one, other), expected);
      assert.equal(distance(other, one), expected);
    });
  }

  it('come the nearest first, within reach, whatever their case', () => {
    const names = ['providerFilter', 'provider', 'providers', 'region'];
    assert.deepEqual(nearest('Providrs', names, 3), ['providers', 'provider']);
    assert.deepEqual(nearest('providrs', names, 1), ['providers']);
    assert.deepEqual(nearest('providrs', names, 3, 1), ['providers']);
    assert.deepEqual(nearest('xyz', names, 3), []);
    assert.deepEqual(nearest('Providers', ['providers'], 1), ['providers']);
  });
});
