/** The SDK's clients: where they ask, and that they are made once. */
import assert from 'node:assert/strict';
import { simulatedAccessKey } from '../../bedrock/bedrock.ts';
import { ClientsWorld, list, problemFrom } from './clientsWorld.ts';

describe('clients', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  it('are made once, and keep their sockets when credentials are renewed', async () => {
    const clients = world.clients({ variables: simulatedAccessKey });
    await list(clients);
    const client = await clients.control();
    clients.renew();
    await list(clients);
    assert.equal(await clients.control(), client);
    assert.equal(await clients.runtime(), await clients.runtime());
    assert.deepEqual(
      world.bedrock.requests.map(({ connection }) => connection),
      [1, 1],
    );
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
