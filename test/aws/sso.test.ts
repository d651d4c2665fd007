/** The sign-in portal, asked by the SDK with cached tokens, and its OIDC endpoints by hand. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { fromSSO } from '@aws-sdk/credential-providers';

import { assertIssued } from './assertIssued.ts';
import { makeAwsHome, type AwsHome } from './awsHome.ts';
import { withEnvironment } from './environment.ts';
import { Issuer } from './issuer.ts';
import { startSso, type Sso } from './sso.ts';

const past = '2020-01-01T00:00:00Z';

describe('local AWS: SSO', () => {
  const issuer = new Issuer();
  let sso: Sso;
  let home: AwsHome;
  let session: string;
  let sessions = 0;

  beforeEach(async () => {
    sso = await startSso({ issuer });
    // The SDK refreshes a session of one name at most twice a minute.
    session = `session-${++sessions}`;
    home = makeAwsHome({ config: sso.profile('new', session) + sso.profile('old') });
  });
  afterEach(() => {
    home.remove();
    return sso.close();
  });

  const provide = (profile: string) =>
    withEnvironment({ ...home.env, ...sso.env }, () => fromSSO({ profile })());

  it('gives the SDK the role’s keys for a session’s token', async () => {
    home.writeSsoToken(session, sso.signIn());
    const { arn } = assertIssued(issuer, 'sso:Developer', await provide('new'));
    assert.match(arn, /:assumed-role\/AWSReservedSSO_Developer_[0-9a-f]{16}\/developer$/);
  });

  it('gives the SDK the role’s keys for a token of the old form', async () => {
    home.writeSsoToken(sso.startUrl, sso.signIn());
    assertIssued(issuer, 'sso:Developer', await provide('old'));
  });

  it('lets the SDK refresh a token that is over, and the new one is cached', async () => {
    home.writeSsoToken(session, { ...sso.signIn(), expiresAt: past });
    assertIssued(issuer, 'sso:Developer', await provide('new'));
    assert.ok(sso.tokens.isGood(home.ssoToken(session)!.accessToken));
    assert.ok(Date.parse(home.ssoToken(session)!.expiresAt) > Date.now());
  });

  it('refreshes no token of a session that was ended', async () => {
    home.writeSsoToken(session, { ...sso.signIn(), expiresAt: past });
    sso.tokens.revoke();
    await assert.rejects(provide('new'), { message: /^Token is expired\./ });
    assert.equal(sso.requests.at(-1)!.status, 400);
  });

  it('gives no keys for a token that is over', async () => {
    sso.tokens.lifetime = -1;
    home.writeSsoToken(sso.startUrl, { ...sso.signIn(), expiresAt: '2099-01-01T00:00:00Z' });
    await assert.rejects(provide('old'), { message: /Session token not found or invalid/ });
    assert.equal(sso.requests.at(-1)!.status, 401);
  });

  it('gives no keys of a role that the person does not have', async () => {
    home.writeConfig(sso.profile('old').replace('Developer', 'Administrator'));
    home.writeSsoToken(sso.startUrl, sso.signIn());
    await assert.rejects(provide('old'), { message: /No access/ });
    assert.equal(sso.requests.at(-1)!.status, 403);
  });

  describe('OIDC', () => {
    const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

    async function post(path: string, input: object) {
      const answer = await fetch(sso.url + path, { method: 'POST', body: JSON.stringify(input) });
      const body = (await answer.json()) as Record<string, string>;
      return { status: answer.status, type: answer.headers.get('x-amzn-errortype'), body };
    }

    async function register(scopes: string[] = []) {
      const { body } = await post('/client/register', { clientName: 'test', clientType: 'public', scopes });
      return { clientId: body['clientId']!, clientSecret: body['clientSecret']! };
    }

    async function authorizeDevice(client: object) {
      const { body } = await post('/device_authorization', { ...client, startUrl: sso.startUrl });
      return body;
    }

    it('lets a device wait until a person approves', async () => {
      sso.oidc.approvesAtOnce = false;
      sso.oidc.interval = 60;
      const client = await register();
      const { deviceCode } = await authorizeDevice(client);
      const ask = () => post('/token', { ...client, deviceCode, grantType: deviceGrant });

      const first = await ask();
      assert.deepEqual([first.status, first.type], [400, 'AuthorizationPendingException']);
      assert.equal(first.body['error'], 'authorization_pending');
      const second = await ask();
      assert.deepEqual([second.type, second.body['error']], ['SlowDownException', 'slow_down']);
      sso.approve();
      const third = await ask();
      assert.equal(third.status, 200);
      assert.ok(sso.tokens.isGood(third.body['accessToken']!));
      assert.equal(third.body['refreshToken'], undefined);
      assert.equal((await ask()).type, 'InvalidGrantException');
    });

    it('lets a person approve on the page, or deny', async () => {
      sso.oidc.approvesAtOnce = false;
      const client = await register(['sso:account:access']);
      const approved = await authorizeDevice(client);
      const denied = await authorizeDevice(client);
      assert.equal((await fetch(approved['verificationUriComplete']!)).status, 200);
      assert.equal((await fetch(`${approved['verificationUri']!}?user_code=NONE`)).status, 404);
      sso.deny();
      const ask = ({ deviceCode }: Record<string, string>) =>
        post('/token', { ...client, deviceCode, grantType: deviceGrant });
      const { body } = await ask(approved);
      assert.ok(body['refreshToken']);
      assert.equal((await ask(denied)).type, 'AccessDeniedException');

      const refresh = { ...client, grantType: 'refresh_token', refreshToken: body['refreshToken'] };
      assert.ok(sso.tokens.isGood((await post('/token', refresh)).body['accessToken']!));
      assert.equal((await post('/token', refresh)).type, 'InvalidGrantException');
    });

    it('gives a token for the code that a browser brings back', async () => {
      const client = await register(['sso:account:access']);
      const codeVerifier = 'a'.repeat(43);
      const redirectUri = 'http://127.0.0.1:1/oauth/callback';
      const visit = async () => {
        const query = new URLSearchParams({
          response_type: 'code',
          client_id: client.clientId,
          redirect_uri: redirectUri,
          state: 'the state',
          code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
          code_challenge_method: 'S256',
        });
        const page = await fetch(`${sso.url}/authorize?${query.toString()}`, { redirect: 'manual' });
        const location = new URL(page.headers.get('location') ?? '');
        assert.equal(location.searchParams.get('state'), 'the state');
        return location.searchParams.get('code');
      };
      const ask = async (verifier: string) =>
        post('/token', {
          ...client,
          grantType: 'authorization_code',
          code: await visit(),
          codeVerifier: verifier,
          redirectUri,
        });
      assert.ok(sso.tokens.isGood((await ask(codeVerifier)).body['accessToken']!));
      assert.equal((await ask('another')).type, 'InvalidGrantException');
    });

    it('refuses clients and questions that it does not know', async () => {
      const stranger = { clientId: 'unknown', clientSecret: 'unknown' };
      const known = await register();
      const start = { ...known, startUrl: 'https://other.example/start' };
      const answers = [
        await post('/client/register', { clientName: 'test', clientType: 'private' }),
        await post('/device_authorization', { ...stranger, startUrl: sso.startUrl }),
        await post('/device_authorization', start),
        await post('/device_authorization', { ...start, clientSecret: 'wrong' }),
        await post('/token', { ...stranger, grantType: deviceGrant, deviceCode: '' }),
        await post('/token', { ...known, grantType: 'password' }),
        await post('/token', { ...known, grantType: deviceGrant, deviceCode: 'unknown' }),
      ];
      assert.deepEqual(
        answers.map(({ status, type }) => `${status} ${type ?? ''}`),
        [
          '400 InvalidClientMetadataException',
          '401 InvalidClientException',
          '400 InvalidRequestException',
          '401 InvalidClientException',
          '401 InvalidClientException',
          '400 UnsupportedGrantTypeException',
          '400 InvalidGrantException',
        ],
      );
    });
  });
});
