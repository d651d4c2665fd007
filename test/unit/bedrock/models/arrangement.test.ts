import assert from 'node:assert/strict';
import {
  arranged,
  capabilityOf,
  type Grouping,
  matches,
  sorted,
  type Sorting,
} from '../../../../src/bedrock/models/arrangement.ts';
import type { BedrockModel, Route } from '../../../../src/bedrock/models/bedrockModel.ts';
import { ONE } from '../../openclaw/edits/plans.ts';

const price = (input: number, output: number) => ({ input, output, cacheRead: 0, cacheWrite: 0 });
const route = (more: Partial<Route>): Route => ({ ...ONE.routes[0], ...more });

function model(name: string, more: Partial<BedrockModel> = {}, at: Partial<Route> = {}): BedrockModel {
  return { ...ONE, key: `acme.${name}`, name, routes: [route({ id: `acme.${name}`, ...at })], ...more };
}

const tools = (kind: BedrockModel['facts']['tools']) => ({ facts: { ...ONE.facts, tools: kind } });
const names = (models: readonly BedrockModel[]) => models.map(({ name }) => name);

describe('models in groups', () => {
  const groups = (models: readonly BedrockModel[], grouping: Grouping) =>
    arranged(models, grouping, 'name').map(group => [group.name, ...names(group.models)]);

  it('by provider, from A to Z', () => {
    const models = [
      model('b', { provider: 'Zeta' }),
      model('a', { provider: 'Zeta' }),
      model('c', { provider: 'Acme' }),
    ];
    assert.deepEqual(groups(models, 'provider'), [
      ['Acme', 'c'],
      ['Zeta', 'a', 'b'],
    ]);
  });

  it('by what they can do, the ablest first', () => {
    const models = [
      model('text', { input: ['text'], ...tools('none') }),
      model('images', { ...tools('none') }),
      model('tools', { input: ['text'], ...tools('whole-answers') }),
      model('all', { ...tools('streaming') }),
    ];
    assert.deepEqual(groups(models, 'capability'), [
      ['tools-and-images', 'all'],
      ['tools', 'tools'],
      ['images', 'images'],
      ['text', 'text'],
    ]);
    assert.deepEqual(models.map(capabilityOf), ['text', 'images', 'tools', 'tools-and-images']);
  });

  it('by the default route, what needs no profile first', () => {
    const models = [
      model('through us', {}, { kind: 'profile', label: 'us' }),
      model('through eu', {}, { kind: 'profile', label: 'eu' }),
      model('mine', {}, { kind: 'imported', label: 'my model' }),
      model('here'),
    ];
    assert.deepEqual(groups(models, 'route'), [
      ['on-demand', 'here'],
      ['eu', 'through eu'],
      ['us', 'through us'],
      ['imported', 'mine'],
    ]);
  });
});

describe('models in order', () => {
  const cases: [sorting: Sorting, models: readonly BedrockModel[]][] = [
    ['name', [model('Claude 9'), model('Claude 10'), model('Nova')]],
    [
      'price',
      [
        model('cheap', {}, { price: price(0.1, 0.4) }),
        model('dear', {}, { price: price(3, 15) }),
        model('a not known'),
      ],
    ],
    [
      'context',
      [model('large', { contextWindow: 1_000_000 }), model('b'), model('small', { contextWindow: 8 })],
    ],
    ['newest', [model('new', { released: 3 }), model('old', { released: 2 }), model('a not known')]],
  ];
  for (const [sorting, models] of cases) {
    it(`by ${sorting}`, () => {
      assert.deepEqual(names(sorted(models.toReversed(), sorting)), names(models));
    });

    it(`by ${sorting}, with legacy ones last`, () => {
      const [first, ...others] = models;
      const old: BedrockModel = { ...first!, legacy: {} };
      assert.equal(sorted([old, ...others], sorting).at(-1), old);
    });
  }
});

describe('a filter', () => {
  const nova = model(
    'Nova Pro',
    { provider: 'Amazon', key: 'amazon.nova-pro-v1:0', ...tools('streaming') },
    { kind: 'profile', id: 'us.amazon.nova-pro-v1:0', label: 'us' },
  );
  for (const words of ['nova', 'NOVA pro', 'amazon', 'us.amazon', 'us nova', 'image tools', 'pro-v1']) {
    it(`"${words}" finds a model`, () => assert.ok(matches(nova, words)));
  }
  for (const words of ['nova q', 'anthropic', 'eu', 'legacy']) {
    it(`"${words}" does not`, () => assert.ok(!matches(nova, words)));
  }

  it('finds by what a model can not do no more', () => {
    assert.ok(!matches({ ...nova, ...tools('none') }, 'tools'));
    assert.ok(matches({ ...nova, legacy: {} }, 'legacy'));
  });
});
