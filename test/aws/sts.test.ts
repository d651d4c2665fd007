/** The token service, asked by the SDK for every kind of role, and what it refuses. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
  type AssumeRoleCommandInput,
} from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';

import { simulatedAccessKey } from '../bedrock/bedrock.ts';
import { assertIssued } from './assertIssued.ts';
import { makeAwsHome } from './awsHome.ts';
import { withEnvironment } from './environment.ts';
import { Issuer } from './issuer.ts';
import { mfaSerial } from './mfa.ts';
import { roleArn, startSts, userArn, type Sts } from './sts.ts';

const staticKeys = {
  accessKeyId: simulatedAccessKey.AWS_ACCESS_KEY_ID,
  secretAccessKey: simulatedAccessKey.AWS_SECRET_ACCESS_KEY,
};
const webToken = 'header.payload.signature';

describe('local AWS: STS', () => {
  const issuer = new Issuer();
  let sts: Sts;

  beforeEach(async () => {
    sts = await startSts({
      issuer,
      roles: {
        plain: {},
        partner: { externalId: 'contract-7' },
        guarded: { needsMfa: true },
        pod: { webIdentityToken: webToken },
      },
      mfaCodes: ['123456'],
    });
  });
  afterEach(() => sts.close());

  const client = (credentials = staticKeys) =>
    new STSClient({ region: 'us-east-1', endpoint: sts.url, credentials, maxAttempts: 1 });
  const identify = (credentials?: typeof staticKeys) =>
    client(credentials).send(new GetCallerIdentityCommand({}));
  const assume = (name: string, input: Partial<AssumeRoleCommandInput> = {}) =>
    client().send(new AssumeRoleCommand({ RoleArn: roleArn(name), RoleSessionName: 'test', ...input }));

  /** What the profile of this text resolves to; the profile `user` holds the user's keys. */
  async function provide(profile: string, mfaCode?: string) {
    const home = makeAwsHome({
      config: `[profile tested]\n${profile}\n`,
      credentials:
        `[user]\naws_access_key_id = ${staticKeys.accessKeyId}\n` +
        `aws_secret_access_key = ${staticKeys.secretAccessKey}\n`,
    });
    try {
      const code = mfaCode === undefined ? {} : { mfaCodeProvider: () => Promise.resolve(mfaCode) };
      const provider = fromIni({ profile: 'tested', ...code });
      return await withEnvironment({ ...home.env, ...sts.env, AWS_REGION: 'us-east-1' }, () => provider());
    } finally {
      home.remove();
    }
  }

  it('tells who signed: the user', async () => {
    const { Account, Arn, UserId } = await identify();
    assert.deepEqual(
      { Account, Arn, UserId },
      { Account: '123456789012', Arn: userArn, UserId: 'AIDASAMPLEUSERID' },
    );
  });

  it('tells who signed: the session of a role', async () => {
    const { Arn, UserId } = await identify(issuer.issue('app'));
    assert.equal(Arn, 'arn:aws:sts::123456789012:assumed-role/app/session');
    assert.equal(UserId, 'AROASAMPLEROLEID:session');
  });

  it('lets a profile assume a role, for as long as it asks', async () => {
    const profile = `role_arn = ${roleArn('plain')}\nsource_profile = user\nrole_session_name = me`;
    const { arn } = assertIssued(issuer, 'sts:plain', await provide(profile));
    assert.equal(arn, 'arn:aws:sts::123456789012:assumed-role/plain/me');
    const short = await provide(`${profile}\nduration_seconds = 900`);
    const minutes = (short.expiration!.getTime() - Date.now()) / 60_000;
    assert.ok(minutes > 14 && minutes < 16);
  });

  it('lets a profile assume a role with the code of its device, once', async () => {
    const profile = `role_arn = ${roleArn('guarded')}\nsource_profile = user\nmfa_serial = ${mfaSerial}`;
    assertIssued(issuer, 'sts:guarded', await provide(profile, '123456'));
    await assert.rejects(provide(profile, '123456'), {
      name: 'AccessDenied',
      message: 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    });
    sts.mfaCodes.add('654321');
    assertIssued(issuer, 'sts:guarded', await provide(profile, '654321'));
  });

  it('lets a profile assume a role with an external id', async () => {
    const profile = `role_arn = ${roleArn('partner')}\nsource_profile = user\nexternal_id = contract-7`;
    assertIssued(issuer, 'sts:partner', await provide(profile));
  });

  it('lets a profile assume a role with the token of a web identity', async () => {
    const home = makeAwsHome();
    const file = join(home.path, 'token');
    writeFileSync(file, webToken);
    const profile = `role_arn = ${roleArn('pod')}\nweb_identity_token_file = ${file}`;
    assertIssued(issuer, 'sts:web-identity:pod', await provide(profile));
    writeFileSync(file, 'another.token.altogether');
    await assert.rejects(provide(profile), { name: 'InvalidIdentityTokenException' });
    home.remove();
  });

  const notAuthorized = (name: string) => ({
    name: 'AccessDenied',
    message: `User: ${userArn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn(name)}`,
  });

  for (const { what, name, input } of [
    { what: 'a role it does not know', name: 'unknown', input: {} },
    { what: 'another external id', name: 'partner', input: { ExternalId: 'contract-8' } },
    { what: 'no code where one is needed', name: 'guarded', input: {} },
    { what: 'a signature for a web identity’s role', name: 'pod', input: {} },
  ]) {
    it(`refuses ${what}`, () => assert.rejects(assume(name, input), notAuthorized(name)));
  }

  for (const { what, input, name, message } of [
    {
      what: 'a wrong code',
      input: { SerialNumber: mfaSerial, TokenCode: '000000' },
      name: 'AccessDenied',
      message: /^MultiFactorAuthentication failed with invalid MFA one time pass code\. $/,
    },
    {
      what: 'a code of another form',
      input: { SerialNumber: mfaSerial, TokenCode: '12345' },
      name: 'ValidationError',
      message: /at 'tokenCode' failed to satisfy constraint/,
    },
    {
      what: 'a code of another device',
      input: { SerialNumber: `${mfaSerial}2`, TokenCode: '123456' },
      name: 'AccessDenied',
      message: /Please verify your MFA serial number is valid/,
    },
    {
      what: 'a code without its device',
      input: { TokenCode: '123456' },
      name: 'AccessDenied',
      message: /must provide both MFA serial number and one time pass code/,
    },
  ]) {
    it(`refuses ${what}`, () => assert.rejects(assume('guarded', input), { name, message }));
  }

  it('refuses a wrong secret, an unknown key and an expired one', async () => {
    const wrong = { ...staticKeys, secretAccessKey: 'wrong' };
    await assert.rejects(identify(wrong), { name: 'SignatureDoesNotMatch' });
    assert.equal(sts.requests.at(-1)!.status, 403);
    await assert.rejects(identify({ ...staticKeys, accessKeyId: 'AKIAUNKNOWN' }), {
      name: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    });
    const keys = issuer.issue('app');
    issuer.expire(keys.accessKeyId);
    await assert.rejects(identify(keys), {
      name: /^ExpiredToken/,
      message: 'The security token included in the request is expired',
    });
  });

  it('refuses what nobody signed, and actions it does not know', async () => {
    const post = async (body: string) => {
      const answer = await fetch(sts.url, { method: 'POST', body });
      return `${answer.status} ${await answer.text()}`;
    };
    assert.match(
      await post('Action=GetCallerIdentity&Version=2011-06-15'),
      /^403 <ErrorResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/">[^]*<Code>MissingAuthenticationToken<\/Code>/,
    );
    assert.match(await post('Action=GetSessionToken'), /^400 [^]*<Code>InvalidAction<\/Code>/);
  });
});
