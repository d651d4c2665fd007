/** Who the caller is, asked of an STS that checks signatures. */
import assert from 'node:assert/strict';
import { account } from '../../../aws/issuer.ts';
import { roleArn, startSts, type Sts, userArn } from '../../../aws/sts.ts';
import { simulatedAccessKey } from '../../../bedrock/bedrock.ts';
import { ClientsWorld, problemFrom, staticKeys } from '../clientsWorld.ts';

describe('caller', () => {
  let world: ClientsWorld;
  let sts: Sts;
  beforeEach(async () => {
    world = await ClientsWorld.start();
    sts = await world.with(startSts({ issuer: world.issuer }));
  });
  afterEach(() => world.close());

  it('of access keys is their user', async () => {
    const clients = world.clients({ variables: simulatedAccessKey });
    assert.deepEqual(await clients.caller(), { account, arn: userArn });
  });

  it('of a role is its session, asked for in the region of the connection', async () => {
    world.home.writeConfig(
      `[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = user\nrole_session_name = me\n[profile user]\n${staticKeys}`,
    );
    const clients = world.clients({ layer: { profile: 'dev', region: 'eu-west-1' } });
    const arn = `arn:aws:sts::${account}:assumed-role/bedrock/me`;
    assert.deepEqual(await clients.caller(), { account, arn });
    assert.match(sts.requests.at(-1)?.headers['authorization'] ?? '', /\/eu-west-1\/sts\/aws4_request/);
  });

  it('is asked for again with fresh credentials when they have expired', async () => {
    world.home.writeConfig(
      `[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = user\n[profile user]\n${staticKeys}`,
    );
    const clients = world.clients({ layer: { profile: 'dev' } });
    await clients.caller();
    world.issuer.expireAll('sts:bedrock');
    assert.equal((await clients.caller()).account, account);
    assert.equal(world.issuer.issued.length, 2);
  });

  it('of an API key can’t be told, and nothing is asked', async () => {
    const clients = world.clients({ layer: { apiKey: 'ABSKsimulatedBedrockApiKey' } });
    const { code, title, fixes } = await problemFrom(clients.caller());
    assert.equal(code, 'no-caller');
    assert.match(title, /API key has no caller/);
    const url = 'https://us-east-1.console.aws.amazon.com/bedrock/home?region=us-east-1#/api-keys';
    assert.deepEqual(fixes, [{ label: 'Open API Keys', url }]);
    assert.equal(sts.requests.length, 0);
  });

  it('that is not told is a problem in words, of STS', async () => {
    const wrong = { ...simulatedAccessKey, AWS_SECRET_ACCESS_KEY: 'wrong' };
    assert.equal(
      (await problemFrom(world.clients({ variables: wrong }).caller())).code,
      'credentials-refused',
    );
    const nobody = { ...simulatedAccessKey, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' };
    const { code, explanation } = await problemFrom(world.clients({ variables: nobody }).caller());
    assert.equal(code, 'unreachable');
    assert.match(explanation, /http:\/\/127\.0\.0\.1:9/);
  });

  it('can be given up', async () => {
    const clients = world.clients({ variables: simulatedAccessKey });
    await assert.rejects(clients.caller(AbortSignal.abort()));
  });
});
