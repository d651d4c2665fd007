import assert from 'node:assert/strict';
import { aliasOf, aliasProblem, planAlias, usesOfAlias } from '../../../../src/openclaw/edits/alias.ts';
import { type JsonObject, pathWords } from '../../../../src/openclaw/jsonValue.ts';
import { layoutOf } from '../../../../src/openclaw/layout.ts';
import { ProblemError } from '../../../../src/problem.ts';
import { around, impliedEdits } from '../planned.ts';
import { defaults, ONE_REF, related } from './plans.ts';

const PATH = ['agents', 'defaults', 'models', ONE_REF, 'alias'];
const POLICY = ['agents', 'defaults', 'modelPolicy'];
const set = { path: PATH, value: 'one' };
const here = around();

describe('an alias', () => {
  it('is read', () => {
    assert.equal(aliasOf(defaults({ models: { [ONE_REF]: { alias: 'one' } } }), ONE_REF), 'one');
    for (const entry of [{}, { alias: '' }, { alias: 7 }] as JsonObject[]) {
      assert.equal(aliasOf(defaults({ models: { [ONE_REF]: entry } }), ONE_REF), undefined);
    }
    assert.equal(aliasOf(undefined, ONE_REF), undefined);
  });

  it('is refused where OpenClaw would not take it', () => {
    for (const odd of ['a b', 'a/b', 'ä', '', 'a,b', 'a\n']) {
      assert.equal(aliasProblem({}, ONE_REF, odd), 'Use letters, digits and . _ : - only, such as "sonnet".');
    }
    for (const fine of ['one', 'One-2.1', 'a_b:c']) assert.equal(aliasProblem({}, ONE_REF, fine), undefined);
  });

  it('is refused where another model has it, in any case', () => {
    const config = defaults({ models: { 'x/y': { alias: 'Fast' }, [ONE_REF]: { alias: 'own' } } });
    assert.equal(aliasProblem(config, ONE_REF, 'fast'), 'x/y has this alias already. Choose another one.');
    assert.equal(aliasProblem(config, ONE_REF, 'OWN'), undefined);
    assert.throws(
      () => planAlias(config, ONE_REF, 'FAST', here),
      (error: unknown) => error instanceof ProblemError && error.problem.code === 'setting-invalid',
    );
  });

  it('is set, without what stands around it', () => {
    const config = defaults({ models: { [ONE_REF]: { params: {} } } });
    assert.deepEqual(planAlias(config, ONE_REF, ' one ', here), { edits: [set], related: [], warnings: [] });
  });

  it('is taken away by a blank one, also where there is none', () => {
    const config = defaults({ models: { [ONE_REF]: { alias: 'one', params: {} } } });
    for (const its of [config, {}]) {
      assert.deepEqual(planAlias(its, ONE_REF, ' ', here), {
        edits: [{ path: PATH, remove: true }],
        related: [],
        warnings: [],
      });
    }
  });
});

describe('an alias in a map of models that would restrict from then on', () => {
  const keep = [
    'implied',
    'Keep all models allowed (agents.defaults.modelPolicy)',
    { path: POLICY, value: {} },
  ];
  const free: [name: string, config: JsonObject][] = [
    ['a map with others', defaults({ models: { 'x/y': {} } })],
    ['a map that was turned into a policy', { meta: { migrations: { modelPolicyAllowlist: true } } }],
    ['a policy', defaults({ modelPolicy: { allow: ['x/y'] } })],
    ['an empty policy', defaults({ modelPolicy: {} })],
  ];
  for (const [name, config] of free) {
    it(`needs nothing with ${name}`, () => {
      assert.deepEqual(planAlias(config, ONE_REF, 'one', here).related, []);
    });
  }

  for (const config of [{}, defaults({ models: {} })]) {
    it(`comes with an empty policy where those are known: ${JSON.stringify(config)}`, () => {
      const plan = planAlias(config, ONE_REF, 'one', here);
      assert.deepEqual(related(plan), [keep]);
      assert.deepEqual(impliedEdits(plan), [set, { path: POLICY, value: {} }]);
    });
  }

  const inUse: JsonObject = {
    agents: {
      defaults: {
        model: { primary: 'x/y', fallbacks: ['a/b', 'x/y', ONE_REF] },
        imageModel: { primary: 'c/d', fallbacks: ['e/f'] },
      },
      list: [{ id: 'main', model: { primary: 'g/h' } }, { id: 'work' }],
    },
  };
  const older = around('2026.5.7');
  const unknown = around('', { installation: { source: 'assumed', layout: layoutOf('2026.9.6') } });
  for (const [name, surroundings] of Object.entries({
    'an older version': older,
    'an unknown version': unknown,
  })) {
    it(`needs consent, and all that are in use beside it, with ${name}`, () => {
      const plan = planAlias(inUse, ONE_REF, 'one', surroundings);
      const others = ['x/y', 'a/b', 'c/d', 'e/f', 'g/h'];
      assert.deepEqual(related(plan), [
        [
          'required',
          `Let OpenClaw use only these models from then on: ${[ONE_REF, ...others].join(', ')}. Its versions before 2026.8.1 take named models for a list of all that are allowed`,
          ...others.map(ref => ({ path: [...PATH.slice(0, 3), ref], value: {} })),
        ],
      ]);
      assert.deepEqual(impliedEdits(plan), []);
    });
  }
});

describe('an alias that the config goes by', () => {
  const config: JsonObject = {
    agents: {
      defaults: {
        model: { primary: 'one', fallbacks: ['x/y', 'ONE'] },
        models: { [ONE_REF]: { alias: 'One' } },
        modelPolicy: { allow: ['openai/*', 'one'] },
      },
      entries: { main: { model: 'one', modelPolicy: { allow: ['one'] } }, work: { model: 'x/y' } },
    },
  };
  const uses = [
    ['agents', 'defaults', 'model', 'primary'],
    ['agents', 'defaults', 'model', 'fallbacks', 1],
    ['agents', 'entries', 'main', 'model'],
    [...POLICY, 'allow', 1],
    ['agents', 'entries', 'main', 'modelPolicy', 'allow', 0],
  ];

  it('is found everywhere', () => assert.deepEqual(usesOfAlias(config, ONE_REF), uses));

  it('is not found where the model has none', () => {
    assert.deepEqual(usesOfAlias(defaults({ model: '' }), ONE_REF), []);
  });

  for (const [name, alias] of Object.entries({ 'becomes another': 'uno', 'is taken away': '' })) {
    it(`is spelt out when it ${name}, since a policy may name none that is not there`, () => {
      const plan = planAlias(config, ONE_REF, alias, here);
      assert.deepEqual(related(plan), [
        [
          'implied',
          `Write ${ONE_REF} where the config says "One" (${uses.map(pathWords).join(', ')})`,
          ...uses.map(path => ({ path, value: ONE_REF })),
        ],
      ]);
    });
  }

  it('stays where only its case changes', () => {
    assert.deepEqual(planAlias(config, ONE_REF, 'oNE', here).related, []);
  });
});
