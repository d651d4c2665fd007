import assert from 'node:assert/strict';
import {
  findByRef,
  invocationId,
  invocationIdOfRef,
  modelRef,
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
