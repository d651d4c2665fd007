import assert from 'node:assert/strict';
import { describedRefs, planAddModel, planRemoveModel } from '../../../../src/openclaw/edits/modelEntries.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { around } from '../planned.ts';
import {
  block,
  newBlock,
  ONE_ENTRY,
  ONE_REF,
  PLUGIN,
  PROVIDER,
  related,
  TWO_ENTRY,
  TWO_REF,
  warnings,
} from './plans.ts';

const MODELS = [...PROVIDER, 'models'];
const here = around();
/** A block with both entries, and an agents part. */
const using = (agents: JsonObject): JsonObject => ({ ...block(TWO_ENTRY, ONE_ENTRY), agents });

it('described models are the entries of the block, in order', () => {
  assert.deepEqual(describedRefs(block(TWO_ENTRY, {}, ONE_ENTRY)), [TWO_REF, ONE_REF]);
  assert.deepEqual(describedRefs({}), []);
  assert.deepEqual(describedRefs(undefined), []);
});

describe('adding a model', () => {
  const first = ['OpenClaw has no primary model, so that it uses this one from now on.'];
  const withPrimary = { agents: { defaults: { model: 'x/y' } } };
  const other: JsonObject = { openai: { models: [{ id: 'gpt' }] } };
  const bedrock: JsonObject = { 'amazon-bedrock': { models: [] } };
  const last = { path: [...MODELS, 0], value: ONE_ENTRY };
  const cases: [name: string, config: JsonObject, edits: object[], warnings: string[]][] = [
    ['to nothing', {}, [newBlock(ONE_ENTRY)], first],
    ['beside a primary model', withPrimary, [newBlock(ONE_ENTRY)], []],
    ['to an empty block', block(), [last], first],
    ['behind another', block(TWO_ENTRY), [{ path: [...MODELS, 1], value: ONE_ENTRY }], []],
    ['behind another provider’s', { models: { providers: other } }, [newBlock(ONE_ENTRY)], []],
    ['before another provider’s', { models: { providers: { ...bedrock, ...other } } }, [last], first],
    [
      'behind another provider’s, to a block',
      { models: { providers: { ...other, ...bedrock } } },
      [last],
      [],
    ],
    [
      'behind another provider that describes none',
      { models: { providers: { openai: {}, ...bedrock } } },
      [last],
      first,
    ],
  ];
  for (const [name, config, edits, said] of cases) {
    it(name, () => {
      const plan = planAddModel(config, ONE_REF, ONE_ENTRY, here);
      assert.deepEqual([plan.edits, plan.related, warnings(plan)], [edits, [], said]);
    });
  }

  it('anew changes nothing where all of it is said already', () => {
    const plan = planAddModel(block(TWO_ENTRY, { ...ONE_ENTRY, compat: {} }), ONE_REF, ONE_ENTRY, here);
    assert.deepEqual(plan, { edits: [], related: [], warnings: [] });
  });

  it('anew fills in what is missing, and offers to replace what the config says otherwise', () => {
    const { id, reasoning, input } = ONE_ENTRY;
    const mine = { id, name: 'Mine', reasoning, input: [...input], contextWindow: null, compat: {} };
    const plan = planAddModel(block(TWO_ENTRY, mine), ONE_REF, ONE_ENTRY, here);
    assert.deepEqual(plan.edits, [{ path: [...MODELS, 1, 'maxTokens'], value: ONE_ENTRY.maxTokens }]);
    assert.deepEqual(related(plan), [
      [
        'optional',
        'Replace what the config says of it: name, contextWindow',
        { path: [...MODELS, 1, 'name'], value: ONE_ENTRY.name },
        { path: [...MODELS, 1, 'contextWindow'], value: ONE_ENTRY.contextWindow },
      ],
    ]);
  });

  it('offers the allowlist and the plugin', () => {
    const config = { agents: { defaults: { model: 'x/y', models: { 'x/y': {} } } } };
    const plan = planAddModel(config, ONE_REF, ONE_ENTRY, around('2026.5.7', { hasCredentialMarker: false }));
    assert.deepEqual(
      related(plan).map(([consent, , edit]) => [consent, edit?.path]),
      [
        ['implied', ['agents', 'defaults', 'models', ONE_REF]],
        ['optional', [...PLUGIN, 'enabled']],
      ],
    );
  });

  it('makes the first one the primary model only on the way that the warning offers', () => {
    const [warning] = planAddModel({}, ONE_REF, ONE_ENTRY, here).warnings;
    assert.deepEqual(warning?.fix, {
      label: 'Make It the Primary Model',
      command: 'openclawBedrock.setPrimaryModel',
      arguments: [ONE_REF, { ask: true }],
    });
  });
});

describe('removing a model', () => {
  const removed = { path: [...MODELS, 1], remove: true };

  it('takes its entry out', () => {
    assert.deepEqual(planRemoveModel(using({}), ONE_REF), { edits: [removed], related: [], warnings: [] });
  });

  it('warns where OpenClaw took it for the primary model, as the first one', () => {
    const said = warnings(planRemoveModel(using({}), TWO_REF));
    assert.deepEqual(said, ['OpenClaw has no primary model, and took this one for it. Set one.']);
  });

  it('does nothing where it is not described, whatever else names it', () => {
    const config = {
      ...block(TWO_ENTRY),
      agents: { defaults: { model: { primary: ONE_REF, fallbacks: [ONE_REF] } } },
    };
    assert.deepEqual(planRemoveModel(config, ONE_REF), { edits: [], related: [], warnings: [] });
  });

  it('offers to clear where else it is named', () => {
    const defaults: JsonObject = {
      model: { primary: 'x/y', fallbacks: ['a/b', ONE_REF] },
      models: { 'x/y': {}, [ONE_REF]: { alias: 'one' } },
      modelPolicy: { allow: ['x/y', ONE_REF, 'a/b'] },
    };
    const plan = planRemoveModel(using({ defaults }), ONE_REF);
    assert.deepEqual([plan.edits, plan.warnings], [[removed], []]);
    assert.deepEqual(related(plan), [
      [
        'optional',
        `Take ${ONE_REF} out of the fallbacks`,
        { path: ['agents', 'defaults', 'model', 'fallbacks'], value: ['a/b'] },
      ],
      [
        'optional',
        `Take ${ONE_REF} out of agents.defaults.models, with its alias`,
        { path: ['agents', 'defaults', 'models', ONE_REF], remove: true },
      ],
      [
        'optional',
        `Take ${ONE_REF} out of agents.defaults.modelPolicy.allow`,
        { path: ['agents', 'defaults', 'modelPolicy', 'allow', 1], remove: true },
      ],
    ]);
  });

  const kept: [name: string, agents: JsonObject, warnings: string[]][] = [
    [
      'the last name of an allowlist, without which any model may be used',
      { defaults: { models: { [ONE_REF]: {} }, modelPolicy: { allow: [ONE_REF] } } },
      [],
    ],
    [
      'an alias that the config goes by',
      { defaults: { model: 'one', models: { 'x/y': {}, [ONE_REF]: { alias: 'one' } } } },
      [],
    ],
    [
      'what the primary model needs',
      {
        defaults: {
          model: ONE_REF,
          models: { 'x/y': {}, [ONE_REF]: {} },
          modelPolicy: { allow: ['x/y', ONE_REF] },
        },
      },
      ['It is still OpenClaw’s primary model.'],
    ],
    [
      'what the image model needs',
      { defaults: { imageModel: { primary: ONE_REF }, models: { 'x/y': {}, [ONE_REF]: {} } } },
      ['It is still OpenClaw’s image model.'],
    ],
    [
      'what agents need',
      {
        defaults: { models: { 'x/y': {}, [ONE_REF]: {} } },
        entries: { main: { model: ONE_REF }, work: { model: { primary: ONE_REF } }, play: { model: 'x/y' } },
      },
      ['It is still the model of these agents: main, work.'],
    ],
  ];
  for (const [name, agents, said] of kept) {
    it(`keeps ${name}`, () => {
      const plan = planRemoveModel(using(agents), ONE_REF);
      assert.deepEqual([plan.edits, plan.related, warnings(plan)], [[removed], [], said]);
      assert.ok(plan.warnings.every(({ fix }) => fix !== undefined));
    });
  }
});
