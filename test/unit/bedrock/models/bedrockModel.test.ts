import assert from 'node:assert/strict';
import {
  findByRef,
  invocationId,
  invocationIdOfRef,
  modelRef,
  modelToBeginWith,
} from '../../../../src/bedrock/models/bedrockModel.ts';
import { foundationModel, models, profile } from './lists.ts';

const all = models({
  foundationModels: [
    foundationModel('acme.one-v1:0'),
    foundationModel('acme.two-v1:0', { inferenceTypesSupported: ['INFERENCE_PROFILE'] }),
  ],
  inferenceProfiles: [
    profile('us.acme.two-v1:0', 'acme.two-v1:0', ['us-east-1']),
    profile('global.acme.two-v1:0', 'acme.two-v1:0', ['']),
  ],
});
const [one, two] = [all[0]!, all[1]!];

describe('model refs', () => {
  it('name the default route', () => {
    assert.equal(invocationId(two), 'us.acme.two-v1:0');
    assert.equal(modelRef(one), 'amazon-bedrock/acme.one-v1:0');
    assert.equal(modelRef(two), 'amazon-bedrock/us.acme.two-v1:0');
  });

  const refs: [ref: string, id: string | undefined][] = [
    ['amazon-bedrock/acme.one-v1:0', 'acme.one-v1:0'],
    ['amazon-bedrock/arn:aws:bedrock:x:1:inference-profile/y', 'arn:aws:bedrock:x:1:inference-profile/y'],
    ['amazon-bedrock/', undefined],
    ['amazon-bedrock', undefined],
    ['anthropic/claude', undefined],
    ['my-amazon-bedrock/x', undefined],
    ['', undefined],
  ];
  for (const [ref, id] of refs) {
    it(`"${ref}" names ${id ?? 'no Bedrock model'}`, () => assert.equal(invocationIdOfRef(ref), id));
  }

  it('find a model by any of its routes', () => {
    assert.equal(findByRef(all, 'amazon-bedrock/acme.one-v1:0')?.model, one);
    assert.deepEqual(findByRef(all, 'amazon-bedrock/global.acme.two-v1:0'), {
      model: two,
      route: two.routes[1],
    });
  });

  it('find nothing for an id that is not a route, or another provider’s', () => {
    for (const ref of ['amazon-bedrock/acme.two-v1:0', 'other/acme.one-v1:0', 'acme.one-v1:0', '']) {
      assert.equal(findByRef(all, ref), undefined, ref);
    }
  });
});

describe('a model to begin with', () => {
  const [small, large] = [one, { ...one, key: 'large', contextWindow: one.contextWindow * 2 }];

  it('is a good all-round one, else one with tools, else the one with the most room', () => {
    const tools = { ...small, key: 'tools', facts: { ...small.facts, tools: 'streaming' as const } };
    const allRound = { ...tools, key: 'all-round', facts: { ...tools.facts, allRound: true } };
    assert.equal(modelToBeginWith([small, tools, allRound, large]), allRound);
    assert.equal(modelToBeginWith([small, tools, large]), tools);
    assert.equal(modelToBeginWith([small, large]), large);
    assert.equal(modelToBeginWith([]), undefined);
  });

  it('is none that AWS calls legacy, unless there is no other', () => {
    const old = { ...large, key: 'old', legacy: {} };
    assert.equal(modelToBeginWith([old, small]), small);
    assert.equal(modelToBeginWith([old]), old);
  });
});
