/** The proxy, with real clients on one side and the simulator on the other. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent as HttpAgent, get, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { BedrockClient, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import { simulatedAccessKey, startBedrock, type Bedrock } from '../bedrock/bedrock.ts';
import { makeAuthority, type Authority } from './authority.ts';
import { startProxy, type Proxy } from './proxy.ts';

const host = 'bedrock.us-east-1.amazonaws.com';
const user = { name: 'jane@corp', password: 'p@ss:word' };

describe('local AWS: a proxy', () => {
  let authority: Authority;
  let secure: Bedrock;
  let plain: Bedrock;
  let proxy: Proxy;

  before(async () => {
    authority = await makeAuthority();
    secure = await startBedrock({ tls: await authority.certify(host) });
    plain = await startBedrock();
    proxy = await startProxy({ user, routes: { [`${host}:443`]: new URL(secure.url).host } });
  });
  after(async () => {
    authority.remove();
    await Promise.all([secure.close(), plain.close(), proxy.close()]);
  });

  async function list(endpoint: string, url: string) {
    const proxyEnv = { HTTPS_PROXY: url, HTTP_PROXY: url };
    const client = new BedrockClient({
      endpoint,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: {
        accessKeyId: simulatedAccessKey.AWS_ACCESS_KEY_ID,
        secretAccessKey: simulatedAccessKey.AWS_SECRET_ACCESS_KEY,
      },
      requestHandler: new NodeHttpHandler({
        httpAgent: new HttpAgent({ proxyEnv }),
        httpsAgent: new HttpsAgent({ proxyEnv, ca: authority.cert }),
      }),
    });
    try {
      return await client.send(new ListFoundationModelsCommand({}));
    } finally {
      client.destroy();
    }
  }

  it('opens tunnels, to where a name is said to be', async () => {
    const { modelSummaries } = await list(`https://${host}`, proxy.urlWithUser);
    assert.equal(modelSummaries?.length, 60);
    assert.equal(proxy.tunnelsTo(`${host}:443`), 1);
    assert.equal(secure.requests.at(-1)!.headers['host'], host);
  });

  it('opens tunnels to where the target says', async () => {
    await list(secure.url, proxy.urlWithUser);
    assert.equal(proxy.tunnelsTo(new URL(secure.url).host), 1);
  });

  it('passes plain requests on, without its password', async () => {
    await list(plain.url, proxy.urlWithUser);
    const { method, target } = proxy.requests.at(-1)!;
    assert.deepEqual([method, target], ['GET', new URL(plain.url).host]);
    assert.equal(plain.requests.at(-1)!.headers['proxy-authorization'], undefined);
  });

  it('lets nobody through without the password', async () => {
    const wrong = proxy.urlWithUser.replace('word', 'phrase');
    for (const url of [proxy.url, wrong]) {
      await assert.rejects(list(`https://${host}`, url), /407/);
      assert.equal(proxy.requests.at(-1)!.status, 407);
      await assert.rejects(list(plain.url, url));
      assert.equal(proxy.requests.at(-1)!.status, 407);
    }
    const [answer] = (await once(get(proxy.url), 'response')) as [IncomingMessage];
    assert.equal(answer.resume().headers['proxy-authenticate'], 'Basic realm="proxy"');
  });

  it('lets everybody through where it has no password', async () => {
    const open = await startProxy();
    await list(secure.url, open.url);
    assert.equal(open.tunnelsTo(new URL(secure.url).host), 1);
    assert.equal((await fetch(open.url)).status, 400);
    await open.close();
  });

  it('says so when a target is not there', async () => {
    const gone = await startBedrock();
    await gone.close();
    await assert.rejects(list(gone.url.replace('http', 'https'), proxy.urlWithUser), /502/);
    assert.equal(proxy.requests.at(-1)!.status, 502);
    assert.equal(proxy.tunnelsTo(new URL(gone.url).host), 0);
  });
});
