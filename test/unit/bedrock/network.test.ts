/** How requests get out: through proxies with a password, past them, and with a company's own authority. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { BedrockClients } from '../../../src/bedrock/clients.ts';
import type { Network } from '../../../src/bedrock/network.ts';
import { problemOf } from '../../../src/bedrock/problems.ts';
import type { Problem } from '../../../src/problem.ts';
import { type Authority, makeAuthority } from '../../aws/authority.ts';
import { type Proxy, startProxy } from '../../aws/proxy.ts';
import { roleArn, startSts, type Sts } from '../../aws/sts.ts';
import { simulatedAccessKey } from '../../bedrock/bedrock.ts';
import { type ClientsOptions, ClientsWorld, list, staticKeys } from './clientsWorld.ts';

const host = 'bedrock.us-east-1.amazonaws.com';
const stsHost = 'sts.us-east-1.amazonaws.com';
const user = { name: 'jane@corp', password: 'p@ss:word' };
/** The SDK's own hosts: only the proxy knows where those are here. */
const awsHosts = { AWS_ENDPOINT_URL_BEDROCK: '', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: '' };

describe('network', () => {
  let authority: Authority;
  let world: ClientsWorld;
  let sts: Sts;
  let proxy: Proxy;

  beforeEach(async () => {
    authority = await makeAuthority();
    world = await ClientsWorld.start({ tls: await authority.certify(host) });
    sts = await startSts({ issuer: world.issuer, tls: await authority.certify(stsHost) });
    const routes = {
      [`${host}:443`]: new URL(world.bedrock.url).host,
      [`${stsHost}:443`]: new URL(sts.url).host,
    };
    proxy = await startProxy({ user, routes });
  });
  afterEach(async () => {
    authority.remove();
    await Promise.all([world.close(), sts.close(), proxy.close()]);
  });

  function clients(variables: Record<string, string>, network: Partial<Network> = {}): BedrockClients {
    return world.clients({
      variables: { ...simulatedAccessKey, ...awsHosts, AWS_CA_BUNDLE: authority.file, ...variables },
      context: { network: () => ({ strictTls: true, ...network }) },
    });
  }

  /** What a person is told of a list that does not come. */
  async function problem(clients: BedrockClients, options: ClientsOptions = {}): Promise<Problem> {
    const connection = world.connection({ variables: awsHosts, ...options });
    return list(clients).then(
      () => assert.fail('The list came.'),
      (error: unknown) => problemOf(error, { connection, operation: 'ListFoundationModels' }),
    );
  }

  describe('proxies', () => {
    it('of the environment carry requests, over one tunnel with the password', async () => {
      const made = clients({ HTTPS_PROXY: proxy.urlWithUser });
      assert.equal(await list(made), 60);
      assert.equal(await list(made), 60);
      assert.equal(proxy.tunnelsTo(`${host}:443`), 1);
      assert.equal(world.bedrock.requests[1]?.connection, 1);
      assert.equal(world.bedrock.requests[0]?.headers['host'], host);
    });

    it('of the editor go first, and a change counts at once', async () => {
      let setting: string | undefined = 'http://127.0.0.1:9';
      const made = world.clients({
        variables: {
          ...simulatedAccessKey,
          ...awsHosts,
          AWS_CA_BUNDLE: authority.file,
          HTTPS_PROXY: proxy.urlWithUser,
        },
        context: { network: () => ({ strictTls: true, proxy: setting }) },
      });
      assert.equal((await problem(made)).code, 'proxy-refused');
      assert.equal(proxy.requests.length, 0);
      setting = proxy.urlWithUser;
      assert.equal(await list(made), 60);
    });

    it('carry what is asked for credentials and for the caller, too', async () => {
      world.home.writeConfig(
        `[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = user\n[profile user]\n${staticKeys}`,
      );
      const made = world.clients({
        variables: { ...awsHosts, AWS_CA_BUNDLE: authority.file, HTTPS_PROXY: proxy.urlWithUser },
        layer: { profile: 'dev' },
      });
      assert.equal(await list(made), 60);
      assert.equal(proxy.tunnelsTo(`${stsHost}:443`), 1);
      assert.match((await made.caller()).arn, /:assumed-role\/bedrock\//);
      assert.equal(proxy.tunnelsTo(`${stsHost}:443`), 1);
      assert.equal(sts.requests.length, 2);
    });

    it('carry plain HTTP', async () => {
      const plain = await ClientsWorld.start();
      const { port } = new URL(plain.bedrock.url);
      const other = await startProxy({ routes: { 'gateway.example:80': `127.0.0.1:${port}` } });
      try {
        const variables = { ...simulatedAccessKey, HTTP_PROXY: other.url };
        const made = plain.clients({ variables, layer: { endpoint: 'http://gateway.example' } });
        assert.equal(await list(made), 60);
        assert.equal(other.requests[0]?.target, 'gateway.example:80');
      } finally {
        await Promise.all([plain.close(), other.close()]);
      }
    });

    it('are not asked for the machine itself', async () => {
      const variables = {
        HTTPS_PROXY: 'http://127.0.0.1:9',
        AWS_ENDPOINT_URL_BEDROCK: world.bedrock.url,
      };
      assert.equal(await list(clients(variables)), 60);
    });

    it('that ask for a password are told of, without the one given', async () => {
      for (const url of [proxy.url, proxy.urlWithUser.replace('jane', 'joe')]) {
        const { code, title, explanation, details } = await problem(clients({ HTTPS_PROXY: url }));
        assert.equal(code, 'proxy-refused');
        assert.match(title, /password/);
        assert.ok(explanation.startsWith(`${proxy.url} lets nobody`), explanation);
        assert.doesNotMatch(explanation + (details ?? ''), /p%40ss|p@ss|jane|joe/);
      }
    });

    it('that are not there are named, without the password', async () => {
      const { code, explanation, details } = await problem(
        clients({ HTTPS_PROXY: 'http://jane:secret@127.0.0.1:9' }),
      );
      assert.equal(code, 'proxy-refused');
      assert.match(explanation, /^http:\/\/127\.0\.0\.1:9 \(ECONNREFUSED\)/);
      assert.doesNotMatch(explanation + (details ?? ''), /secret/);
    });
  });

  describe('authorities', () => {
    const through = () => ({ HTTPS_PROXY: proxy.urlWithUser });

    it('that this machine does not know are not trusted, and told of', async () => {
      const { code, explanation } = await problem(clients({ ...through(), AWS_CA_BUNDLE: '' }));
      assert.equal(code, 'certificate-untrusted');
      assert.ok(explanation.includes(host) && explanation.includes('AWS_CA_BUNDLE'), explanation);
      assert.equal(world.bedrock.requests.length, 0);
    });

    it('are taken from AWS_CA_BUNDLE, beside those that Node knows', async () => {
      const known = await makeAuthority('Known');
      const before = getCACertificates('default');
      try {
        setDefaultCACertificates([...before, authority.cert]);
        assert.equal(await list(clients({ ...through(), AWS_CA_BUNDLE: known.file })), 60);
      } finally {
        setDefaultCACertificates(before);
        known.remove();
      }
    });

    it('are taken from the profile', async () => {
      world.home.writeConfig(`[profile dev]\nca_bundle = ${authority.file}\n${staticKeys}`);
      const variables = { ...awsHosts, ...through() };
      assert.equal(await list(world.clients({ variables, layer: { profile: 'dev' } })), 60);
      // As its endpoint is, beside a key that goes before the profile.
      const beside = {
        variables: { ...variables, AWS_PROFILE: 'dev' },
        layer: { apiKey: 'ABSKsimulatedBedrockApiKey' },
      };
      assert.equal(await list(world.clients(beside)), 60);
    });

    it('are read again once renewed', async () => {
      const made = clients(through());
      assert.equal(await list(made), 60);
      const wrong = await makeAuthority('Wrong');
      try {
        writeFileSync(authority.file, wrong.cert);
        assert.equal(await list(made), 60);
        made.renew();
        assert.equal((await problem(made)).code, 'certificate-untrusted');
      } finally {
        wrong.remove();
      }
    });

    it('do not matter where the editor is told so', async () => {
      const made = clients({ ...through(), AWS_CA_BUNDLE: '' }, { strictTls: false });
      assert.equal(await list(made), 60);
    });

    it('in a file that is not there, or is none, are told of until it is', async () => {
      const file = join(world.home.path, 'company.pem');
      const made = clients({ ...through(), AWS_CA_BUNDLE: file });
      const begun = '-----BEGIN CERTIFICATE-----';
      for (const text of [undefined, 'nothing', `${begun}\nnothing\n-----END CERTIFICATE-----\n`]) {
        if (text !== undefined) writeFileSync(file, text);
        const { code, explanation } = await problem(made);
        assert.equal(code, 'certificates-unreadable', text);
        assert.ok(explanation.startsWith(file), explanation);
      }
      writeFileSync(file, authority.cert);
      assert.equal(await list(made), 60);
    });
  });
});
