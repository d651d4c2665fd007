import assert from 'node:assert/strict';
import {
  allowing,
  type Allowlist,
  allowlistOf,
  isAllowed,
  refOfAlias,
} from '../../../../src/openclaw/edits/allowlist.ts';
import type { JsonObject, Path } from '../../../../src/openclaw/jsonValue.ts';
import { defaults } from './plans.ts';

const MAP = ['agents', 'defaults', 'models'];
const ALLOW = ['agents', 'defaults', 'modelPolicy', 'allow'];
const WORK = ['agents', 'entries', 'work'];
const OWN = [...WORK, 'modelPolicy', 'allow'];

const marked = (its: JsonObject, isMigrated: boolean): JsonObject => ({
  meta: { migrations: { modelPolicyAllowlist: isMigrated } },
  ...defaults(its),
});
const policies = (allow: JsonObject, own: JsonObject): JsonObject => ({
  agents: { defaults: { models: { 'a/b': {} }, ...allow }, entries: { work: own } },
});
const list = (kind: Allowlist['kind'], path: Path, ...refs: string[]) => ({ kind, path, refs });

describe('the allowlist in force', () => {
  const cases: [
    name: string,
    config: JsonObject | undefined,
    allowlist: Allowlist | undefined,
    agent?: Path,
  ][] = [
    ['no config', undefined, undefined],
    ['nothing', {}, undefined],
    ['a map', defaults({ models: { 'a/b': {}, 'c/d': {} } }), list('models', MAP, 'a/b', 'c/d')],
    ['an empty map', defaults({ models: {} }), undefined],
    ['a map that was turned into a policy', marked({ models: { 'a/b': {} } }, true), undefined],
    ['a map that was not', marked({ models: { 'a/b': {} } }, false), list('models', MAP, 'a/b')],
    ['a map beside an empty policy', defaults({ models: { 'a/b': {} }, modelPolicy: {} }), undefined],
    [
      'a policy that allows all, beside a map',
      defaults({ models: { 'a/b': {} }, modelPolicy: { allow: [] } }),
      undefined,
    ],
    [
      'a policy, beside a map',
      defaults({ models: { 'a/b': {} }, modelPolicy: { allow: ['c/*', 'e/f'] } }),
      list('model-policy', ALLOW, 'c/*', 'e/f'),
    ],
    [
      'a policy that names a model by its alias, in any case',
      defaults({ models: { 'a/b': { alias: 'Nova' } }, modelPolicy: { allow: ['nova', 'other'] } }),
      list('model-policy', ALLOW, 'a/b', 'other'),
    ],
    [
      'an agent’s own policy',
      policies({ modelPolicy: { allow: ['c/d'] } }, { modelPolicy: { allow: ['e/f'] } }),
      list('model-policy', OWN, 'e/f'),
      WORK,
    ],
    [
      'an agent’s own policy that allows all',
      policies({ modelPolicy: { allow: ['c/d'] } }, { modelPolicy: { allow: [] } }),
      undefined,
      WORK,
    ],
    [
      'an agent’s own policy that says nothing',
      policies({ modelPolicy: { allow: ['c/d'] } }, { modelPolicy: {} }),
      list('model-policy', ALLOW, 'c/d'),
      WORK,
    ],
    ['an agent without one, of a map', policies({}, {}), list('models', MAP, 'a/b'), WORK],
    [
      'another agent’s own policy',
      policies({}, { modelPolicy: { allow: ['e/f'] } }),
      list('models', MAP, 'a/b'),
    ],
  ];
  for (const [name, config, allowlist, agent] of cases) {
    it(name, () => assert.deepEqual(allowlistOf(config, agent), allowlist));
  }
});

describe('what an allowlist allows', () => {
  const cases: [allowlist: Allowlist | undefined, ref: string, isIt: boolean][] = [
    [undefined, 'a/b', true],
    [list('models', MAP, 'a/b'), 'a/b', true],
    [list('models', MAP, 'a/b'), 'a/c', false],
    [list('models', MAP, 'a/*'), 'a/c', false],
    [list('model-policy', ALLOW, 'a/*'), 'a/c', true],
    [list('model-policy', ALLOW, 'a/*'), 'ab/c', false],
    [list('model-policy', ALLOW, 'a/n/*'), 'a/n/c', true],
    [list('model-policy', ALLOW, 'a/n/*'), 'a/m/c', false],
    [list('model-policy', ALLOW, 'a/b'), 'a/bc', false],
  ];
  for (const [allowlist, ref, isIt] of cases) {
    it(`${allowlist?.refs.join() ?? 'none'} (${allowlist?.kind ?? 'any'}): ${ref}`, () =>
      assert.equal(isAllowed(allowlist, ref), isIt));
  }

  it('the last one to have an alias', () => {
    const config = defaults({
      models: { 'a/b': { alias: 'x' }, 'c/d': { alias: 'X' }, 'e/f': { alias: '' } },
    });
    assert.equal(refOfAlias(config, 'x'), 'c/d');
    assert.equal(refOfAlias(config, ''), undefined);
    assert.equal(refOfAlias({}, 'x'), undefined);
  });
});

describe('allowing models', () => {
  it('adds what is missing to the map, as OpenClaw itself does', () => {
    const config = defaults({ models: { 'a/b': {} } });
    assert.deepEqual(allowing(config, ['c/d', 'a/b', 'e/f']), [
      {
        text: 'Add c/d, e/f to the models that OpenClaw may use (agents.defaults.models)',
        edits: [
          { path: [...MAP, 'c/d'], value: {} },
          { path: [...MAP, 'e/f'], value: {} },
        ],
        consent: 'implied',
      },
    ]);
  });

  it('adds to a policy only when agreed to, behind all that stands there', () => {
    const config = defaults({ modelPolicy: { allow: ['a/b', 7] } });
    assert.deepEqual(allowing(config, ['c/d', 'e/f']), [
      {
        text: 'Add c/d, e/f to the models that OpenClaw may use (agents.defaults.modelPolicy.allow)',
        edits: [
          { path: [...ALLOW, 2], value: 'c/d' },
          { path: [...ALLOW, 3], value: 'e/f' },
        ],
        consent: 'optional',
      },
    ]);
  });

  it('adds to an agent’s own policy', () => {
    const config = policies({}, { modelPolicy: { allow: ['e/f'] } });
    assert.deepEqual(
      allowing(config, ['c/d'], WORK).flatMap(({ edits }) => edits),
      [{ path: [...OWN, 1], value: 'c/d' }],
    );
  });

  it('makes none', () => {
    for (const config of [{}, defaults({ models: {} }), defaults({ modelPolicy: { allow: [] } })]) {
      assert.deepEqual(allowing(config, ['a/b']), []);
    }
    assert.deepEqual(allowing(defaults({ modelPolicy: { allow: ['a/*'] } }), ['a/b']), []);
  });
});
