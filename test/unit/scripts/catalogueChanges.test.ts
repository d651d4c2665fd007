import assert from 'node:assert/strict';
import { catalogueChanges } from '../../../scripts/catalogueChanges.ts';

const entry = (contextWindow: number, input: number) => ({
  contextWindow,
  maxTokens: 100,
  cost: { input, output: 2, cacheRead: 0, cacheWrite: 0 },
});

describe('changes of the catalogue', () => {
  it('are models that came, went and have other figures', () => {
    const before = { 'acme.old': entry(1, 1), 'acme.other': entry(1_000, 1), 'acme.same': entry(1, 1) };
    const after = { 'acme.new': entry(5, 3), 'acme.other': entry(2_000, 1.5), 'acme.same': entry(1, 1) };
    assert.deepEqual(catalogueChanges(before, after), [
      '+ acme.new  context 5, answer 100, in 3, out 2, cache read 0, cache write 0',
      '- acme.old',
      '~ acme.other  context 1000 -> 2000, in 1 -> 1.5',
    ]);
  });

  it('are none between a catalogue and itself', () => {
    const same = { 'acme.one': entry(1, 1) };
    assert.deepEqual(catalogueChanges(same, same), []);
  });
});
