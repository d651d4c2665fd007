import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import {
  DEFAULT_MODEL,
  fallbacksEdit,
  fallbacksOf,
  primaryEdit,
  primaryOf,
} from '../../../../src/openclaw/edits/modelSlot.ts';
import type { JsonValue } from '../../../../src/openclaw/jsonValue.ts';
import { ProblemError } from '../../../../src/problem.ts';
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
      { primary: 'x/y', fallbacks: ['e/f', 'g/h'] },
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

  it('that holds null is as good as not there', () => {
    const [none, noRest] = [defaults({ model: null }), defaults({ model: { fallbacks: null } })];
    assert.deepEqual(primaryEdit(none, SLOT, 'a/b'), { path: SLOT, value: { primary: 'a/b' } });
    for (const config of [none, noRest]) {
      assert.deepEqual(fallbacksEdit(config, SLOT, ['c/d']), {
        path: [...SLOT, 'fallbacks'],
        value: ['c/d'],
      });
    }
  });

  const refused = (change: () => unknown) => {
    assert.throws(
      change,
      (error: unknown) =>
        error instanceof ProblemError &&
        error.problem.code === 'config-not-written' &&
        error.problem.explanation ===
          'agents.defaults.model is neither a model nor "primary" with a list of "fallbacks". Correct it by hand, then try again.' &&
        isDeepStrictEqual(error.problem.fixes, [
          { label: 'Open Config', command: 'openclawBedrock.openConfig', arguments: [{ member: SLOT }] },
        ]),
    );
  };
  for (const model of [['x/y'], [], 7, 0, true, false] satisfies JsonValue[]) {
    it(`that holds ${JSON.stringify(model)} is not written over`, () => {
      refused(() => primaryEdit(defaults({ model }), SLOT, 'a/b'));
      refused(() => fallbacksEdit(defaults({ model }), SLOT, ['c/d']));
    });
  }

  for (const fallbacks of ['e/f', { 0: 'e/f' }, 7, false, ['e/f', 7, 'g/h'], [null]] satisfies JsonValue[]) {
    it(`whose fallbacks are ${JSON.stringify(fallbacks)}: these are not written over, the first one is set`, () => {
      const config = defaults({ model: { primary: 'x/y', fallbacks } });
      refused(() => fallbacksEdit(config, SLOT, ['c/d']));
      assert.deepEqual(primaryEdit(config, SLOT, 'a/b'), { path: [...SLOT, 'primary'], value: 'a/b' });
    });
  }

  it('reads what it can of odd fallbacks', () => {
    assert.deepEqual(fallbacksOf(defaults({ model: { fallbacks: ['e/f', 7, 'g/h'] } }), SLOT), [
      'e/f',
      'g/h',
    ]);
  });
});
