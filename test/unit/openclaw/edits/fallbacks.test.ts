import assert from 'node:assert/strict';
import {
  fallbackRefs,
  planAddFallback,
  planFallbacks,
  planRemoveFallback,
} from '../../../../src/openclaw/edits/fallbacks.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { around } from '../planned.ts';
import {
  block,
  defaults,
  ONE,
  ONE_ENTRY,
  ONE_REF,
  PROVIDER,
  related,
  TWO,
  TWO_ENTRY,
  TWO_REF,
  warnings,
} from './plans.ts';

const MODEL = ['agents', 'defaults', 'model'];
const FALLBACKS = [...MODEL, 'fallbacks'];
const here = around();
const slot = (primary: string, ...fallbacks: string[]) => defaults({ model: { primary, fallbacks } });

describe('fallback models', () => {
  it('are read in order, of whatever provider', () => {
    assert.deepEqual(fallbackRefs(slot('x/y', 'a/b', 'c/d')), ['a/b', 'c/d']);
    assert.deepEqual(fallbackRefs(defaults({ model: 'x/y' })), []);
    assert.deepEqual(fallbackRefs(undefined), []);
  });

  const added: [name: string, config: JsonObject, edits: object[]][] = [
    ['behind the others', slot('x/y', 'a/b'), [{ path: FALLBACKS, value: ['a/b', ONE_REF] }]],
    ['as the first one', slot('x/y'), [{ path: FALLBACKS, value: [ONE_REF] }]],
    [
      'to a primary that is a ref alone',
      defaults({ model: 'x/y' }),
      [{ path: MODEL, value: { primary: 'x/y', fallbacks: [ONE_REF] } }],
    ],
    ['where there is no model at all', {}, [{ path: FALLBACKS, value: [ONE_REF] }]],
    ['not twice', slot('x/y', ONE_REF, 'a/b'), []],
  ];
  for (const [name, config, edits] of added) {
    it(`are added ${name}`, () => assert.deepEqual(planAddFallback(config, ONE_REF, here).edits, edits));
  }

  it('are removed, the others kept in order', () => {
    const { edits, warnings: said } = planRemoveFallback(slot('x/y', 'a/b', ONE_REF, 'c/d'), ONE_REF, here);
    assert.deepEqual([edits, said], [[{ path: FALLBACKS, value: ['a/b', 'c/d'] }], []]);
    assert.deepEqual(planRemoveFallback(slot('x/y', ONE_REF), ONE_REF, here).edits, [
      { path: FALLBACKS, value: [] },
    ]);
  });

  it('are not removed where there are none', () => {
    for (const config of [{}, defaults({ model: 'x/y' }), slot('x/y', 'a/b')]) {
      assert.deepEqual(planRemoveFallback(config, ONE_REF, here), { edits: [], related: [], warnings: [] });
    }
  });

  it('are put in order, each once', () => {
    const config = slot('x/y', 'a/b', 'c/d');
    assert.deepEqual(planFallbacks(config, ['c/d', 'a/b', 'c/d'], here).edits, [
      { path: FALLBACKS, value: ['c/d', 'a/b'] },
    ]);
    assert.deepEqual(planFallbacks(config, ['a/b', 'c/d'], here).edits, []);
    assert.deepEqual(planFallbacks(config, [], here).edits, [{ path: FALLBACKS, value: [] }]);
  });

  it('bring along only what those need that are new', () => {
    const config: JsonObject = {
      ...block(ONE_ENTRY),
      agents: {
        defaults: { model: { primary: 'x/y', fallbacks: [ONE_REF] }, modelPolicy: { allow: ['x/y'] } },
      },
    };
    const plan = planFallbacks(config, [TWO_REF, ONE_REF, 'a/b'], around('2026.9.6', { models: [ONE, TWO] }));
    assert.deepEqual(related(plan), [
      [
        'optional',
        `Add ${TWO_REF}, a/b to the models that OpenClaw may use (agents.defaults.modelPolicy.allow)`,
        { path: ['agents', 'defaults', 'modelPolicy', 'allow', 1], value: TWO_REF },
        { path: ['agents', 'defaults', 'modelPolicy', 'allow', 2], value: 'a/b' },
      ],
      [
        'optional',
        `Describe ${TWO_REF} to OpenClaw (models.providers["amazon-bedrock"])`,
        { path: [...PROVIDER, 'models', 1], value: TWO_ENTRY },
      ],
    ]);
  });

  const said: [name: string, config: JsonObject, refs: string[], warnings: string[]][] = [
    [
      'nothing to stand in for',
      {},
      ['a/b'],
      ['OpenClaw has no primary model yet, so that fallbacks have nothing to stand in for.'],
    ],
    ['none added', { agents: { defaults: { model: { fallbacks: ['a/b'] } } } }, [], []],
    [
      'the primary itself',
      slot('x/y'),
      ['x/y'],
      ['x/y is the primary model too, so that it is of no use as a fallback.'],
    ],
    ['the primary itself, from before', slot('x/y', 'x/y'), ['a/b', 'x/y'], []],
    [
      'a plugin that is missing',
      slot('x/y'),
      [ONE_REF],
      [
        'This OpenClaw reaches Bedrock through a plugin that is not installed. Install it with: openclaw plugins install @openclaw/amazon-bedrock-provider',
      ],
    ],
    ['a plugin that is missing, for another provider’s model', slot('x/y'), ['a/b'], []],
  ];
  for (const [name, config, refs, texts] of said) {
    it(`warn of ${name}`, () => {
      const plan = planFallbacks(config, refs, around('2026.9.6', { isPluginMissing: true }));
      assert.deepEqual(warnings(plan), texts);
    });
  }
});
