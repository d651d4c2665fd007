/** Which ids and ARNs can be invoked, and how the others are refused. */
import assert from 'node:assert/strict';

import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { collect, runtimeClient } from './clients.ts';

const own = 'arn:aws:bedrock:us-east-1:123456789012:';
const application = `${own}application-inference-profile/k7ttp2wxy41q`;
const unknown = 'The provided model identifier is invalid.';
const notChat =
  "This action doesn't support the model that you provided. Try again with a supported text or chat model.";

describe('simulated Bedrock: models', () => {
  let bedrock: Bedrock;

  before(async () => {
    bedrock = await startBedrock({ noAccess: ['amazon.nova-premier-v1:0'] });
  });
  after(() => bedrock.close());

  const input = (modelId: string) => ({
    modelId,
    messages: [{ role: 'user' as const, content: [{ text: 'Hi' }] }],
  });

  const accepted = {
    'by its own id': 'amazon.nova-lite-v1:0',
    'by its ARN': 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
    'of the past': 'amazon.titan-text-express-v1',
    'through a profile of the geography': 'us.deepseek.r1-v1:0',
    'through a global profile': 'global.anthropic.claude-sonnet-5',
    "through a profile's ARN": `${own}inference-profile/us.anthropic.claude-sonnet-5`,
    'through an application profile': application,
    'through provisioned throughput': `${own}provisioned-model/q1mz83hxk0vd`,
    'that was imported': `${own}imported-model/jw8254ccsftz`,
    'that a prompt router chooses': `${own}default-prompt-router/anthropic.claude:1`,
  };
  for (const [how, modelId] of Object.entries(accepted)) {
    it(`answers for a model ${how}`, async () => {
      const { stream } = await runtimeClient(bedrock).send(new ConverseStreamCommand(input(modelId)));
      const { events, error } = await collect(stream);
      assert.equal(error, undefined);
      assert(events.length > 5);
    });
  }

  const refused: { what: string; modelId: string; message: string }[] = [
    { what: 'an unknown id', modelId: 'anthropic.claude-9', message: unknown },
    { what: 'a profile of another geography', modelId: 'eu.amazon.nova-lite-v1:0', message: unknown },
    {
      what: 'an ARN of another region',
      modelId: 'arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0',
      message: unknown,
    },
    { what: 'the short id of an application profile', modelId: 'k7ttp2wxy41q', message: unknown },
    {
      what: 'throughput that is not there',
      modelId: `${own}provisioned-model/000000000000`,
      message: unknown,
    },
    { what: 'the name of throughput', modelId: 'nova-nights', message: unknown },
    {
      what: 'an imported model that is not there',
      modelId: `${own}imported-model/000000000000`,
      message: unknown,
    },
    {
      what: 'an imported model without a chat',
      modelId: `${own}imported-model/p0v6sa3gmx1u`,
      message: notChat,
    },
    { what: 'an unknown router', modelId: `${own}default-prompt-router/meta.llama:1`, message: unknown },
    { what: 'a model for embeddings', modelId: 'amazon.titan-embed-text-v2:0', message: notChat },
    { what: 'a model for images', modelId: 'us.stability.stable-image-inpaint-v1:0', message: notChat },
    { what: 'a model for speech', modelId: 'amazon.nova-2-sonic-v1:0', message: notChat },
    { what: 'a model for reranking', modelId: 'cohere.rerank-v3-5:0', message: notChat },
    ...['anthropic.claude-sonnet-5', 'amazon.nova-pro-v1:0:24k', 'amazon.nova-premier-v1:0:8k'].map(
      modelId => ({
        what: `${modelId} by its own id`,
        modelId,
        message:
          `Invocation of model ID ${modelId} with on-demand throughput isn’t supported. Retry your request with ` +
          'the ID or ARN of an inference profile that contains this model.',
      }),
    ),
  ];
  for (const { what, modelId, message } of refused) {
    it(`refuses ${what}`, async () => {
      const sent = runtimeClient(bedrock).send(new ConverseCommand(input(modelId)));
      await assert.rejects(sent, { name: 'ValidationException', message });
    });
  }

  it('refuses a model without access', async () => {
    const sent = runtimeClient(bedrock).send(new ConverseCommand(input('us.amazon.nova-premier-v1:0')));
    await assert.rejects(sent, {
      name: 'AccessDeniedException',
      message: "You don't have access to the model with the specified model ID.",
    });
  });

  it('refuses throughput that is still being set up', async () => {
    const sent = runtimeClient(bedrock).send(
      new ConverseCommand(input(`${own}provisioned-model/w7c5tn2rbye9`)),
    );
    await assert.rejects(sent, {
      name: 'ModelNotReadyException',
      message: 'Model is not ready for inference. Wait and try your request again.',
    });
    assert.equal(bedrock.requests.at(-1)!.status, 429);
  });

  it('refuses to stream from a model that cannot', async () => {
    const foundationModels = [
      {
        modelId: 'example.whole-answers',
        inputModalities: ['TEXT'],
        outputModalities: ['TEXT'],
        responseStreamingSupported: false,
        inferenceTypesSupported: ['ON_DEMAND'],
      },
    ];
    const other = await startBedrock({ lists: { foundationModels, inferenceProfiles: [] } });
    const sent = runtimeClient(other).send(new ConverseStreamCommand(input('example.whole-answers')));
    await assert.rejects(sent, { message: 'The model is unsupported for streaming.' });
    await other.close();
  });
});
