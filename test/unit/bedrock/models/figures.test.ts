import assert from 'node:assert/strict';
import type { ModelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import { foundationModel, models } from './lists.ts';
import { AMAZON_BEDROCK_MODELS } from '../../../../src/bedrock/models/catalogue.ts';
import { DEFAULT_DISCOVERY } from '../../../../src/bedrock/models/discoverySettings.ts';
import { limitsOf, priceOf } from '../../../../src/bedrock/models/figures.ts';

const price = (id: string, route = id) => priceOf(id, route, AMAZON_BEDROCK_MODELS);
const NOVA = 'amazon.nova-pro-v1:0';

describe('prices', () => {
  it('are the catalogue’s, in dollars for a million tokens', () => {
    const { input, output, cacheRead, cacheWrite } = AMAZON_BEDROCK_MODELS[NOVA].cost;
    assert.deepEqual(price(NOVA), { input, output, cacheRead, cacheWrite });
    assert.ok(input > 0.01 && output > input && output < 1000);
  });

  it('are the route’s own, which may cost more', () => {
    const route = 'eu.amazon.nova-pro-v1:0';
    assert.equal(price(NOVA, route)?.input, AMAZON_BEDROCK_MODELS[route].cost.input);
    assert.notEqual(AMAZON_BEDROCK_MODELS[route].cost.input, AMAZON_BEDROCK_MODELS[NOVA].cost.input);
  });

  it('are the model’s where the catalogue has not the route', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
    assert.deepEqual(price(NOVA, arn), price(NOVA));
  });

  it('are none for what the catalogue does not have', () => {
    for (const id of ['acme.one-v1:0', 'constructor', '']) {
      assert.equal(price(id), undefined);
    }
  });

  it('are never zero for question and answer both', () => {
    for (const id of Object.keys(AMAZON_BEDROCK_MODELS)) {
      const its = price(id);
      assert.ok(its === undefined || its.input > 0 || its.output > 0, id);
    }
  });
});

describe('limits', () => {
  const { facts } = models({ foundationModels: [foundationModel('acme.one-v1:0')] })[0]!;
  const entry = (contextWindow: number, maxTokens: number) => ({
    contextWindow,
    maxTokens,
    cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
  });
  const CATALOGUE = {
    'acme.one-v1:0': entry(1_000, 100),
    'us.acme.two-v2:0': entry(2_000, 200),
    'acme.three': entry(3_000, 300),
  };
  const limits = (id: string, more: Partial<ModelFacts> = {}) => {
    const { contextWindow, maxTokens, sources } = limitsOf(
      id,
      { ...facts, ...more },
      CATALOGUE,
      DEFAULT_DISCOVERY,
    );
    return [contextWindow, maxTokens, sources.contextWindow, sources.maxTokens];
  };

  it('are the catalogue’s, by the id', () => {
    assert.deepEqual(limits('acme.one-v1:0'), [1_000, 100, 'catalogue', 'catalogue']);
  });

  it('are found by the id without its version, and by that of any profile', () => {
    assert.deepEqual(limits('acme.three-v1:0'), [3_000, 300, 'catalogue', 'catalogue']);
    assert.deepEqual(limits('acme.two-v2:0'), [2_000, 200, 'catalogue', 'catalogue']);
  });

  it('are the family’s where it has one, each by itself', () => {
    assert.deepEqual(limits('acme.one-v1:0', { maxTokens: 50 }), [1_000, 50, 'catalogue', 'family']);
    assert.deepEqual(limits('acme.four', { contextWindow: 9_000, maxTokens: 5 }), [
      9_000,
      5,
      'family',
      'family',
    ]);
  });

  it('are the defaults where nothing is known', () => {
    for (const id of ['acme.four', 'constructor', '']) {
      assert.deepEqual(limits(id), [32_000, 4_096, 'default', 'default'], id);
    }
  });

  it('leave the question half of the window, where the answer could fill it', () => {
    assert.deepEqual(limits('acme.one-v1:0', { maxTokens: 5_000 }).slice(0, 2), [1_000, 500]);
  });

  it('are those of a variant by its own name', () => {
    assert.deepEqual(limits('acme.one-v1:0:48k').slice(0, 3), [48_000, 100, 'family']);
  });
});
