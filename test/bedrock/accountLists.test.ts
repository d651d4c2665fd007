/** The lists of what the account bought, imported and was given. */
import assert from 'node:assert/strict';

import {
  ListImportedModelsCommand,
  ListPromptRoutersCommand,
  ListProvisionedModelThroughputsCommand,
  paginateListImportedModels,
  paginateListPromptRouters,
  paginateListProvisionedModelThroughputs,
  type BedrockClient,
  type ListProvisionedModelThroughputsCommandInput,
} from '@aws-sdk/client-bedrock';

import { startBedrock, type Bedrock, type BedrockOptions, type Operation } from './bedrock.ts';
import { controlClient, pagesOf } from './clients.ts';

const own = 'arn:aws:bedrock:us-east-1:123456789012:';

describe("simulated Bedrock: lists of the account's own", () => {
  let bedrock: Bedrock;

  async function client(options: BedrockOptions = {}): Promise<BedrockClient> {
    bedrock = await startBedrock(options);
    return controlClient(bedrock);
  }
  afterEach(() => bedrock.close());

  it('has throughput that answers, and some that does not yet', async () => {
    const command = new ListProvisionedModelThroughputsCommand({});
    const { provisionedModelSummaries = [] } = await (await client()).send(command);
    assert.deepEqual(
      provisionedModelSummaries.map(({ status }) => status),
      ['InService', 'Creating'],
    );
    const [inService] = provisionedModelSummaries;
    assert.equal(inService!.provisionedModelArn, `${own}provisioned-model/q1mz83hxk0vd`);
    assert.equal(inService!.modelArn, 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0:24k');
    assert(inService!.creationTime instanceof Date);
  });

  it('has imported models with a chat and without', async () => {
    const { modelSummaries = [] } = await (await client()).send(new ListImportedModelsCommand({}));
    assert.deepEqual(
      modelSummaries.map(({ modelName, instructSupported }) => [modelName, instructSupported]),
      [
        ['support-llama', true],
        ['title-completer', false],
      ],
    );
    assert(modelSummaries[0]!.creationTime instanceof Date);
  });

  it("has AWS's default router, over profiles of the geography", async () => {
    const command = new ListPromptRoutersCommand({});
    const { promptRouterSummaries = [] } = await (await client({ region: 'eu-west-1' })).send(command);
    assert.equal(promptRouterSummaries.length, 1);
    const [router] = promptRouterSummaries;
    assert.equal(router!.type, 'default');
    assert(router!.promptRouterArn?.endsWith(':default-prompt-router/anthropic.claude:1'));
    assert.deepEqual(
      router!.models?.map(({ modelArn }) => modelArn!.split('/')[1]),
      ['eu.anthropic.claude-3-haiku-20240307-v1:0', 'eu.anthropic.claude-3-5-sonnet-20240620-v1:0'],
    );
    assert.deepEqual(router!.fallbackModel, router!.models[1]);
  });

  it('has no router where there is no geography', async () => {
    const command = new ListPromptRoutersCommand({});
    const { promptRouterSummaries } = await (await client({ region: 'sa-east-1' })).send(command);
    assert.deepEqual(promptRouterSummaries, []);
  });

  it('comes page by page', async () => {
    const paged = { client: await client(), pageSize: 1 };
    const throughputs = await pagesOf(paginateListProvisionedModelThroughputs(paged, {}));
    const imported = await pagesOf(paginateListImportedModels(paged, {}));
    const routers = await pagesOf(paginateListPromptRouters(paged, {}));
    assert.deepEqual(
      [throughputs, imported, routers].map(({ length }) => length),
      [2, 2, 1],
    );
    assert.equal(imported[1]!.modelSummaries?.[0]?.modelName, 'title-completer');
  });

  it('refuses a page token of another list', async () => {
    const asked = await client();
    const { nextToken } = await asked.send(new ListImportedModelsCommand({ maxResults: 1 }));
    const other = asked.send(new ListPromptRoutersCommand({ nextToken }));
    await assert.rejects(other, {
      name: 'ValidationException',
      message: 'The provided nextToken is invalid.',
    });
  });

  const filters: { what: string; query: ListProvisionedModelThroughputsCommandInput; found: string[] }[] = [
    { what: 'status', query: { statusEquals: 'Creating' }, found: ['haiku-trial'] },
    {
      what: 'model',
      query: { modelArnEquals: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0:24k' },
      found: ['nova-nights'],
    },
    { what: 'name', query: { nameContains: 'nights' }, found: ['nova-nights'] },
    { what: 'the time after', query: { creationTimeAfter: new Date('2026-04-01') }, found: ['haiku-trial'] },
    {
      what: 'the time before',
      query: { creationTimeBefore: new Date('2026-04-01') },
      found: ['nova-nights'],
    },
  ];
  for (const { what, query, found } of filters) {
    it(`filters by ${what}`, async () => {
      const command = new ListProvisionedModelThroughputsCommand(query);
      const { provisionedModelSummaries } = await (await client()).send(command);
      assert.deepEqual(
        provisionedModelSummaries?.map(({ provisionedModelName }) => provisionedModelName),
        found,
      );
    });
  }

  it('sorts by the time', async () => {
    const query = { sortBy: 'CreationTime', sortOrder: 'Descending' } as const;
    const { provisionedModelSummaries } = await (
      await client()
    ).send(new ListProvisionedModelThroughputsCommand(query));
    assert.equal(provisionedModelSummaries?.[0]?.provisionedModelName, 'haiku-trial');
  });

  it('tells default routers from those that somebody made', async () => {
    const command = new ListPromptRoutersCommand({ type: 'custom' });
    const { promptRouterSummaries } = await (await client()).send(command);
    assert.deepEqual(promptRouterSummaries, []);
  });

  const none = 'none' as never;
  const refused = [
    {
      what: 'a status of throughput',
      command: new ListProvisionedModelThroughputsCommand({ statusEquals: none }),
      message:
        "1 validation error detected: Value 'none' at 'statusEquals' failed to satisfy constraint: Member must " +
        'satisfy enum value set: [Creating, InService, Updating, Failed]',
    },
    {
      what: 'a model that is none, by its ARN',
      command: new ListProvisionedModelThroughputsCommand({ modelArnEquals: 'amazon.nova-pro-v1:0:24k' }),
      message:
        /^1 validation error detected: Value '.*' at 'modelArnEquals' .* regular expression pattern: arn:aws/,
    },
    {
      what: 'an order, and a page of more than 1000',
      command: new ListImportedModelsCommand({ sortOrder: none, maxResults: 1001 }),
      message:
        /^2 validation errors detected: .* less than or equal to 1000; .* value set: \[Ascending, Descending\]$/,
    },
    {
      what: 'a type of router',
      command: new ListPromptRoutersCommand({ type: none }),
      message: /^1 validation error detected: Value 'none' at 'type' .* enum value set: \[custom, default\]$/,
    },
  ];
  for (const { what, command, message } of refused) {
    it(`refuses ${what}`, async () => {
      const asked = (await client()).send(command);
      await assert.rejects(asked, { name: 'ValidationException', message });
    });
  }

  const asked = [
    ['ListProvisionedModelThroughputs', new ListProvisionedModelThroughputsCommand({})],
    ['ListImportedModels', new ListImportedModelsCommand({})],
    ['ListPromptRouters', new ListPromptRoutersCommand({})],
  ] as const satisfies [Operation, object][];
  for (const [operation, command] of asked) {
    it(`refuses ${operation} without permission, when told to`, async () => {
      const send = async (to: BedrockClient) => to.send(command);
      const message =
        `User: arn:aws:iam::123456789012:user/developer is not authorized to perform: bedrock:${operation} ` +
        `because no identity-based policy allows the bedrock:${operation} action`;
      const to = await client();
      bedrock.script(operation, { refuse: { status: 403, type: 'AccessDeniedException', message } });
      await assert.rejects(send(to), { name: 'AccessDeniedException', message });
      await send(to);
      assert.deepEqual(
        bedrock.requests.map(request => [request.operation, request.status]),
        [
          [operation, 403],
          [operation, 200],
        ],
      );
    });
  }

  it('gives out the lists of a test, which are empty where it has none', async () => {
    const importedModels = [
      { modelArn: `${own}imported-model/aaaaaaaaaaaa`, modelName: 'a', creationTime: '2026-01-01T00:00:00Z' },
    ];
    const asked = await client({ lists: { foundationModels: [], inferenceProfiles: [], importedModels } });
    const { modelSummaries } = await asked.send(new ListImportedModelsCommand({}));
    assert.deepEqual(
      modelSummaries?.map(({ modelName }) => modelName),
      ['a'],
    );
    const { promptRouterSummaries } = await asked.send(new ListPromptRoutersCommand({}));
    assert.deepEqual(promptRouterSummaries, []);
    const command = new ListProvisionedModelThroughputsCommand({});
    assert.deepEqual((await asked.send(command)).provisionedModelSummaries, []);
  });
});
