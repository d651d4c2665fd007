/** The instance metadata service, asked by the SDK and, for what it refuses, by hand. */
import assert from 'node:assert/strict';

import { fromInstanceMetadata } from '@aws-sdk/credential-providers';

import { assertIssued } from './assertIssued.ts';
import { withEnvironment } from './environment.ts';
import { instanceId, startImds, type Imds } from './imds.ts';
import { Issuer } from './issuer.ts';

const roles = '/latest/meta-data/iam/security-credentials/';

describe('local AWS: instance metadata', () => {
  const issuer = new Issuer();
  let imds: Imds;

  beforeEach(async () => {
    imds = await startImds({ issuer });
  });
  afterEach(() => imds.close());

  const provide = (timeout = 5000) => withEnvironment(imds.env, fromInstanceMetadata({ timeout }));
  const get = (path: string, headers = {}) => fetch(imds.url + path, { headers });
  const askToken = (headers = {}) => fetch(`${imds.url}/latest/api/token`, { method: 'PUT', headers });
  const token = async (seconds = '60') => {
    const answer = await askToken({ 'x-aws-ec2-metadata-token-ttl-seconds': seconds });
    return { 'x-aws-ec2-metadata-token': await answer.text() };
  };

  it('gives the SDK the keys of the role', async () => {
    const { arn } = assertIssued(issuer, 'imds', await provide());
    assert.equal(arn, 'arn:aws:sts::123456789012:assumed-role/instance-role/i-0123456789abcdef0');
    assert.deepEqual(
      imds.requests.map(({ method, path, status }) => `${method} ${path} ${status}`),
      ['PUT /latest/api/token 200', `GET ${roles} 200`, `GET ${roles}instance-role 200`],
    );
  });

  it('gives the same keys until they expire', async () => {
    const first = await provide();
    assert.equal((await provide()).accessKeyId, first.accessKeyId);
    issuer.expire(first.accessKeyId);
    assert.notEqual((await provide()).accessKeyId, first.accessKeyId);
  });

  it('knows the region and the account', async () => {
    const headers = await token();
    assert.equal(await (await get('/latest/meta-data/placement/region', headers)).text(), 'us-east-1');
    const document = await (await get('/latest/dynamic/instance-identity/document', headers)).json();
    assert.deepEqual(document, { accountId: '123456789012', instanceId, region: 'us-east-1' });
  });

  it('gives a token only for a time it knows', async () => {
    assert.equal((await askToken()).status, 400);
    for (const seconds of ['0', '21601', 'a while']) {
      assert.equal((await askToken({ 'x-aws-ec2-metadata-token-ttl-seconds': seconds })).status, 400);
    }
  });

  it('gives no token through a proxy', async () => {
    const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '60', 'x-forwarded-for': '10.0.0.1' };
    assert.equal((await askToken(headers)).status, 403);
  });

  it('answers no one without a token of its own', async () => {
    assert.equal((await get(roles)).status, 401);
    assert.equal((await get(roles, { 'x-aws-ec2-metadata-token': 'another' })).status, 401);
    assert.equal((await get(roles, await token())).status, 200);
  });

  it('answers without a token where version 1 is allowed', async () => {
    const old = await startImds({ issuer, allowsVersion1: true, role: 'old' });
    assert.equal(await (await fetch(old.url + roles)).text(), 'old');
    await old.close();
  });

  it('has no keys for an instance without a role, or for another role', async () => {
    assert.equal((await get(`${roles}another`, await token())).status, 404);
    imds.role = null;
    assert.equal((await get(roles, await token())).status, 404);
    await assert.rejects(provide(), { message: 'Error response received from instance metadata service' });
  });

  it('can be silent: the SDK gives up by itself', async () => {
    imds.isSilent = true;
    await assert.rejects(provide(50), { message: 'TimeoutError from instance metadata service' });
    assert.equal(imds.requests[0]!.status, 0);
  });

  it('can answer late: once a gate opens', async () => {
    const { promise, resolve: open } = Promise.withResolvers<undefined>();
    imds.gate = promise;
    const answer = get(roles);
    const request = await imds.waitFor(({ path }) => path === roles);
    const other = await startImds({ issuer });
    assert.equal((await fetch(other.url + roles)).status, 401);
    await other.close();
    assert.equal(request.finished, false);
    open(undefined);
    assert.equal((await answer).status, 401);
  });
});
