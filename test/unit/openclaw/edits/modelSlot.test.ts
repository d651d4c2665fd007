import assert from 'node:assert/strict';
import {
  DEFAULT_MODEL,
  fallbacksEdit,
  fallbacksOf,
  primaryEdit,
  primaryOf,
} from '../../../../src/openclaw/edits/modelSlot.ts';
import type { JsonValue } from '../../../../src/openclaw/jsonValue.ts';
import { defaults } from './plans.ts';

const SLOT = [...DEFAULT_MODEL];

describe('a place for a model', () => {
  const cases: [
    slot: JsonValue,
    primary: string | undefined,
    fallbacks: string[],
    first: object,
    rest: object,
  ][] = [
    [
      'x/y',
      'x/y',
      [],
      { path: SLOT, value: 'a/b' },
      { path: SLOT, value: { primary: 'x/y', fallbacks: ['c/d'] } },
    ],
    [
      { primary: 'x/y', fallbacks: ['e/f', 7, 'g/h'] },
      'x/y',
      ['e/f', 'g/h'],
      { path: [...SLOT, 'primary'], value: 'a/b' },
      { path: [...SLOT, 'fallbacks'], value: ['c/d'] },
    ],
    [
      { fallbacks: ['e/f'] },
      undefined,
      ['e/f'],
      { path: [...SLOT, 'primary'], value: 'a/b' },
      { path: [...SLOT, 'fallbacks'], value: ['c/d'] },
    ],
    [
      { timeoutMs: 5 },
      undefined,
      [],
      { path: [...SLOT, 'primary'], value: 'a/b' },
      { path: [...SLOT, 'fallbacks'], value: ['c/d'] },
    ],
  ];
  for (const [model, primary, fallbacks, first, rest] of cases) {
    it(JSON.stringify(model), () => {
      const config = defaults({ model });
      assert.equal(primaryOf(config, SLOT), primary);
      assert.deepEqual(fallbacksOf(config, SLOT), fallbacks);
      assert.deepEqual(primaryEdit(config, SLOT, 'a/b'), first);
      assert.deepEqual(fallbacksEdit(config, SLOT, ['c/d']), rest);
    });
  }

  it('that is not there', () => {
    assert.equal(primaryOf(undefined, SLOT), undefined);
    assert.deepEqual(fallbacksOf({}, SLOT), []);
    assert.deepEqual(primaryEdit({}, SLOT, 'a/b'), { path: SLOT, value: { primary: 'a/b' } });
    assert.deepEqual(fallbacksEdit({}, SLOT, ['c/d']), { path: [...SLOT, 'fallbacks'], value: ['c/d'] });
  });
});
