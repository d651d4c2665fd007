/** Credentials that never come, or that no request can carry: said in words, and never the end of it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { SigningCredentials } from '../../../../src/bedrock/connection/signing.ts';
import { NetworkHandler } from '../../../../src/bedrock/network.ts';
import { closeServer, listen } from '../../../bedrock/listen.ts';
import { ClientsWorld, forgetfulRoles, list, problemFrom, staticKeys } from '../clientsWorld.ts';

describe('credentials that can’t be used', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  /** A profile whose process asks a server that never answers. */
  async function hangingProfile() {
    const server = createServer();
    const port = await listen(server);
    const asks = `fetch('http://127.0.0.1:${port}')`;
    world.home.writeConfig(`[profile dev]\ncredential_process = "${process.execPath}" -e "${asks}"\n`);
    return { asked: () => once(server, 'request'), close: () => closeServer(server) };
  }

  it('are given up by a renewal: whoever waits gets what there is by then', async () => {
    const helper = await hangingProfile();
    const clients = world.clients({ layer: { profile: 'dev' } });
    const asked = helper.asked();
    const listing = list(clients);
    await asked;
    world.home.writeConfig('');
    world.home.writeCredentials(`[dev]\n${staticKeys}`);
    clients.renew();
    assert.equal(await listing, 60);
    await helper.close();
  });

  it('are waited for only so long', async () => {
    const helper = await hangingProfile();
    const connection = world.connection({ layer: { profile: 'dev' } });
    const signing = new SigningCredentials({
      connection,
      handler: new NetworkHandler(connection, () => ({ strictTls: true })),
      instanceRoles: forgetfulRoles(),
      askMfaCode: () => Promise.resolve(undefined),
      patience: 1,
    });
    const problem = await problemFrom(signing.resolve());
    assert.equal(problem.code, 'credentials-not-given');
    assert.match(problem.explanation, /AWS profile "dev"/);
    await helper.close();
  });

  for (const [name, variables] of [
    ['an API key with a line break', { AWS_BEARER_TOKEN_BEDROCK: 'ABSKone\ntwo' }],
    [
      'access keys between curly quotation marks',
      { AWS_ACCESS_KEY_ID: '“AKIDEXAMPLE”', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' },
    ],
  ] as const) {
    it(`are said to be malformed: ${name}`, async () => {
      const problem = await problemFrom(list(world.clients({ variables })));
      assert.equal(problem.code, 'credentials-malformed');
      assert.doesNotMatch(JSON.stringify(problem), /ABSK|wJalr|AKIDEXAMPLE/);
      assert.equal(world.bedrock.requests.length, 0);
    });
  }

  it('go with a proxy whose password is written as it is: that is said', async () => {
    const clients = world.clients({
      variables: {
        AWS_ENDPOINT_URL_BEDROCK: 'https://bedrock.example.com',
        AWS_BEARER_TOKEN_BEDROCK: 'ABSKone',
        HTTPS_PROXY: 'http://me:pass#word@proxy.example.com:8080',
      },
    });
    const problem = await problemFrom(list(clients));
    assert.equal(problem.code, 'proxy-invalid');
    assert.doesNotMatch(JSON.stringify(problem), /pass#word/);
  });

  for (const url of ['https://[', 'https://:443', 'https://bedrock .example.com', 'http://127.0.0.1:99999']) {
    it(`go with an endpoint that is no URL: ${url}`, async () => {
      const clients = world.clients({ layer: { endpoint: url } });
      assert.equal((await problemFrom(list(clients))).code, 'endpoint-invalid');
    });
  }
});
