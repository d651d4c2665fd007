/** What a person reads and what is logged when a source of credentials fails: no secret, though it writes or repeats it. */
import assert from 'node:assert/strict';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCredentialProcess } from '../../aws/credentialProcess.ts';
import { json, type LocalAnswer, type LocalRequest, startLocalServer } from '../../aws/localServer.ts';
import { mfaSerial } from '../../aws/mfa.ts';
import { startSso } from '../../aws/sso.ts';
import { roleArn } from '../../aws/sts.ts';
import { type Canary, CanarySearch } from '../../canaries.ts';
import { type ClientsOptions, ClientsWorld, problemFrom } from '../bedrock/clientsWorld.ts';
import { KEYS, MFA_CODE, ssoCanaries } from './kinds.ts';

const { AWS_ACCESS_KEY_ID: ID, AWS_SECRET_ACCESS_KEY: SECRET } = KEYS;
const TOKEN = 'IQoJb3JpZ2luX2VjEHMaCXVzLWVhc3QtMSJHMEUCIQDz7Kf4mW9t';
const SECRETS: readonly Canary[] = [
  { kind: 'secret access key', value: SECRET },
  { kind: 'token', value: TOKEN },
];
const PRINTED = JSON.stringify({ Version: 1, AccessKeyId: ID, SecretAccessKey: SECRET, SessionToken: TOKEN });
const DEV: ClientsOptions = { layer: { profile: 'dev' } };
const MFA = { ...DEV, context: { askMfaCode: () => Promise.resolve(MFA_CODE) } };

/** All that came, as a service that explains itself too well. */
const repeat =
  (status: number, type: string) =>
  ({ headers, body, path }: LocalRequest): LocalAnswer => {
    const message = `Not good: ${JSON.stringify(headers)} ${body} ${decodeURIComponent(body)} ${path}`;
    return json(status, { __type: type, message, error_description: message }, { 'x-amzn-errortype': type });
  };
const repeatXml =
  (code: string) =>
  ({ headers, body }: LocalRequest) => {
    const message = `${JSON.stringify(headers)} ${decodeURIComponent(body)}`.replace(/[<&]/g, ' ');
    const text = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
    return { status: 403, headers: { 'content-type': 'text/xml' }, body: text };
  };

describe('what a source of credentials tells of them', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
    world.set({ AWS_MAX_ATTEMPTS: '1' });
  });
  afterEach(() => world.close());

  const serve = async (variable: string, answer: (request: LocalRequest) => LocalAnswer) => {
    const server = await world.with(startLocalServer(answer));
    world.set({ [variable]: server.url });
    return server;
  };
  const staysQuiet = async (options: ClientsOptions, canaries: readonly Canary[] = SECRETS) => {
    const problem = await problemFrom(world.clients(options).resolve());
    assert.deepEqual(new CanarySearch(canaries).in(JSON.stringify(problem)), []);
  };

  describe('a credential process', () => {
    for (const [what, result] of Object.entries({
      'fails, and has written them to both outputs': { stdout: PRINTED, stderr: PRINTED, exitCode: 1 },
      'prints no JSON': { stdout: `export SECRET=${SECRET}` },
      'prints JSON that breaks off': { stdout: PRINTED.slice(0, -3) },
      'prints another version': { stdout: PRINTED.replace('1', '2') },
      'prints keys that have expired': {
        stdout: PRINTED.replace('}', ',"Expiration":"2020-01-01T00:00:00Z"}'),
      },
      'prints a key with a line break': { stdout: PRINTED.replace(SECRET, `${SECRET}\\n`) },
    })) {
      it(what, async () => {
        const process = await world.with(startCredentialProcess({ issuer: world.issuer }));
        process.result = () => result;
        world.home.writeConfig(
          `[profile dev]\ncredential_process = ${process.command} --password ${SECRET}\n`,
        );
        await staysQuiet(DEV);
      });
    }

    it('that is not there, called with a secret', async () => {
      world.home.writeConfig(`[profile dev]\ncredential_process = /nowhere/helper ${SECRET} ${TOKEN}\n`);
      await staysQuiet(DEV);
    });
  });

  describe('the credentials file', () => {
    for (const [what, text] of Object.entries({
      'has no equals sign': `[dev]\naws_access_key_id ${ID}\naws_secret_access_key ${SECRET}\n`,
      'has a secret for a heading': `[${SECRET}]\n[dev]\n${TOKEN}\n`,
      'has a heading that is open': `[dev\naws_secret_access_key = ${SECRET}\n`,
      'has a key with a blank': `[dev]\naws_access_key_id = ${ID}\naws_secret_access_key = ${SECRET} ${TOKEN}\n`,
      'names a source that is a secret': `[dev]\nrole_arn = ${roleArn('x')}\nsource_profile = missing\n[y]\nz = ${SECRET}\n`,
      'is JSON': PRINTED,
    })) {
      it(what, async () => {
        world.home.writeCredentials(text);
        await staysQuiet(DEV);
      });
    }
  });

  describe('single sign-on', () => {
    for (const [what, status, type] of [
      ['refuses the token, and repeats it', 401, 'UnauthorizedException'],
      ['does not know the role', 403, 'ForbiddenException'],
      ['is broken', 500, 'InternalServerException'],
    ] as const) {
      it(what, async () => {
        const sso = await world.with(startSso({ issuer: world.issuer }));
        const token = sso.signIn();
        world.home.writeConfig(sso.profile('dev', 'company'));
        world.home.writeSsoToken('company', token);
        const server = await serve('AWS_ENDPOINT_URL_SSO', repeat(status, type));
        await staysQuiet(DEV, ssoCanaries(token));
        assert.notEqual(server.requests.length, 0);
      });
    }

    it('does not renew, and repeats the refresh token and the client secret', async () => {
      const sso = await world.with(startSso({ issuer: world.issuer }));
      const token = sso.signIn();
      world.home.writeConfig(sso.profile('dev', 'company'));
      world.home.writeSsoToken('company', { ...token, expiresAt: '2020-01-01T00:00:00Z' });
      const server = await serve('AWS_ENDPOINT_URL_SSO_OIDC', repeat(400, 'InvalidGrantException'));
      await staysQuiet(DEV, ssoCanaries(token));
      assert.notEqual(server.requests.length, 0);
    });

    it('has a cache that breaks off', async () => {
      const sso = await world.with(startSso({ issuer: world.issuer }));
      const token = sso.signIn();
      world.home.writeConfig(sso.profile('dev', 'company'));
      world.home.writeSsoToken('company', token);
      const [file = ''] = readdirSync(world.home.ssoCache);
      truncateSync(join(world.home.ssoCache, file), 300);
      await staysQuiet(DEV, ssoCanaries(token));
    });
  });

  describe('the token service', () => {
    const guarded = `[profile dev]\nrole_arn = ${roleArn('guarded')}\nsource_profile = user\nmfa_serial = ${mfaSerial}\n[profile user]\naws_access_key_id = ${ID}\naws_secret_access_key = ${SECRET}\naws_session_token = ${TOKEN}\n`;

    for (const code of ['SignatureDoesNotMatch', 'AccessDenied', 'InvalidClientTokenId', 'Unheard']) {
      it(`answers ${code} to a role with a code, and repeats all`, async () => {
        world.home.writeConfig(guarded);
        const server = await serve('AWS_ENDPOINT_URL_STS', repeatXml(code));
        const problem = await problemFrom(world.clients(MFA).resolve());
        assert.deepEqual(new CanarySearch(SECRETS).in(JSON.stringify(problem)), []);
        assert.ok(server.requests.some(({ body }) => body.includes(MFA_CODE)));
        assert.ok(!JSON.stringify(problem).includes(MFA_CODE), 'the code');
      });
    }

    it('refuses a web identity, and repeats its token', async () => {
      const token = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(SECRET).toString('base64url')}.${'aB3dEf7'.repeat(6)}`;
      const file = join(world.home.path, 'token');
      writeFileSync(file, token);
      const server = await serve('AWS_ENDPOINT_URL_STS', repeatXml('InvalidIdentityToken'));
      const variables = { AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: roleArn('pod') };
      await staysQuiet({ variables }, [{ kind: 'web identity token', value: token }]);
      assert.notEqual(server.requests.length, 0);
    });
  });

  describe('a container', () => {
    for (const [what, answer] of Object.entries<(request: LocalRequest) => LocalAnswer>({
      'refuses its token, and repeats it': ({ headers }) => ({
        status: 400,
        body: `InvalidTokenException: ${headers['authorization'] ?? ''}`,
      }),
      'refuses in JSON': ({ headers }) => json(400, { Code: 'Bad', Message: headers['authorization'] ?? '' }),
      'gives keys that break off': () => ({ status: 200, body: PRINTED.slice(0, -3) }),
      'gives keys of another form': () => json(200, { AccessKeyId: ID, Secret: SECRET, Token: TOKEN }),
    })) {
      it(what, async () => {
        const server = await serve('AWS_CONTAINER_CREDENTIALS_FULL_URI', answer);
        await staysQuiet({ variables: { AWS_CONTAINER_AUTHORIZATION_TOKEN: TOKEN } });
        assert.notEqual(server.requests.length, 0);
      });
    }
  });

  it('an instance, whose keys break off', async () => {
    const server = await serve('AWS_EC2_METADATA_SERVICE_ENDPOINT', ({ path }) => ({
      status: 200,
      body: path.endsWith('/role') ? PRINTED.slice(0, -3) : path.endsWith('/token') ? TOKEN : 'role',
    }));
    world.set({ AWS_EC2_METADATA_DISABLED: 'false' });
    await staysQuiet({});
    assert.ok(server.requests.some(({ path }) => path.endsWith('/role')));
  });
});
