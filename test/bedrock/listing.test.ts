/** The lists of what AWS offers, in regions of each geography. */
import assert from 'node:assert/strict';

import {
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
  paginateListInferenceProfiles,
  type InferenceProfileSummary,
} from '@aws-sdk/client-bedrock';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { controlClient } from './clients.ts';

describe('simulated Bedrock: lists', () => {
  let bedrock: Bedrock | undefined;

  async function client(region?: string) {
    bedrock = await startBedrock(region === undefined ? {} : { region });
    return controlClient(bedrock);
  }
  afterEach(() => bedrock?.close());

  async function profiles(region?: string): Promise<InferenceProfileSummary[]> {
    const found: InferenceProfileSummary[] = [];
    for await (const page of paginateListInferenceProfiles({ client: await client(region) }, {})) {
      found.push(...(page.inferenceProfileSummaries ?? []));
    }
    return found;
  }

  it('lists 60 foundation models of every inference type', async () => {
    const { modelSummaries = [] } = await (await client()).send(new ListFoundationModelsCommand({}));
    assert.equal(modelSummaries.length, 60);
    const types = new Set(modelSummaries.map(model => (model.inferenceTypesSupported ?? []).join('+')));
    assert.deepEqual([...types].sort(), [
      '',
      'INFERENCE_PROFILE',
      'ON_DEMAND',
      'ON_DEMAND+INFERENCE_PROFILE',
      'ON_DEMAND+PROVISIONED',
      'PROVISIONED',
    ]);
  });

  it('says when each model came out, and when those of the past go', async () => {
    const { modelSummaries = [] } = await (await client()).send(new ListFoundationModelsCommand({}));
    const time = (date: Date | undefined) => date?.getTime() ?? NaN;
    for (const { modelId, modelArn, modelLifecycle } of modelSummaries) {
      assert.equal(modelArn, `arn:aws:bedrock:us-east-1::foundation-model/${modelId}`);
      const { status, startOfLifeTime, legacyTime, endOfLifeTime } = modelLifecycle!;
      assert(time(startOfLifeTime) > Date.UTC(2023, 0, 1), modelId);
      const goes = time(startOfLifeTime) < time(legacyTime) && time(legacyTime) < time(endOfLifeTime);
      assert.equal(goes, status === 'LEGACY', modelId);
    }
  });

  it('filters foundation models', async () => {
    const query = { byProvider: 'amazon', byOutputModality: 'EMBEDDING' } as const;
    const { modelSummaries } = await (await client()).send(new ListFoundationModelsCommand(query));
    assert.deepEqual(
      modelSummaries?.map(model => model.modelId),
      ['amazon.titan-embed-text-v2:0', 'amazon.titan-embed-text-v2:0:8k'],
    );
  });

  it('lists inference profiles in two pages', async () => {
    const found = await profiles();
    assert.equal(found.length, 31);
    assert.equal(bedrock!.requests.length, 2);
    assert.equal(new Set(found.map(profile => profile.inferenceProfileArn)).size, 31);
  });

  it('lists application profiles only when asked', async () => {
    const command = new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' });
    const { inferenceProfileSummaries = [] } = await (await client()).send(command);
    assert.deepEqual(
      inferenceProfileSummaries.map(profile => profile.inferenceProfileName),
      ['team-assistant'],
    );
    const { operation, query } = bedrock!.requests[0]!;
    assert.deepEqual(
      { operation, query },
      { operation: 'ListInferenceProfiles', query: { type: 'APPLICATION' } },
    );
  });

  it('refuses a type of profiles that is none', async () => {
    const command = new ListInferenceProfilesCommand({ typeEquals: 'ALL' as 'APPLICATION' });
    await assert.rejects((await client()).send(command), {
      name: 'ValidationException',
      message:
        "1 validation error detected: Value 'ALL' at 'typeEquals' failed to satisfy constraint: Member must " +
        'satisfy enum value set: [SYSTEM_DEFINED, APPLICATION]',
    });
  });

  it('refuses a page of more than 1000', async () => {
    const command = new ListInferenceProfilesCommand({ maxResults: 1001 });
    await assert.rejects((await client()).send(command), {
      name: 'ValidationException',
      message:
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must " +
        'have value less than or equal to 1000',
    });
  });

  it('refuses a page of none', async () => {
    const command = new ListInferenceProfilesCommand({ maxResults: 0 });
    await assert.rejects((await client()).send(command), {
      message: /^1 validation error detected: Value '0' at 'maxResults' .* greater than or equal to 1$/,
    });
  });

  it('refuses a page token of its own making', async () => {
    const command = new ListInferenceProfilesCommand({ nextToken: 'more' });
    await assert.rejects((await client()).send(command), { name: 'ValidationException' });
  });

  const geographies = {
    'us-west-2': 'us',
    'eu-central-1': 'eu',
    'ap-southeast-1': 'apac',
    'us-gov-west-1': 'us-gov',
  };
  for (const [region, prefix] of Object.entries(geographies)) {
    it(`has profiles for ${prefix} in ${region}`, async () => {
      const found = await profiles(region);
      const prefixes = new Set(found.map(profile => profile.inferenceProfileId?.split('.')[0]));
      assert.deepEqual([...prefixes].sort(), [prefix, 'global'].sort());
      for (const { inferenceProfileArn, models } of found) {
        assert.match(
          inferenceProfileArn ?? '',
          new RegExp(`^arn:aws[a-z-]*:bedrock:${region}:\\d+:inference-profile/`),
        );
        assert(models?.some(({ modelArn }) => modelArn?.includes(`:bedrock:${region}::`)));
      }
    });
  }

  it('has only global profiles in a region of no geography', async () => {
    const found = await profiles('sa-east-1');
    assert(found.length > 0);
    assert(found.every(profile => profile.inferenceProfileId?.startsWith('global.')));
    assert(
      found.every(({ models }) => models?.[0]?.modelArn?.startsWith('arn:aws:bedrock:::foundation-model/')),
    );
  });
});
