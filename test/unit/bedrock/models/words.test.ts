import assert from 'node:assert/strict';
import { longTokens, routeName, routeNames, shortTokens } from '../../../../src/bedrock/models/words.ts';
import { foundationModel, models, profile } from './lists.ts';

describe('models in words', () => {
  const figures: [tokens: number, short: string][] = [
    [0, '0'],
    [999, '999'],
    [4_096, '4K'],
    [32_000, '32K'],
    [262_143, '262K'],
    [1_000_000, '1M'],
    [1_040_000, '1M'],
    [1_500_000, '1.5M'],
  ];
  for (const [tokens, short] of figures) {
    it(`${tokens} tokens are ${short}`, () => assert.equal(shortTokens(tokens), short));
  }

  it('says where a figure comes from', () => {
    assert.equal(longTokens(200_000, 'catalogue'), '200,000 tokens (catalogue)');
    assert.equal(longTokens(32_000, 'default'), '32,000 tokens (default, not known)');
  });

  it('names the routes, the default first and the global one marked', () => {
    const inferenceProfiles = [
      profile('us.acme.one', 'acme.one', ['us-east-1']),
      profile('global.acme.one', 'acme.one', ['']),
    ];
    const [several] = models({ foundationModels: [foundationModel('acme.one')], inferenceProfiles });
    const [single] = models({ foundationModels: [foundationModel('acme.two')] });
    assert.equal(routeNames(several!), 'on demand (default), us, global (any region)');
    assert.equal(routeNames(single!), 'on demand');
    assert.equal(routeName(several!.routes[1]!), 'us');
  });
});
