/** A private authority, and the simulator behind a certificate of it. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';

import { BedrockClient, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import { startBedrock, type Bedrock } from '../bedrock/bedrock.ts';
import { makeAuthority, type Authority } from './authority.ts';
import { Issuer } from './issuer.ts';
import { startSts, type Sts } from './sts.ts';

describe('local AWS: a private authority', () => {
  let authority: Authority;
  let bedrock: Bedrock;
  let sts: Sts;

  before(async () => {
    authority = await makeAuthority();
    const tls = await authority.certify();
    bedrock = await startBedrock({ tls });
    sts = await startSts({ issuer: new Issuer(), tls });
  });
  after(async () => {
    authority.remove();
    await Promise.all([bedrock.close(), sts.close()]);
  });

  function list(endpoint: string, ca?: string) {
    const client = new BedrockClient({
      endpoint,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: {
        accessKeyId: bedrock.env['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: bedrock.env['AWS_SECRET_ACCESS_KEY'] ?? '',
      },
      requestHandler: new NodeHttpHandler({ httpsAgent: new Agent(ca === undefined ? {} : { ca }) }),
    });
    return client.send(new ListFoundationModelsCommand({})).finally(() => client.destroy());
  }

  it('is not trusted by itself', async () => {
    await assert.rejects(list(bedrock.url), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    await assert.rejects(fetch(sts.url), ({ cause }: Error) =>
      /^Error: unable to verify the first certificate/.test(String(cause)),
    );
    assert.equal(bedrock.requests.length + sts.requests.length, 0);
  });

  it('vouches for the servers of this machine, by address and by name', async () => {
    const ca = readFileSync(authority.file, 'utf8');
    await list(bedrock.url, ca);
    await list(bedrock.url.replace('127.0.0.1', 'localhost'), ca);
    assert.deepEqual(
      bedrock.requests.map(({ status, connection }) => [status, connection]),
      [
        [200, 1],
        [200, 2],
      ],
    );
  });

  it('is not to be mistaken for another one', async () => {
    const other = await makeAuthority('Another Root');
    await assert.rejects(list(bedrock.url, other.cert), { code: /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$|^SELF/ });
    other.remove();
  });

  it('certifies names, but not itself as a server', async () => {
    const { cert } = await authority.certify('bedrock.us-east-1.amazonaws.com');
    const leaf = new X509Certificate(cert);
    assert.equal(leaf.checkHost('bedrock.us-east-1.amazonaws.com'), 'bedrock.us-east-1.amazonaws.com');
    assert.equal(leaf.checkHost('localhost'), 'localhost');
    assert.equal(leaf.checkHost('bedrock.eu-west-1.amazonaws.com'), undefined);
    assert.equal(leaf.ca, false);
    const root = new X509Certificate(authority.cert);
    assert.ok(root.ca && leaf.checkIssued(root) && leaf.verify(root.publicKey));
  });
});
