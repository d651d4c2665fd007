/** The credential server of a container, asked by the SDK and, for what it refuses, by hand. */
import assert from 'node:assert/strict';

import { fromHttp } from '@aws-sdk/credential-providers';

import { assertIssued } from './assertIssued.ts';
import { startContainer, type Container } from './container.ts';
import { withEnvironment } from './environment.ts';
import { Issuer } from './issuer.ts';

describe('local AWS: container credentials', () => {
  const issuer = new Issuer();
  let container: Container;

  beforeEach(async () => {
    container = await startContainer({ issuer });
  });
  afterEach(() => container.close());

  const provide = (env: Record<string, string>) =>
    withEnvironment(env, () => fromHttp({ maxRetries: 0, timeout: 5000 })());

  it('gives the SDK keys for the token in the file', async () => {
    const keys = await provide(container.env);
    assertIssued(issuer, 'container', keys);
    issuer.expire(keys.accessKeyId);
    assert.notEqual((await provide(container.env)).accessKeyId, keys.accessKeyId);
  });

  it('gives the SDK keys for the token in the variable', async () => {
    assertIssued(issuer, 'container', await provide(container.tokenEnv));
  });

  it('refuses a token that was replaced, and takes the new one', async () => {
    const old = container.tokenEnv;
    container.rotateToken();
    await assert.rejects(provide(old), { message: 'Server responded with status: 400' });
    assertIssued(issuer, 'container', await provide(container.env));
  });

  it('refuses a request without a token', async () => {
    const { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri = '' } = container.env;
    const answer = await fetch(uri);
    assert.equal(answer.status, 400);
    assert.equal(await answer.text(), 'Service account token cannot be empty\n');
  });

  it('knows no other paths and methods', async () => {
    const { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri = '' } = container.env;
    assert.equal((await fetch(`${uri}/more`)).status, 404);
    assert.equal((await fetch(uri, { method: 'POST' })).status, 405);
  });
});
