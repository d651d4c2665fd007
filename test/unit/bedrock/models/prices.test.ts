import assert from 'node:assert/strict';
import { AMAZON_BEDROCK_MODELS } from '../../../../src/bedrock/models/catalogue.ts';
import { priceOf } from '../../../../src/bedrock/models/prices.ts';
import { ONE } from '../../openclaw/edits/plans.ts';

const model = (key: string) => ({ ...ONE, key });
const NOVA = 'amazon.nova-pro-v1:0';

describe('prices', () => {
  it('are the catalogue’s, in dollars for a million tokens', async () => {
    const { input, output, cacheRead, cacheWrite } = AMAZON_BEDROCK_MODELS[NOVA].cost;
    const price = await priceOf(model(NOVA), NOVA);
    assert.deepEqual(price, { input, output, cacheRead, cacheWrite });
    assert.ok(input > 0.01 && output > input && output < 1000);
  });

  it('are the route’s own, which may cost more', async () => {
    const route = 'eu.amazon.nova-pro-v1:0';
    assert.equal((await priceOf(model(NOVA), route))?.input, AMAZON_BEDROCK_MODELS[route].cost.input);
    assert.notEqual(AMAZON_BEDROCK_MODELS[route].cost.input, AMAZON_BEDROCK_MODELS[NOVA].cost.input);
  });

  it('are the model’s where the catalogue has not the route', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
    assert.deepEqual(await priceOf(model(NOVA), arn), await priceOf(model(NOVA), NOVA));
  });

  it('are none for what the catalogue does not have', async () => {
    for (const id of ['acme.one-v1:0', 'constructor', '']) {
      assert.equal(await priceOf(model(id), id), undefined);
    }
  });

  it('are never zero for question and answer both', async () => {
    for (const id of Object.keys(AMAZON_BEDROCK_MODELS)) {
      const price = await priceOf(model(id), id);
      assert.ok(price === undefined || price.input > 0 || price.output > 0, id);
    }
  });
});
