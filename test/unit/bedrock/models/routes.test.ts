/** Which route comes first, and what is one model, in the odd cases. */
import assert from 'node:assert/strict';
import { DEFAULT_DISCOVERY } from '../../../../src/bedrock/models/discoverySettings.ts';
import { modelsOf } from '../../../../src/bedrock/models/modelsOf.ts';

const MAKING = { region: 'us-east-1', settings: DEFAULT_DISCOVERY, catalogue: {} };

const NOVA = 'amazon.nova-premier-v1:0';
const arn = (region: string) => `arn:aws:bedrock:${region}::foundation-model/${NOVA}`;
const model = (modelId: string) => ({
  modelId,
  modelName: 'Nova Premier',
  providerName: 'Amazon',
  outputModalities: ['TEXT'],
  responseStreamingSupported: true,
  inferenceTypesSupported: ['INFERENCE_PROFILE'],
  modelLifecycle: { status: 'ACTIVE' },
});
const profile = (id: string, type: string, ...regions: string[]) => ({
  inferenceProfileId: id,
  status: 'ACTIVE',
  type,
  models: regions.map(region => ({ modelArn: arn(region) })),
});

describe('routes', () => {
  it('made for an application come after AWS’s own, but for those to any region', () => {
    const inferenceProfiles = [
      profile('arn:aws:bedrock:us-east-1:1:application-inference-profile/x', 'APPLICATION', 'us-east-1'),
      profile(`global.${NOVA}`, 'SYSTEM_DEFINED', '', 'us-east-1'),
      profile(`us.${NOVA}`, 'SYSTEM_DEFINED', 'us-east-1', 'us-west-2'),
    ];
    const [made] = modelsOf({ foundationModels: [model(NOVA)], inferenceProfiles }, MAKING);
    assert.deepEqual(
      made?.routes.map(({ label }) => label),
      ['us', 'arn:aws:bedrock:us-east-1:1:application-inference-profile/x', 'global'],
    );
  });

  it('belong to one model where a list names it twice', () => {
    const lists = {
      foundationModels: [model(NOVA), model(NOVA.toUpperCase()), model(NOVA)],
      inferenceProfiles: [profile(`us.${NOVA}`, 'SYSTEM_DEFINED', 'us-east-1')],
    };
    assert.deepEqual(
      modelsOf(lists, MAKING).map(({ key }) => key),
      [NOVA],
    );
  });
});
