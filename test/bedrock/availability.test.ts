/** What is said of the account's access to a model, and that invocation goes by it. */
import assert from 'node:assert/strict';

import { GetFoundationModelAvailabilityCommand } from '@aws-sdk/client-bedrock';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { controlClient, runtimeClient } from './clients.ts';

const available = {
  agreementAvailability: { status: 'AVAILABLE' },
  authorizationStatus: 'AUTHORIZED',
  entitlementAvailability: 'AVAILABLE',
  regionAvailability: 'AVAILABLE',
};
const noAccess = {
  name: 'AccessDeniedException',
  message: "You don't have access to the model with the specified model ID.",
};

describe('simulated Bedrock: availability', () => {
  let bedrock: Bedrock;

  before(async () => {
    bedrock = await startBedrock({
      noAccess: ['amazon.nova-premier-v1:0'],
      availability: {
        'amazon.nova-lite-v1:0': { authorizationStatus: 'NOT_AUTHORIZED' },
        'amazon.nova-micro-v1:0': { regionAvailability: 'NOT_AVAILABLE' },
        'deepseek.r1-v1:0': { agreementAvailability: { status: 'PENDING' } },
      },
    });
  });
  after(() => bedrock.close());

  const ask = (modelId: string) =>
    controlClient(bedrock).send(new GetFoundationModelAvailabilityCommand({ modelId }));

  async function availability(modelId: string) {
    const { $metadata, ...answer } = await ask(modelId);
    assert.equal($metadata.httpStatusCode, 200);
    return answer;
  }

  function converse(modelId: string) {
    const messages = [{ role: 'user' as const, content: [{ text: 'Hi' }] }];
    return runtimeClient(bedrock).send(new ConverseCommand({ modelId, messages }));
  }

  it('is whole as long as nothing else is said', async () => {
    const modelId = 'amazon.nova-pro-v1:0';
    assert.deepEqual(await availability(modelId), { modelId, ...available });
    const { operation, path, modelId: asked } = bedrock.requests.at(-1)!;
    assert.deepEqual(
      { operation, path, asked },
      {
        operation: 'GetFoundationModelAvailability',
        path: '/foundation-model-availability/amazon.nova-pro-v1%3A0',
        asked: modelId,
      },
    );
    await converse(modelId);
  });

  it('is told of models that are only reached through a profile, too', async () => {
    const modelId = 'anthropic.claude-sonnet-5';
    assert.deepEqual(await availability(modelId), { modelId, ...available });
  });

  it('lacks the agreement and the entitlement without access', async () => {
    const modelId = 'amazon.nova-premier-v1:0';
    assert.deepEqual(await availability(modelId), {
      modelId,
      ...available,
      agreementAvailability: { status: 'NOT_AVAILABLE' },
      entitlementAvailability: 'NOT_AVAILABLE',
    });
    await assert.rejects(converse(`us.${modelId}`), noAccess);
  });

  it('lacks what a test says', async () => {
    const modelId = 'amazon.nova-lite-v1:0';
    assert.deepEqual(await availability(modelId), {
      modelId,
      ...available,
      authorizationStatus: 'NOT_AUTHORIZED',
    });
    await assert.rejects(converse(modelId), noAccess);
    await assert.rejects(converse('us.deepseek.r1-v1:0'), noAccess);
  });

  it('lacks the region, which a profile makes good', async () => {
    const modelId = 'amazon.nova-micro-v1:0';
    assert.equal((await availability(modelId)).regionAvailability, 'NOT_AVAILABLE');
    await assert.rejects(converse(modelId), { message: 'The provided model identifier is invalid.' });
    await converse(`us.${modelId}`);
  });

  for (const modelId of ['amazon.nova-mega-v1:0', 'us.anthropic.claude-sonnet-5']) {
    it(`is not known of ${modelId}`, async () => {
      await assert.rejects(ask(modelId), {
        name: 'ResourceNotFoundException',
        message: 'Could not resolve the foundation model from the provided model identifier.',
      });
      assert.equal(bedrock.requests.at(-1)!.status, 404);
    });
  }

  for (const modelId of [
    'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/k7ttp2wxy41q',
  ]) {
    it(`is not asked of ${modelId}`, async () => {
      await assert.rejects(ask(modelId), {
        name: 'ValidationException',
        message:
          /^1 validation error detected: Value 'arn:.*' at 'modelId' .* regular expression pattern: \[a-z0-9-\]/,
      });
    });
  }

  it('is refused without permission, when told to', async () => {
    const message =
      'User: arn:aws:iam::123456789012:user/developer is not authorized to perform: ' +
      'bedrock:GetFoundationModelAvailability';
    bedrock.script('GetFoundationModelAvailability', {
      refuse: { status: 403, type: 'AccessDeniedException', message },
    });
    await assert.rejects(ask('amazon.nova-pro-v1:0'), { name: 'AccessDeniedException', message });
  });
});
