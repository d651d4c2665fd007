import assert from 'node:assert/strict';
import { loadCatalogue, type Catalogue } from '../../../../src/bedrock/models/figures.ts';
import { knownModel } from '../../../../src/bedrock/openai/knownModel.ts';

describe('what is known of a model behind a proxy', () => {
  let catalogue: Catalogue;
  before(async () => (catalogue = await loadCatalogue()));
  const brief = (id: string) => {
    const { name, contextWindow, maxTokens, input, price } = knownModel(id, catalogue);
    return [name, contextWindow, maxTokens, input?.join(), price?.input];
  };

  const sonnet = ['Claude Sonnet 4.5', 200_000, 64_000, 'text,image', 3];
  const ids = [
    'anthropic.claude-sonnet-4-5-20250929-v1:0',
    'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0',
    'bedrock/converse/anthropic.claude-sonnet-4-5-20250929-v1:0',
    'bedrock/us-west-2/anthropic.claude-sonnet-4-5-20250929-v1:0',
    'gateway/bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0',
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0',
    'claude-sonnet-4-5-20250929',
    'claude-sonnet-4-5',
    'claude-sonnet-4.5',
    'Claude-Sonnet-4-5',
    'anthropic/claude-sonnet-4.5',
    'anthropic.claude-sonnet-4-5',
  ];
  for (const id of ids) it(`is the same of ${id}`, () => assert.deepEqual(brief(id), sonnet));

  it('has the price of the route that is named', () => {
    assert.equal(knownModel('us.anthropic.claude-sonnet-4-5-20250929-v1:0', catalogue).price?.input, 3.3);
    assert.equal(knownModel('anthropic.claude-sonnet-4-5-20250929-v1:0', catalogue).price?.input, 3);
  });

  it('leaves out what the catalogue lists for geographies alone', () => {
    assert.deepEqual(brief('bedrock/us.amazon.nova-premier-v1:0').slice(0, 3), [
      'Nova Premier',
      1_000_000,
      10_000,
    ]);
  });

  it('is nothing of a name that tells nothing', () => {
    for (const id of [
      'house-model',
      'gpt',
      'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/x1',
      '',
      'toString',
      '__proto__',
    ])
      assert.deepEqual(knownModel(id, catalogue), {}, id);
  });

  it('is nothing where two of a name differ', () => {
    const cost = { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 };
    const two = {
      'acme.one-20250101-v1:0': { contextWindow: 10, maxTokens: 5, cost },
      'acme.one-20260101-v1:0': { contextWindow: 20, maxTokens: 5, cost },
    };
    assert.deepEqual(knownModel('one', two), {});
    assert.equal(knownModel('acme.one-20260101-v1:0', two).contextWindow, 20);
  });
});
