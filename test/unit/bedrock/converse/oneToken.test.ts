import assert from 'node:assert/strict';
import { askForOneToken } from '../../../../src/bedrock/converse/oneToken.ts';
import { simulatedAccessKey } from '../../../bedrock/bedrock.ts';
import { ClientsWorld, problemFrom } from '../clientsWorld.ts';

const NOVA = 'amazon.nova-pro-v1:0';

describe('askForOneToken', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  const ask = (modelId: string, signal = new AbortController().signal) => {
    const options = { variables: simulatedAccessKey };
    return askForOneToken(world.connection(options), world.clients(options), modelId, signal);
  };
  const codeOf = async (answer: Promise<unknown>) => (await problemFrom(answer)).code;

  it('asks the model once, for no more than one token', async () => {
    assert.ok((await ask(NOVA)) > 0);
    const [request, ...others] = world.bedrock.requests;
    assert.equal(others.length, 0);
    assert.deepEqual([request!.operation, request!.modelId], ['Converse', NOVA]);
    const { inferenceConfig } = request!.body as { inferenceConfig: object };
    assert.deepEqual(inferenceConfig, { maxTokens: 1 });
  });

  it('says in words why there is no answer', async () => {
    assert.equal(await codeOf(ask('amazon.nova-x-v1:0')), 'model-unknown');
    world.bedrock.script('Converse', { html: { status: 200, body: '<html></html>' } });
    assert.equal(await codeOf(ask(NOVA)), 'not-bedrock');
    world.bedrock.script('Converse', { html: { status: 200, body: '{}' } });
    assert.equal(await codeOf(ask(NOVA)), 'not-bedrock');
  });

  it('lets go of the request when it is told to stop', async () => {
    const running = new AbortController();
    world.bedrock.script('Converse', { until: new Promise(() => undefined) });
    const answer = ask(NOVA, running.signal);
    const isRejected = assert.rejects(answer);
    await world.bedrock.waitFor(({ operation }) => operation === 'Converse');
    running.abort();
    await isRejected;
    await world.bedrock.waitFor(({ closedByClient }) => closedByClient);
  });
});
