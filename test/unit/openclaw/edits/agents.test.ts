import assert from 'node:assert/strict';
import { agentsOf, agentsWithOwnModel, planAgentModel } from '../../../../src/openclaw/edits/agents.ts';
import type { JsonObject, JsonValue } from '../../../../src/openclaw/jsonValue.ts';
import { ProblemError } from '../../../../src/problem.ts';
import { around } from '../planned.ts';
import { ONE, ONE_REF, related, warnings } from './plans.ts';

const here = around('2026.9.6', { models: [ONE] });
const entries = (its: JsonObject, more: JsonObject = {}): JsonObject => ({
  agents: { ...more, entries: its },
});
const list = (...agents: JsonValue[]): JsonObject => ({ agents: { list: agents } });

describe('agents', () => {
  it('are read from the list, by their places in it', () => {
    const config = list({ id: 'main', model: 'x/y' }, { model: 'no/id' }, 'odd', {
      id: 'work',
      model: { primary: 'a/b' },
    });
    assert.deepEqual(agentsOf(config), [
      { id: 'main', slot: ['agents', 'list', 0, 'model'], model: 'x/y' },
      { id: 'work', slot: ['agents', 'list', 3, 'model'], model: 'a/b' },
    ]);
  });

  it('are read from the entries, by their ids', () => {
    assert.deepEqual(agentsOf(entries({ main: {}, work: { model: { fallbacks: ['a/b'] } } })), [
      { id: 'main', slot: ['agents', 'entries', 'main', 'model'], model: undefined },
      { id: 'work', slot: ['agents', 'entries', 'work', 'model'], model: undefined },
    ]);
  });

  it('are none where nothing names any', () => {
    const configs: (JsonObject | undefined)[] = [undefined, {}, { agents: { list: {}, entries: [] } }];
    for (const config of configs) {
      assert.deepEqual(agentsOf(config), []);
    }
  });

  it('that a new default model does not reach are those with another of their own', () => {
    const config = entries({
      a: { model: 'x/y' },
      b: { model: 'p/q' },
      c: {},
      d: { model: { fallbacks: [] } },
    });
    assert.deepEqual(
      agentsWithOwnModel(config, 'p/q').map(({ id }) => id),
      ['a'],
    );
  });
});

describe('setting an agent’s model', () => {
  const slot = ['agents', 'entries', 'main', 'model'];
  const cases: [name: string, config: JsonObject, edit: object][] = [
    ['none yet', entries({ main: {} }), { path: slot, value: ONE_REF }],
    ['a ref alone', entries({ main: { model: 'x/y' } }), { path: slot, value: ONE_REF }],
    [
      'an object with fallbacks of its own',
      entries({ main: { model: { primary: 'x/y', fallbacks: ['a/b'] } } }),
      { path: [...slot, 'primary'], value: ONE_REF },
    ],
    [
      'in a list',
      list({ id: 'other' }, { id: 'main', model: 'x/y' }),
      { path: ['agents', 'list', 1, 'model'], value: ONE_REF },
    ],
    [
      'in a list, as an object',
      list({ id: 'main', model: {} }),
      { path: ['agents', 'list', 0, 'model', 'primary'], value: ONE_REF },
    ],
  ];
  for (const [name, config, edit] of cases) {
    it(name, () => {
      const plan = planAgentModel(config, 'main', ONE_REF, here);
      assert.deepEqual([plan.edits, plan.related, plan.warnings], [[edit], [], []]);
    });
  }

  it('finds the agent as OpenClaw does, in any case', () => {
    const { edits } = planAgentModel(entries({ Main: {} }), 'main', ONE_REF, here);
    assert.deepEqual(edits[0]?.path, ['agents', 'entries', 'Main', 'model']);
  });

  it('takes it away without a ref, and asks for nothing then', () => {
    const config = entries({ main: { model: 'x/y' } }, { defaults: { modelPolicy: { allow: ['x/y'] } } });
    assert.deepEqual(
      planAgentModel(config, 'main', undefined, around('2026.9.6', { isPluginMissing: true })),
      {
        edits: [{ path: slot, remove: true }],
        related: [],
        warnings: [],
      },
    );
  });

  it('adds to the agent’s own policy, else to the default one', () => {
    const policy = { modelPolicy: { allow: ['x/y'] } };
    const own = planAgentModel(entries({ main: policy }, { defaults: policy }), 'main', ONE_REF, here);
    assert.deepEqual(related(own)[0]?.[2], {
      path: ['agents', 'entries', 'main', 'modelPolicy', 'allow', 1],
      value: ONE_REF,
    });
    const shared = planAgentModel(entries({ main: {} }, { defaults: policy }), 'main', ONE_REF, here);
    assert.deepEqual(related(shared)[0]?.[2], {
      path: ['agents', 'defaults', 'modelPolicy', 'allow', 1],
      value: ONE_REF,
    });
    const listed = planAgentModel(list({ id: 'main', ...policy }), 'main', ONE_REF, here);
    assert.deepEqual(related(listed)[0]?.[2], {
      path: ['agents', 'list', 0, 'modelPolicy', 'allow', 1],
      value: ONE_REF,
    });
  });

  it('warns that the default fallbacks are lost, unless the agent has its own', () => {
    const lost = ['With a model of its own, the agent main does not use the fallback models.'];
    const models = (model: JsonValue) =>
      entries({ main: { model } }, { defaults: { model: { primary: 'x/y', fallbacks: ['a/b'] } } });
    const said = (model: JsonValue) => warnings(planAgentModel(models(model), 'main', ONE_REF, here));
    assert.deepEqual(said('x/y'), lost);
    assert.deepEqual(said({ primary: 'x/y' }), lost);
    assert.deepEqual(said({ primary: 'x/y', fallbacks: ['c/d'] }), []);
  });

  it('warns where describing the model makes it everybody’s, and of one that Bedrock does not list', () => {
    const plan = planAgentModel(entries({ main: {} }), 'main', 'amazon-bedrock/acme.three', here);
    assert.deepEqual(warnings(plan), [
      'OpenClaw has no primary model, so that it uses this one from now on.',
      'Bedrock does not list amazon-bedrock/acme.three in us-east-1, so that it may not answer.',
    ]);
  });

  const unknown: [name: string, config: JsonObject, explanation: string][] = [
    [
      'among others',
      entries({ main: {}, work: {} }),
      'The OpenClaw config has no agent "play". It has: main, work.',
    ],
    [
      'among none',
      {},
      'The OpenClaw config names no agents. Set the primary model instead: all agents use it.',
    ],
  ];
  for (const [name, config, explanation] of unknown) {
    it(`refuses an unknown agent ${name}`, () => {
      assert.throws(
        () => planAgentModel(config, 'play', ONE_REF, here),
        (error: unknown) =>
          error instanceof ProblemError &&
          error.problem.code === 'agent-unknown' &&
          error.problem.explanation === explanation,
      );
    });
  }
});
