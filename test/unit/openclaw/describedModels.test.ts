/** What an entry of the provider block says goes before all that is known otherwise. */
import assert from 'node:assert/strict';
import { asDescribed } from '../../../src/bedrock/models/described.ts';
import { describedModels } from '../../../src/openclaw/describedModels.ts';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import { block, ONE, TWO } from './edits/plans.ts';

const described = (...entries: JsonObject[]) => asDescribed([ONE, TWO], describedModels(block(...entries)));

describe('models that the config describes', () => {
  it('have the limits that stand there, by whichever route, and say so', () => {
    const [one, two] = described({ id: 'us.acme.one-v1:0', contextWindow: 64_000 });
    assert.deepEqual([one?.contextWindow, one?.maxTokens], [64_000, ONE.maxTokens]);
    assert.deepEqual(one?.sources, { contextWindow: 'config', maxTokens: 'catalogue' });
    assert.deepEqual(two, TWO);
  });

  it('have the default route’s own entry before that of another', () => {
    const [one] = described(
      { id: 'us.acme.one-v1:0', maxTokens: 1_000 },
      { id: 'acme.one-v1:0', maxTokens: 2_000 },
    );
    assert.equal(one?.maxTokens, 2_000);
  });

  it('have the price that stands there, on that route alone', () => {
    const [one] = described({ id: 'us.acme.one-v1:0', cost: { input: 1, output: 2, cacheRead: 0.5 } });
    assert.deepEqual(
      one?.routes.map(({ price }) => price),
      [undefined, { input: 1, output: 2, cacheRead: 0.5, cacheWrite: 0 }],
    );
  });

  const nothing: JsonObject[] = [
    {},
    { id: 7, contextWindow: 1 },
    { id: 'acme.one-v1:0' },
    { id: 'acme.one-v1:0', contextWindow: '64000', maxTokens: -1, cost: 'free' },
    { id: 'acme.one-v1:0', contextWindow: 0.5, cost: { input: 0, output: 0 } },
    { id: 'acme.other-v1:0', contextWindow: 1 },
  ];
  for (const entry of nothing) {
    it(`are as they are known beside ${JSON.stringify(entry)}`, () => {
      assert.deepEqual(described(entry), [ONE, TWO]);
    });
  }

  it('are none where the config has no block', () => {
    const odd: (JsonObject | undefined)[] = [
      undefined,
      {},
      { models: { providers: { 'amazon-bedrock': { models: 7 } } } },
    ];
    for (const config of odd) {
      assert.deepEqual(describedModels(config), []);
    }
  });
});
