/** Issued keys at the simulator: who signed, and what happens when keys expire. */
import assert from 'node:assert/strict';

import { ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';

import { startBedrock, type Bedrock } from '../bedrock/bedrock.ts';
import { controlClient } from '../bedrock/clients.ts';
import { Issuer, type IssuedKeys } from './issuer.ts';

describe('local AWS: issued keys', () => {
  const issuer = new Issuer();
  let bedrock: Bedrock;

  before(async () => {
    bedrock = await startBedrock({ issuer });
  });
  after(() => bedrock.close());

  function list({ accessKeyId, secretAccessKey, sessionToken }: IssuedKeys) {
    const client = controlClient(bedrock, { accessKeyId, secretAccessKey, sessionToken });
    return client.send(new ListFoundationModelsCommand({}));
  }

  const expired = {
    name: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  };

  it('are accepted, and tell which source signed', async () => {
    await list(issuer.issue('one'));
    await list(issuer.issue('another'));
    const signers = bedrock.requests.map(request => issuer.sourceOf(request.accessKeyId));
    assert.deepEqual(signers, ['one', 'another']);
  });

  it('are refused without their session token', async () => {
    const keys = { ...issuer.issue('source'), sessionToken: 'another' };
    await assert.rejects(list(keys), { name: 'UnrecognizedClientException' });
  });

  it('are refused once they are said to be expired', async () => {
    const keys = issuer.issue('source');
    await list(keys);
    issuer.expire(keys.accessKeyId);
    await assert.rejects(list(keys), expired);
    assert.equal(bedrock.requests.at(-1)!.status, 403);
    assert.equal(bedrock.requests.at(-1)!.errorType, 'ExpiredTokenException');
  });

  it('are refused when their time is over', async () => {
    await assert.rejects(list(issuer.issue('source', { lifetime: -1000 })), expired);
  });

  it('stay the same for sources that keep them, until they expire', () => {
    const first = issuer.current('keeper');
    assert.equal(issuer.current('keeper'), first);
    issuer.expireAll('keeper');
    assert.notEqual(issuer.current('keeper').accessKeyId, first.accessKeyId);
  });

  it('are told from the simulator’s own', async () => {
    await controlClient(bedrock).send(new ListFoundationModelsCommand({}));
    const { accessKeyId } = bedrock.requests.at(-1)!;
    assert.equal(accessKeyId, bedrock.env['AWS_ACCESS_KEY_ID']);
    assert.equal(issuer.sourceOf(accessKeyId), undefined);
  });
});
