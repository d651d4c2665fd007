/** The program for `credential_process`, run by the SDK. */
import assert from 'node:assert/strict';

import { fromProcess } from '@aws-sdk/credential-providers';

import { assertIssued } from './assertIssued.ts';
import { makeAwsHome, type AwsHome } from './awsHome.ts';
import { failure, rubbish, startCredentialProcess, type CredentialProcess } from './credentialProcess.ts';
import { withEnvironment } from './environment.ts';
import { Issuer } from './issuer.ts';

describe('local AWS: credential_process', () => {
  const issuer = new Issuer();
  let helper: CredentialProcess;
  let home: AwsHome;

  before(async () => {
    helper = await startCredentialProcess({ issuer });
    home = makeAwsHome({ config: `[profile helped]\ncredential_process = ${helper.command}\n` });
  });
  after(() => {
    home.remove();
    return helper.close();
  });

  const provide = () => withEnvironment(home.env, () => fromProcess({ profile: 'helped' })());

  it('gives the SDK keys, and each run is on record', async () => {
    assertIssued(issuer, 'process', await provide());
    assert.equal(helper.requests.length, 1);
  });

  it('gives others once they expire', async () => {
    const { accessKeyId } = await provide();
    issuer.expire(accessKeyId);
    assert.notEqual((await provide()).accessKeyId, accessKeyId);
  });

  it('can fail, in words', async () => {
    helper.result = failure('Your session is over. Run corp-login.');
    await assert.rejects(provide(), {
      message: `Command failed: ${helper.command}\nYour session is over. Run corp-login.\n`,
    });
  });

  it('can print rubbish', async () => {
    helper.result = rubbish;
    await assert.rejects(provide(), {
      message: 'Profile helped credential_process returned invalid JSON.',
    });
  });

  it('can be mended', async () => {
    helper.result = helper.keys;
    assertIssued(issuer, 'process', await provide());
  });
});
