/** The lists that are as long as a test wants them. */
import assert from 'node:assert/strict';

import { ListFoundationModelsCommand, paginateListInferenceProfiles } from '@aws-sdk/client-bedrock';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { controlClient, pagesOf, runtimeClient } from './clients.ts';
import { manyModels } from './manyModels.ts';

describe('simulated Bedrock: many models', () => {
  let bedrock: Bedrock;
  afterEach(() => bedrock.close());

  for (const count of [500, 2000]) {
    it(`lists ${count}, of several providers and kinds, and answers for each`, async () => {
      bedrock = await startBedrock({ lists: manyModels(count) });
      const client = controlClient(bedrock);
      const { modelSummaries = [] } = await client.send(new ListFoundationModelsCommand({}));
      const pages = await pagesOf(paginateListInferenceProfiles({ client, pageSize: 1000 }, {}));
      const profiles = pages.flatMap(({ inferenceProfileSummaries = [] }) => inferenceProfileSummaries);

      assert.equal(new Set(modelSummaries.map(({ modelId }) => modelId)).size, count);
      assert.equal(new Set(modelSummaries.map(({ providerName }) => providerName)).size, 10);
      assert(modelSummaries.every(({ modelLifecycle }) => modelLifecycle?.startOfLifeTime));
      const byProfile = modelSummaries.filter(
        ({ inferenceTypesSupported }) => !inferenceTypesSupported?.includes('ON_DEMAND'),
      );
      assert(byProfile.length > count / 4);
      assert(profiles.length > byProfile.length);

      const reached = [modelSummaries.at(4)?.modelId, profiles.at(-1)?.inferenceProfileId];
      for (const modelId of reached) {
        const messages = [{ role: 'user' as const, content: [{ text: 'Hi' }] }];
        await runtimeClient(bedrock).send(new ConverseCommand({ modelId, messages }));
      }
    });
  }
});
