/** The SDK's clients: where they ask, and that they are made once. */
import assert from 'node:assert/strict';
import { loadSdk } from '../../../src/bedrock/loadSdk.ts';
import { simulatedAccessKey, startBedrock } from '../../bedrock/bedrock.ts';
import { ClientsWorld, list, problemFrom, staticKeys } from './clientsWorld.ts';

describe('clients', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  it('are made once, and keep their sockets when they are renewed', async () => {
    const clients = world.clients({ variables: simulatedAccessKey });
    await list(clients);
    clients.renew();
    await list(clients);
    assert.equal(await clients.control(), await clients.control());
    assert.equal(await clients.runtime(), await clients.runtime());
    assert.deepEqual(
      world.bedrock.requests.map(({ connection }) => connection),
      [1, 1],
    );
  });

  it('go to another endpoint once the file says so and they are renewed; what is on its way goes on', async () => {
    const other = await startBedrock({ issuer: world.issuer });
    try {
      const profile = (url: string) => `[profile dev]\nendpoint_url = ${url}\n${staticKeys}`;
      const variables = { AWS_ENDPOINT_URL_BEDROCK: '', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: '' };
      world.home.writeConfig(profile(world.bedrock.url));
      const clients = world.clients({ variables, layer: { profile: 'dev' } });
      await list(clients);
      world.home.writeConfig(profile(other.url));
      await list(clients);
      assert.equal(other.requests.length, 0);
      const { ListFoundationModelsCommand } = await loadSdk();
      const onItsWay = (await clients.control()).send(new ListFoundationModelsCommand({}));
      clients.renew();
      assert.equal(await list(clients), 60);
      assert.equal((await onItsWay).modelSummaries?.length, 60);
      assert.equal(world.bedrock.requests.length, 3);
      assert.equal(other.requests.length, 1);
    } finally {
      await other.close();
    }
  });

  it('refuse an endpoint that is no URL, in words', async () => {
    const clients = world.clients({ layer: { endpoint: 'gateway.example:8080/x' } });
    for (const client of [() => clients.control(), () => clients.runtime()]) {
      const { code, explanation } = await problemFrom(client());
      assert.equal(code, 'endpoint-invalid');
      assert.match(explanation, /^It must begin with https/);
    }
  });
});
