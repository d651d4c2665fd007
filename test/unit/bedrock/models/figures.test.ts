import assert from 'node:assert/strict';
import { AMAZON_BEDROCK_MODELS } from '../../../../src/bedrock/models/catalogue.ts';
import { priceOf } from '../../../../src/bedrock/models/figures.ts';

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
