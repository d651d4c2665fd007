/** What a person is told when a source gives no credentials: why, and the next step. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, ProblemCode } from '../../../../src/problem.ts';
import { startContainer } from '../../../aws/container.ts';
import { failure, rubbish, startCredentialProcess } from '../../../aws/credentialProcess.ts';
import { startLocalServer } from '../../../aws/localServer.ts';
import { mfaSerial } from '../../../aws/mfa.ts';
import { type Sso, startSso } from '../../../aws/sso.ts';
import { roleArn, startSts } from '../../../aws/sts.ts';
import { ClientsWorld, problemFrom, staticKeys } from '../clientsWorld.ts';

const past = '2020-01-01T00:00:00Z';
const dev = { layer: { profile: 'dev' } };
const retry = { label: 'Try Again', command: 'openclawBedrock.refreshModels' };
const selectProfile = { label: 'Select Profile', command: 'openclawBedrock.selectProfile' };

describe('signing problems', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  const problem = (options = dev as Parameters<ClientsWorld['clients']>[0]) =>
    problemFrom(world.clients(options).resolve());

  function tells({ code, title, explanation }: Problem, expected: ProblemCode, ...words: RegExp[]): void {
    assert.equal(code, expected, `${title}. ${explanation}`);
    for (const word of words) assert.match(`${title}. ${explanation}`, word);
  }

  describe('profiles', () => {
    it('that is missing: which one, and where it was looked for', async () => {
      world.home.writeConfig('[profile other]\nregion = eu-west-1\n');
      for (const options of [dev, { variables: { AWS_PROFILE: 'dev' } }]) {
        const missing = await problem(options);
        tells(missing, 'profile-not-found', /not found: dev/, /aws configure --profile dev/);
        assert.ok(missing.explanation.includes(world.home.config), missing.explanation);
        assert.deepEqual(missing.fixes, [selectProfile, retry]);
      }
    });

    it('of a provider group: where its profile is changed', async () => {
      const ofGroup = () =>
        problemFrom(world.clients({ layer: { from: 'group', profile: 'dev' } }).resolve());
      const manage = { label: 'Manage Models', command: 'workbench.action.chat.manage' };
      assert.deepEqual((await ofGroup()).fixes, [manage, retry]);
      world.home.writeConfig(
        `[profile dev]\nrole_arn = ${roleArn('guarded')}\nsource_profile = user\nmfa_serial = ${mfaSerial}\n[profile user]\n${staticKeys}`,
      );
      const { code, fixes } = await ofGroup();
      assert.equal(code, 'mfa-needed');
      assert.deepEqual(fixes[1], manage);
    });

    it('without credentials', async () => {
      world.home.writeConfig('[profile dev]\nregion = eu-west-1\n');
      tells(await problem(), 'profile-invalid', /without credentials: dev/);
    });

    it('with a source that is missing, or empty', async () => {
      world.home.writeConfig(`[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = user\n`);
      tells(await problem(), 'profile-invalid', /not usable: dev/, /with the profile "user"/);
      world.home.writeCredentials('[user]\nregion = eu-west-1\n');
      tells(await problem(), 'profile-invalid', /with the profile "user"/);
    });

    it('in a circle', async () => {
      const link = (name: string, source: string) =>
        `[profile ${name}]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = ${source}\n`;
      world.home.writeConfig(link('dev', 'b') + link('b', 'dev'));
      tells(await problem(), 'profile-invalid', /not usable: dev/, /one another/);
    });

    it('none at all, and nothing else: what can be set up', async () => {
      const nothing = await problem({});
      tells(nothing, 'no-credentials', /Nothing on this machine/);
      assert.deepEqual(
        nothing.fixes.map(({ label }) => label),
        ['Select Profile', 'Set API Key', 'How to Set Up Credentials', 'Try Again'],
      );
    });
  });

  describe('single sign-on', () => {
    let sso: Sso;
    beforeEach(async () => {
      sso = await world.with(startSso({ issuer: world.issuer }));
    });
    let sessions = 0;
    const forms: [string, () => string | undefined][] = [
      ['the old form', () => undefined],
      ['a session', () => `corp-${++sessions}`],
    ];
    const signIn = (name: string) => ({
      label: 'Sign In',
      command: 'openclawBedrock.signIn',
      arguments: [name],
    });

    for (const [form, session] of forms) {
      it(`of ${form}: never signed in, signed in too long ago, and signed out elsewhere`, async () => {
        const name = session();
        world.home.writeConfig(sso.profile('dev', name));
        const never = await problem();
        tells(never, 'credentials-expired', /"dev" is not signed in/, /aws sso login --profile dev/);
        assert.deepEqual(never.fixes[0], signIn('dev'));

        const token = { ...sso.signIn(), expiresAt: past };
        sso.tokens.revoke();
        world.home.writeSsoToken(name ?? sso.startUrl, token);
        const expired = await problem();
        tells(expired, 'credentials-expired', /"dev" has expired/);
        assert.deepEqual(expired.fixes[0], signIn('dev'));

        world.home.writeSsoToken(name ?? sso.startUrl, sso.signIn());
        sso.tokens.revoke();
        const ended = await problem();
        tells(ended, 'credentials-expired', /"dev" is not signed in/);
        assert.deepEqual(ended.fixes[0], signIn('dev'));
        assert.doesNotMatch(ended.details ?? '', new RegExp(token.accessToken));
      });
    }

    it('behind a role: the profile that has to sign in', async () => {
      world.home.writeConfig(
        `[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = home\n${sso.profile('home', 'corp')}`,
      );
      const expired = await problem();
      tells(expired, 'credentials-expired', /"home" is not signed in/);
      assert.deepEqual(expired.fixes[0], signIn('home'));
    });

    it('for a role that the person does not have', async () => {
      world.home.writeConfig(sso.profile('dev').replace('Developer', 'Administrator'));
      world.home.writeSsoToken(sso.startUrl, sso.signIn());
      tells(await problem(), 'role-refused', /role of the profile "dev"/);
    });

    it('with a session that is not described', async () => {
      world.home.writeConfig('[profile dev]\nsso_session = gone\nsso_account_id = 1\nsso_role_name = a\n');
      tells(await problem(), 'profile-invalid', /not usable: dev/, /aws configure sso/);
    });

    it('at a portal that can’t be reached', async () => {
      world.home.writeConfig(sso.profile('dev'));
      world.home.writeSsoToken(sso.startUrl, sso.signIn());
      world.set({ AWS_ENDPOINT_URL_SSO: 'http://127.0.0.1:9' });
      tells(await problem(), 'unreachable', /gives AWS credentials/, /127\.0\.0\.1/);
    });

    it('at a portal whose name is not known, though "sso" is in it', async () => {
      world.home.writeConfig(sso.profile('dev'));
      world.home.writeSsoToken(sso.startUrl, sso.signIn());
      world.set({ AWS_ENDPOINT_URL_SSO: 'http://portal.sso.invalid' });
      tells(await problem(), 'unreachable', /portal\.sso\.invalid/);
    });

    it('with a page of somebody else in between', async () => {
      const page = await startLocalServer(() => ({ status: 200, headers: {}, body: '<html>Sign in</html>' }));
      try {
        world.home.writeConfig(sso.profile('dev'));
        world.home.writeSsoToken(sso.startUrl, sso.signIn());
        world.set({ AWS_ENDPOINT_URL_SSO: page.url });
        tells(await problem(), 'not-bedrock', /not from AWS/);
      } finally {
        await page.close();
      }
    });

    it('while the file of authorities is not there', async () => {
      world.home.writeConfig(sso.profile('dev'));
      world.home.writeSsoToken(sso.startUrl, sso.signIn());
      tells(
        await problem({ ...dev, variables: { AWS_CA_BUNDLE: join(world.home.path, 'sso session.pem') } }),
        'certificates-unreadable',
      );
    });
  });

  describe('roles', () => {
    const start = (mfaCodes: string[] = []) =>
      world.with(
        startSts({
          issuer: world.issuer,
          roles: { bedrock: {}, guarded: { needsMfa: true }, pod: { webIdentityToken: 'a.b.c' } },
          mfaCodes,
        }),
      );
    const profile = (role: string, more = '') =>
      `[profile dev]\nrole_arn = ${roleArn(role)}\nsource_profile = user\n${more}[profile user]\n`;

    it('that may not be taken: its ARN', async () => {
      await start();
      world.home.writeConfig(profile('secret') + staticKeys);
      const refused = await problem();
      tells(refused, 'role-refused', /arn:aws:iam::123456789012:role\/secret/);
      assert.deepEqual(refused.fixes, [selectProfile, retry]);
    });

    it('taken with keys that are wrong', async () => {
      await start();
      world.home.writeConfig(profile('bedrock') + staticKeys.replace('simulated-secret', 'wrong'));
      tells(await problem(), 'credentials-refused');
    });

    it('at an STS that can’t be reached', async () => {
      world.set({ AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' });
      world.home.writeConfig(profile('bedrock') + staticKeys);
      tells(await problem(), 'unreachable', /gives AWS credentials/);
    });

    it('with an MFA code that is dismissed, wrong, or none', async () => {
      const sts = await start();
      world.home.writeConfig(profile('guarded', `mfa_serial = ${mfaSerial}\n`) + staticKeys);
      const withCode = (code: string | undefined) =>
        problem({ ...dev, context: { askMfaCode: () => Promise.resolve(code) } });
      const dismissed = await withCode(undefined);
      tells(dismissed, 'mfa-needed', /code of the MFA device is needed/);
      assert.deepEqual(dismissed.fixes[0], { ...retry, label: 'Enter Code' });
      assert.equal(sts.requests.length, 0);
      tells(await withCode('000000'), 'mfa-needed', /did not accept/);
      tells(await withCode('code'), 'mfa-needed', /did not accept/);
    });

    it('by a web identity: token missing, token refused', async () => {
      await start();
      const file = join(world.home.path, 'token');
      const variables = { AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: roleArn('pod') };
      const missing = await problem({ variables });
      tells(missing, 'credentials-not-given', /AWS_WEB_IDENTITY_TOKEN_FILE/, /ENOENT/);
      assert.ok(missing.explanation.includes(file));
      writeFileSync(file, 'x.y.z');
      tells(await problem({ variables }), 'credentials-not-given', /AWS refused it/);
      writeFileSync(file, 'a.b.c');
      const elsewhere = { ...variables, AWS_ROLE_ARN: roleArn('bedrock') };
      tells(await problem({ variables: elsewhere }), 'role-refused');
    });
  });

  it('a process: that it failed, never its words or its command', async () => {
    const program = await world.with(startCredentialProcess({ issuer: world.issuer }));
    world.home.writeConfig(`[profile dev]\ncredential_process = ${program.command} --secret=hush\n`);
    const failsWith = async (profile: string, by: string) => {
      program.result = failure('hush-hush-words');
      const failed = await problem({ layer: { profile } });
      const { title } = failed;
      tells(
        failed,
        'credential-process-failed',
        new RegExp(`of "${by}" failed`),
        /\. It ended with an error\. Run/,
      );
      assert.doesNotMatch(JSON.stringify(failed), /hush/, title);
      assert.match(failed.details ?? '', /Command failed$/);
    };
    await failsWith('dev', 'dev');
    program.result = rubbish;
    tells(await problem(), 'credential-process-failed', /returned invalid JSON\. Run/);

    world.home.writeConfig(
      `[profile role]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = dev\n` +
        `[profile dev]\ncredential_process = ${program.command} --secret=hush\n`,
    );
    await failsWith('role', 'dev');
    await world.with(startSts({ issuer: world.issuer, roles: {} }));
    program.result = program.keys;
    tells(await problem({ layer: { profile: 'role' } }), 'role-refused');
  });

  it('a console sign-in: not signed in, and how to', async () => {
    const login = '[profile console]\nlogin_session = arn:aws:iam::123456789012:user/ann\n';
    const role = `[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = console\n`;
    world.home.writeConfig(login + role);
    for (const profile of ['console', 'dev']) {
      const never = await problem({ layer: { profile } });
      tells(never, 'credentials-expired', /"console" is not signed in/, /"aws login --profile console"/);
      const signIn = { label: 'Sign In', command: 'openclawBedrock.signIn', arguments: ['console'] };
      assert.deepEqual(never.fixes[0], signIn);
    }
  });

  it('a container: what its server says', async () => {
    const container = await startContainer({ issuer: world.issuer });
    const { env } = container;
    try {
      const wrong = {
        ...env,
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '',
        AWS_CONTAINER_AUTHORIZATION_TOKEN: 'x',
      };
      tells(await problem({ variables: wrong }), 'credentials-not-given', /container/i, /status: 400/);
      const gone = { ...env, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: join(world.home.path, 'gone') };
      tells(await problem({ variables: gone }), 'credentials-not-given', /gone could not be read/);
    } finally {
      await container.close();
    }
    const elsewhere = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/x' };
    tells(await problem({ variables: elsewhere }), 'credentials-not-given', /not accepted/);
  });
});
