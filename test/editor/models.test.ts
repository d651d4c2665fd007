/** What is known and chosen of models, through the commands that other extensions can call too. */
import assert from 'node:assert/strict';
import { COLD_LIST } from '../bedrock/requests.ts';
import * as vscode from 'vscode';
import type { BedrockModel } from '../../src/bedrock/models/bedrockModel.ts';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { chatModels, run, useBedrock, useConfig } from './world.ts';

const NOVA = 'amazon.nova-pro-v1:0';
const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const ref = (id: string) => `amazon-bedrock/${id}`;

interface Tested {
  readonly ref: string;
  readonly milliseconds?: number;
  readonly problem?: { readonly code: string };
}

describe('models', () => {
  let bedrock: Bedrock;
  const models = () => run<(BedrockModel & { readonly ref: string })[]>('refreshModels');
  const model = async (key: string) => (await models()).find(each => each.key === key);

  beforeEach(async () => {
    await useConfig('{}');
    bedrock = await useBedrock({ noAccess: [HAIKU] });
  });
  afterEach(async () => {
    await run('selectRoutePolicy', 'auto');
    await bedrock.close();
  });

  it('are listed by six calls at once, none of them for a single model', async () => {
    await models();
    const operations = bedrock.requests.map(({ operation }) => operation);
    assert.deepEqual(operations.sort(), COLD_LIST);
    const types = bedrock.requests.map(({ query }) => query['type']).filter(Boolean);
    assert.deepEqual(types, ['APPLICATION']);
  });

  it('come with what somebody made, each kind by its own ARN', async () => {
    const all = await models();
    const kinds = new Set(all.flatMap(({ routes }) => routes.map(({ kind }) => kind)));
    assert.deepEqual([...kinds].sort(), [
      'application',
      'imported',
      'on-demand',
      'profile',
      'provisioned',
      'router',
    ]);
    for (const { routes } of all) {
      for (const { kind, id } of routes) {
        const isOwn = kind !== 'on-demand' && kind !== 'profile';
        assert.equal(id.startsWith('arn:'), isOwn, id);
      }
    }
  });

  for (const [operation, kind] of [
    ['ListImportedModels', 'imported'],
    ['ListPromptRouters', 'router'],
    ['ListProvisionedModelThroughputs', 'provisioned'],
  ] as const) {
    it(`are without ${kind} ones, and otherwise whole, where ${operation} is refused`, async () => {
      const whole = await models();
      const message = `User: x is not authorized to perform: bedrock:${operation}`;
      const refused = { refuse: { status: 403, type: 'AccessDeniedException', message } };
      bedrock.script(operation, refused, refused);
      const left = await models();
      const kinds = new Set(left.flatMap(({ routes }) => routes.map(each => each.kind)));
      assert.ok(!kinds.has(kind));
      assert.ok(left.length >= whole.length - 2 && left.length < whole.length + 1);
      assert.equal((await model(NOVA))?.routes[0].id, NOVA);
    });
  }

  it('keep to the route policy, without asking Bedrock again', async () => {
    await models();
    const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    const before = bedrock.requests.length;
    for (const [policy, reaches] of [
      ['regional', ['region', 'geography']],
      ['on-demand', ['region']],
    ] as const) {
      assert.deepEqual(await run('selectRoutePolicy', policy), { routePolicy: policy, changed: true });
      const found = (await models()).flatMap(({ routes }) => routes.map(({ reach }) => reach));
      assert.deepEqual(
        [...new Set(found)].filter(reach => !(reaches as readonly string[]).includes(reach)),
        [],
        policy,
      );
    }
    await run('selectRoutePolicy', 'global');
    assert.equal((await model(sonnet))?.routes[0].reach, 'global');
    // Nothing but the three refreshes.
    assert.equal(bedrock.requests.length - before, 3 * 6);
  });

  it('take their limits and price from the OpenClaw config where it describes them', async () => {
    await useConfig(`{ models: { providers: { 'amazon-bedrock': { models: [
      { id: '${NOVA}', name: 'Nova', contextWindow: 64000, maxTokens: 1000, cost: { input: 7, output: 8 } },
    ] } } } }`);
    const nova = await model(NOVA);
    assert.deepEqual([nova?.contextWindow, nova?.maxTokens], [64_000, 1_000]);
    assert.deepEqual(nova?.sources, { contextWindow: 'config', maxTokens: 'config' });
    assert.equal(nova.routes[0].price?.input, 7);
    const [inChat] = (await chatModels()).filter(({ id }) => id === NOVA);
    assert.equal(inChat?.maxInputTokens, 63_000);
  });

  it('are tested with one token each, through the route that is named', async () => {
    await models();
    const tested = await run<Tested[]>('testModel', [ref(NOVA), ref(`us.${HAIKU}`)]);
    assert.deepEqual(
      tested.map(each => [each.ref, each.problem?.code]),
      [
        [ref(NOVA), undefined],
        [ref(`us.${HAIKU}`), 'model-access'],
      ],
    );
    assert.ok((tested[0]?.milliseconds ?? -1) >= 0);
    const asked = bedrock.requests.filter(({ operation }) => operation === 'Converse');
    assert.deepEqual(
      asked.map(({ modelId }) => modelId),
      [NOVA, `us.${HAIKU}`],
    );
  });

  it('are copied by id, ref and ARN', async () => {
    await models();
    const copied = async (verb: string) => {
      await run(verb, [ref(NOVA), ref(`us.${NOVA}`)]);
      return (await vscode.env.clipboard.readText()).split('\n');
    };
    assert.deepEqual(await copied('copyModelId'), [NOVA, `us.${NOVA}`]);
    assert.deepEqual(await copied('copyModelRef'), [ref(NOVA), ref(`us.${NOVA}`)]);
    const [model = '', profile = ''] = await copied('copyModelArn');
    assert.match(model, /^arn:aws:bedrock:us-east-1::foundation-model\/amazon\.nova-pro/);
    assert.match(profile, /^arn:aws:bedrock:us-east-1:\d+:inference-profile\/us\.amazon\.nova-pro/);
  });

  it('are allowed by a policy that names them, each with all its routes', async () => {
    await models();
    const { copied, policy } = await run<{
      copied: boolean;
      policy: { Statement: { Sid: string; Resource: string[] }[] };
    }>('copyIamPolicy', [ref(NOVA)]);
    assert.ok(copied);
    assert.deepEqual(JSON.parse(await vscode.env.clipboard.readText()), policy);
    const [, invoke, through] = policy.Statement;
    assert.match(
      invoke?.Resource.join(' ') ?? '',
      /:\d+:inference-profile\/us\.amazon\.nova-pro\S+ arn\S+::foundation-model\//,
    );
    assert.deepEqual(
      through?.Resource.map(arn => arn.split(':')[3]),
      ['us-east-1', 'us-east-2', 'us-west-2'],
    );
  });

  it('are favourites, hidden and arranged by arguments, and odd ones change nothing', async () => {
    await models();
    assert.deepEqual(await run('addFavourite', [ref(NOVA)]), { models: [NOVA] });
    assert.deepEqual(await run('removeFavourite', ref(`us.${NOVA}`)), { models: [NOVA] });
    assert.deepEqual(await run('hideModel', []), { models: [] });
    assert.deepEqual(await run('hideModel', ref(NOVA)), { models: [NOVA] });
    assert.deepEqual(await run('unhideModel', ref(NOVA)), { models: [NOVA] });
    assert.deepEqual(await run('groupModels', 'route'), { grouping: 'route' });
    assert.deepEqual(await run('groupModels', 'provider'), { grouping: 'provider' });
    assert.deepEqual(await run('sortModels', 'price'), { sorting: 'price' });
    assert.deepEqual(await run('sortModels', 'name'), { sorting: 'name' });
    assert.deepEqual(await run('filterModels', ' nova '), { filter: 'nova' });
    await run('clearModelFilter');
    for (const odd of ['amazon-bedrock/acme.none', 'x', 7, { a: 1 }]) {
      const { problem } = await run<{ readonly problem?: { readonly code: string } }>('hideModel', odd);
      assert.ok(['model-unknown', 'reference-invalid'].includes(problem?.code ?? ''), JSON.stringify(odd));
    }
  });
});
