/** What is reached through throughput, imports and routers takes what the model behind takes. */
import assert from 'node:assert/strict';

import {
  ConverseCommand,
  ConverseStreamCommand,
  type ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { runtimeClient } from './clients.ts';

const own = 'arn:aws:bedrock:us-east-1:123456789012:';
const base = 'meta.llama3-3-70b-instruct-v1:0';
const foundation = (modelId: string) => `arn:aws:bedrock:us-east-1::foundation-model/${modelId}`;

/** Members that this test doesn't look at are left out. */
const throughput = (id: string, status: string) => ({
  provisionedModelArn: `${own}provisioned-model/${id}`,
  modelArn: `${own}custom-model/meta.llama3-3-70b-instruct-v1:0:128k/1a2b3c4d5e6f`,
  foundationModelArn: foundation(base),
  status,
});

const router = (id: string, ...modelIds: string[]) => ({
  promptRouterArn: `${own}prompt-router/${id}`,
  models: modelIds.map(id => ({ modelArn: foundation(id) })),
  status: 'AVAILABLE',
  type: 'custom',
});

const toolConfig: ToolConfiguration = {
  tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }],
};

describe('simulated Bedrock: models behind others', () => {
  let bedrock: Bedrock;
  let answered: string[];

  before(async () => {
    const model = {
      inputModalities: ['TEXT'],
      outputModalities: ['TEXT'],
      responseStreamingSupported: true,
    };
    bedrock = await startBedrock({
      noAccess: ['amazon.nova-pro-v1:0'],
      lists: {
        foundationModels: [
          { ...model, modelId: base, inferenceTypesSupported: ['PROVISIONED'] },
          { ...model, modelId: 'amazon.nova-lite-v1:0', inferenceTypesSupported: ['ON_DEMAND'] },
          { ...model, modelId: 'amazon.nova-pro-v1:0', inferenceTypesSupported: ['ON_DEMAND'] },
        ],
        inferenceProfiles: [],
        provisionedThroughputs: ['InService', 'Updating', 'Failed'].map(status =>
          throughput(status.toLowerCase(), status),
        ),
        importedModels: [{ modelArn: `${own}imported-model/aaaaaaaaaaaa`, instructSupported: true }],
        promptRouters: [
          router('lite', 'amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0'),
          router('pro', 'amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0'),
        ],
      },
    });
    bedrock.answer = ({ foundationModelId }) => {
      answered.push(foundationModelId);
      return { content: [{ text: 'Yes.' }] };
    };
  });
  beforeEach(() => (answered = []));
  after(() => bedrock.close());

  const input = (modelId: string) => ({
    modelId: own + modelId,
    messages: [{ role: 'user' as const, content: [{ text: 'Hi' }] }],
  });
  const converse = (modelId: string, more: { toolConfig?: ToolConfiguration } = {}) =>
    runtimeClient(bedrock).send(new ConverseCommand({ ...input(modelId), ...more }));

  for (const id of ['inservice', 'updating']) {
    it(`answers for a customised model through throughput that is ${id}`, async () => {
      await converse(`provisioned-model/${id}`, { toolConfig });
      assert.deepEqual(answered, [base]);
    });
  }

  it('takes of a customised model what the one takes that it was made from', async () => {
    const sent = runtimeClient(bedrock).send(
      new ConverseStreamCommand({ ...input('provisioned-model/inservice'), toolConfig }),
    );
    await assert.rejects(sent, { message: "This model doesn't support tool use in streaming mode." });
  });

  it('does not answer through throughput that failed', async () => {
    const sent = converse('provisioned-model/failed');
    await assert.rejects(sent, { message: 'The provided model identifier is invalid.' });
  });

  it('answers for an imported model, but has it call no tools', async () => {
    await converse('imported-model/aaaaaaaaaaaa');
    assert.deepEqual(answered, [`${own}imported-model/aaaaaaaaaaaa`]);
    const sent = converse('imported-model/aaaaaaaaaaaa', { toolConfig });
    await assert.rejects(sent, { message: "This model doesn't support tool use." });
  });

  it('answers through a router without a fallback for the first of its models', async () => {
    await converse('prompt-router/lite');
    assert.deepEqual(answered, ['amazon.nova-lite-v1:0']);
  });

  it('does not answer through a router to a model without access', async () => {
    await assert.rejects(converse('prompt-router/pro'), { name: 'AccessDeniedException' });
  });
});
