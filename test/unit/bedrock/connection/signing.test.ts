/** Each source of credentials, against servers that speak as AWS does: what signs, for how long, and what else. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskMfaCode, BedrockClients, MfaDevice } from '../../../../src/bedrock/clients.ts';
import { type SignedSource, SigningCredentials } from '../../../../src/bedrock/connection/signing.ts';
import { NetworkHandler } from '../../../../src/bedrock/network.ts';
import { startContainer } from '../../../aws/container.ts';
import { startCredentialProcess } from '../../../aws/credentialProcess.ts';
import { startImds } from '../../../aws/imds.ts';
import { mfaSerial } from '../../../aws/mfa.ts';
import { startSso } from '../../../aws/sso.ts';
import { roleArn, startSts, type Sts } from '../../../aws/sts.ts';
import { simulatedAccessKey } from '../../../bedrock/bedrock.ts';
import { ClientsWorld, forgetfulRoles, list, problemFrom, staticKeys } from '../clientsWorld.ts';

const webToken = 'header.payload.signature';

describe('signing', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  const startRoles = (mfaCodes: string[] = []) =>
    world.with(
      startSts({
        issuer: world.issuer,
        roles: { bedrock: {}, guarded: { needsMfa: true }, pod: { webIdentityToken: webToken } },
        mfaCodes,
      }),
    );
  const roleProfile = (role = 'bedrock', more = '') =>
    `[profile dev]\nrole_arn = ${roleArn(role)}\nsource_profile = user\n${more}[profile user]\n${staticKeys}`;
  const dev = { layer: { profile: 'dev' } };

  /** Lists models, and says which source the simulator saw. */
  async function signed(clients: BedrockClients): Promise<string | undefined> {
    assert.equal(await list(clients), 60);
    const { accessKeyId } = world.bedrock.requests.at(-1)!;
    return world.issuer.sourceOf(accessKeyId) ?? accessKeyId;
  }

  async function signs(clients: BedrockClients, from: string, by: SignedSource, profile?: string) {
    assert.equal(clients.signedBy, undefined);
    assert.equal(await signed(clients), from);
    const { source, profile: named, expiration } = clients.signedBy!;
    assert.equal(source, by);
    assert.equal(named, profile);
    const { accessKeyId } = world.bedrock.requests.at(-1)!;
    assert.deepEqual(expiration, world.issuer.find(accessKeyId!)?.expiration);
    assert.deepEqual(await clients.resolve(), clients.signedBy);
  }

  /** The next request after the keys were revoked is signed with others, at the second try. */
  async function renewsExpired(clients: BedrockClients, source: string) {
    world.issuer.expireAll(source);
    const before = world.bedrock.requests.length;
    assert.equal(await signed(clients), source);
    const [refused, accepted, ...others] = world.bedrock.requests.slice(before);
    assert.equal(refused?.errorType, 'ExpiredTokenException');
    assert.equal(accepted?.status, 200);
    assert.deepEqual(others, []);
  }

  describe('sources', () => {
    const user = simulatedAccessKey.AWS_ACCESS_KEY_ID;

    it('access keys', () => signs(world.clients({ variables: simulatedAccessKey }), user, 'access-keys'));

    it('an API key', async () => {
      const clients = world.clients({ layer: { apiKey: 'ABSKsimulatedBedrockApiKey' } });
      assert.equal(await list(clients), 60);
      assert.equal(world.bedrock.requests[0]!.auth, 'bearer');
      assert.deepEqual(await clients.resolve(), { source: 'api-key' });
      assert.deepEqual(clients.signedBy, { source: 'api-key' });
    });

    it('a profile with keys', async () => {
      world.home.writeCredentials(`[dev]\n${staticKeys}`);
      await signs(world.clients(dev), user, 'static-profile', 'dev');
      await signs(world.clients({ variables: { AWS_PROFILE: 'dev' } }), user, 'static-profile', 'dev');
    });

    it('the default profile', async () => {
      world.home.writeConfig(`[default]\n${staticKeys}`);
      await signs(world.clients(), user, 'static-profile', 'default');
    });

    for (const session of [undefined, 'corp']) {
      it(`single sign-on, ${session ? 'by a session' : 'in the old form'}`, async () => {
        const sso = await world.with(startSso({ issuer: world.issuer }));
        world.home.writeConfig(sso.profile('dev', session));
        world.home.writeSsoToken(session ?? sso.startUrl, sso.signIn());
        const clients = world.clients(dev);
        await signs(clients, 'sso:Developer', 'sso', 'dev');
        await renewsExpired(clients, 'sso:Developer');
      });
    }

    it('a role by another profile', async () => {
      await startRoles();
      world.home.writeConfig(roleProfile());
      const clients = world.clients(dev);
      await signs(clients, 'sts:bedrock', 'assumed-role', 'dev');
      await renewsExpired(clients, 'sts:bedrock');
    });

    it('a role by single sign-on', async () => {
      await startRoles();
      const sso = await world.with(startSso({ issuer: world.issuer }));
      const role = `[profile dev]\nrole_arn = ${roleArn('bedrock')}\nsource_profile = home\n`;
      world.home.writeConfig(role + sso.profile('home', 'corp-role'));
      world.home.writeSsoToken('corp-role', sso.signIn());
      await signs(world.clients(dev), 'sts:bedrock', 'assumed-role', 'dev');
    });

    it('a role by the container’s credentials', async () => {
      await startRoles();
      const { env } = await world.with(startContainer({ issuer: world.issuer }));
      world.home.writeConfig(
        `[profile dev]\nrole_arn = ${roleArn('bedrock')}\ncredential_source = EcsContainer\n`,
      );
      await signs(world.clients({ ...dev, variables: env }), 'sts:bedrock', 'assumed-role', 'dev');
    });

    it('a process', async () => {
      const program = await world.with(startCredentialProcess({ issuer: world.issuer }));
      world.home.writeConfig(`[profile dev]\ncredential_process = ${program.command}\n`);
      const clients = world.clients(dev);
      await signs(clients, 'process', 'process', 'dev');
      await renewsExpired(clients, 'process');
      assert.equal(program.requests.length, 2);
    });

    it('a web identity, by variables and by a profile', async () => {
      await startRoles();
      const file = join(world.home.path, 'token');
      writeFileSync(file, webToken);
      const variables = { AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: roleArn('pod') };
      await signs(world.clients({ variables }), 'sts:web-identity:pod', 'web-identity');
      world.home.writeConfig(
        `[profile dev]\nweb_identity_token_file = ${file}\nrole_arn = ${roleArn('pod')}\n`,
      );
      await signs(world.clients(dev), 'sts:web-identity:pod', 'web-identity', 'dev');
    });

    it('a container, whose variables only the connection has', async () => {
      const container = await startContainer({ issuer: world.issuer });
      try {
        const clients = world.clients({ variables: container.env });
        await signs(clients, 'container', 'container');
        await renewsExpired(clients, 'container');
        await signs(world.clients({ variables: container.tokenEnv }), 'container', 'container');
      } finally {
        await container.close();
      }
    });

    it('an instance role, also behind a profile that is not there', async () => {
      await world.with(startImds({ issuer: world.issuer }));
      const clients = world.clients();
      await signs(clients, 'imds', 'instance-role');
      await renewsExpired(clients, 'imds');
      await signs(world.clients({ variables: { AWS_PROFILE: 'default' } }), 'imds', 'instance-role');
    });
  });

  describe('choices', () => {
    it('a chosen profile is alone: neither keys nor an instance stand in for it', async () => {
      await world.with(startImds({ issuer: world.issuer }));
      const { code } = await problemFrom(world.clients({ ...dev, variables: simulatedAccessKey }).resolve());
      assert.equal(code, 'profile-not-found');
      assert.equal(world.issuer.issued.length, 0);
    });

    it('a profile that is there and fails ends the chain', async () => {
      await world.with(startImds({ issuer: world.issuer }));
      const sso = await world.with(startSso({ issuer: world.issuer }));
      world.home.writeConfig(sso.profile('dev'));
      const { code } = await problemFrom(world.clients({ variables: { AWS_PROFILE: 'dev' } }).resolve());
      assert.equal(code, 'credentials-expired');
      assert.equal(world.issuer.issued.length, 0);
    });

    it('an instance is not asked where it is disabled, nor twice where there is none', async () => {
      const imds = await world.with(startImds({ issuer: world.issuer, role: null }));
      const instanceRoles = forgetfulRoles();
      const clients = world.clients({ context: { instanceRoles } });
      assert.equal((await problemFrom(clients.resolve())).code, 'no-credentials');
      assert.equal(imds.requests.length, 2);
      assert.equal((await problemFrom(clients.resolve())).code, 'no-credentials');
      assert.equal(imds.requests.length, 2);
      const off = world.clients({ variables: { AWS_EC2_METADATA_DISABLED: 'true' } });
      assert.equal((await problemFrom(off.resolve())).code, 'no-credentials');
      assert.equal(imds.requests.length, 2);
    });

    it('the variables of the connection count, not those of the process', async () => {
      world.set({ AWS_PROFILE: 'other', AWS_ACCESS_KEY_ID: 'AKIAOTHER', AWS_SECRET_ACCESS_KEY: 'other' });
      world.home.writeCredentials(`[default]\n${staticKeys}`);
      const variables = { AWS_PROFILE: '', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
      const clients = world.clients({ variables });
      await signs(clients, simulatedAccessKey.AWS_ACCESS_KEY_ID, 'static-profile', 'default');
    });
  });

  describe('memory', () => {
    const assumed = (sts: Sts) =>
      sts.requests.filter(({ body }) => body.includes('Action=AssumeRole')).length;

    /** Signing by the profile `dev`, with a clock that is set by hand. */
    function signingAt(askMfaCode: AskMfaCode = () => Promise.resolve(undefined)) {
      const clock = { now: Date.now() };
      const connection = world.connection(dev);
      const handler = new NetworkHandler(connection, () => ({ strictTls: true }));
      const instanceRoles = forgetfulRoles();
      const now = () => clock.now;
      return {
        clock,
        signing: new SigningCredentials({ connection, handler, instanceRoles, askMfaCode, now }),
      };
    }

    it('both clients and concurrent calls share one resolution', async () => {
      const sts = await startRoles();
      world.home.writeConfig(roleProfile());
      const clients = world.clients(dev);
      await Promise.all([list(clients), list(clients), clients.resolve()]);
      assert.equal(assumed(sts), 1);
    });

    it('calls that fail together renew once', async () => {
      const sts = await startRoles();
      world.home.writeConfig(roleProfile());
      const clients = world.clients(dev);
      await list(clients);
      world.issuer.expireAll('sts:bedrock');
      await Promise.all([list(clients), list(clients), list(clients)]);
      assert.equal(assumed(sts), 2);
    });

    it('a request that fails twice is not sent a third time', async () => {
      await startRoles();
      world.home.writeConfig(roleProfile());
      const clients = world.clients(dev);
      world.issuer.lifetime = -1000;
      await assert.rejects(list(clients), { name: 'ExpiredTokenException' });
      assert.equal(world.bedrock.requests.length, 2);
    });

    it('keys that were given as they are are not tried again', async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = world.issuer.issue('given', { lifetime: -1000 });
      const clients = world.clients({
        variables: {
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          AWS_SESSION_TOKEN: sessionToken,
        },
      });
      await assert.rejects(list(clients), { name: 'ExpiredTokenException' });
      assert.equal(world.bedrock.requests.length, 1);
    });

    it('a file is read again once renewed, and after its keys were refused', async () => {
      const wrong = staticKeys.replace(simulatedAccessKey.AWS_SECRET_ACCESS_KEY, 'wrong-secret');
      world.home.writeCredentials(`[dev]\n${wrong}`);
      const clients = world.clients(dev);
      await assert.rejects(list(clients), { name: 'InvalidSignatureException' });
      assert.equal(world.bedrock.requests.length, 1);
      world.home.writeCredentials(`[dev]\n${staticKeys}`);
      assert.equal(await list(clients), 60);
      world.home.writeCredentials(`[dev]\n${wrong}`);
      assert.equal(await list(clients), 60);
      clients.renew();
      await assert.rejects(list(clients), { name: 'InvalidSignatureException' });
    });

    it('temporary credentials are renewed five minutes before they end, short ones after half their life', async () => {
      const sts = await startRoles();
      world.home.writeConfig(roleProfile());
      for (const [lifetime, early] of [
        [60 * 60_000, 5 * 60_000],
        [4 * 60_000, 2 * 60_000],
      ] as const) {
        world.issuer.lifetime = lifetime;
        const { signing, clock } = signingAt();
        const end = (await signing.resolve()).expiration!.getTime();
        const before = assumed(sts);
        clock.now = end - early - 2000;
        await signing.resolve();
        assert.equal(assumed(sts), before);
        clock.now = end - early + 2000;
        await signing.resolve();
        assert.equal(assumed(sts), before + 1);
      }
    });

    it('what is still valid serves to its end when nothing newer can be had', async () => {
      await startRoles();
      world.home.writeConfig(roleProfile());
      const { signing, clock } = signingAt();
      const kept = await signing.resolve();
      world.home.writeConfig('');
      clock.now = kept.expiration!.getTime() - 1000;
      assert.deepEqual(await signing.resolve(), kept);
      clock.now += 2000;
      assert.equal((await problemFrom(signing.resolve())).code, 'profile-not-found');
    });

    it('what is renewed on the way is not kept', async () => {
      const sts = await startRoles();
      world.home.writeConfig(roleProfile());
      const { signing } = signingAt();
      const first = signing.resolve();
      signing.renew();
      await first;
      // What was given up is still on its way.
      await sts.waitFor(() => assumed(sts) === 2);
      await signing.resolve();
      assert.equal(assumed(sts), 2);
    });

    it('renewing while an MFA code is asked for asks for no other', async () => {
      await startRoles(['123456']);
      world.home.writeConfig(roleProfile('guarded', `mfa_serial = ${mfaSerial}\n`));
      const asked = Promise.withResolvers<undefined>();
      const code = Promise.withResolvers<string>();
      const clients = world.clients({
        ...dev,
        context: {
          askMfaCode: () => {
            asked.resolve(undefined);
            return code.promise;
          },
        },
      });
      const first = list(clients);
      await asked.promise;
      clients.renew();
      const second = list(clients);
      code.resolve('123456');
      assert.deepEqual(await Promise.all([first, second]), [60, 60]);
    });

    describe('of MFA', () => {
      let boxes: PromiseWithResolvers<string | undefined>[] = [];
      const askMfaCode = () => {
        boxes.push(Promise.withResolvers());
        return boxes.at(-1)!.promise;
      };
      const shown = async () => {
        while (boxes.length === 0) await new Promise(resolve => setImmediate(resolve));
        return boxes[0]!;
      };
      beforeEach(async () => {
        boxes = [];
        await startRoles(['123456', '234567']);
        world.home.writeConfig(roleProfile('guarded', `mfa_serial = ${mfaSerial}\n`));
      });

      it('codes are asked for once, though renewed before', async () => {
        for (const [renew, code] of [
          ['renew', '123456'],
          ['forget', '234567'],
        ] as const) {
          boxes = [];
          const { signing } = signingAt(askMfaCode);
          const first = signing.resolve();
          signing[renew]();
          const second = signing.resolve();
          (await shown()).resolve(code);
          assert.deepEqual(await first, await second);
          signing[renew]();
          assert.equal(boxes.length, 1);
        }
      });

      it('codes are not asked for again by those who joined what was dismissed', async () => {
        const { signing } = signingAt(askMfaCode);
        const calls = [signing.resolve(), signing.resolve(), signing.quietly(() => signing.resolve())];
        (await shown()).resolve(undefined);
        for (const call of calls) assert.equal((await problemFrom(call)).code, 'mfa-needed');
        assert.equal(boxes.length, 1);
      });

      it('codes are asked for by no quiet call, but by those who joined it', async () => {
        const { signing } = signingAt(askMfaCode);
        const quiet = problemFrom(signing.quietly(() => signing.resolve()));
        const others = [signing.resolve(), signing.resolve()];
        assert.equal((await quiet).code, 'mfa-needed');
        (await shown()).resolve('123456');
        assert.deepEqual(await others[0], await others[1]);
        assert.equal(boxes.length, 1);
      });

      it('codes are asked for by no quiet request, which takes what others brought', async () => {
        const clients = world.clients({ ...dev, context: { askMfaCode } });
        const quietly = () => clients.quietly(() => list(clients));
        assert.equal((await problemFrom(quietly())).code, 'mfa-needed');
        const loud = list(clients);
        (await shown()).resolve('123456');
        assert.equal(await loud, 60);
        assert.equal(await quietly(), 60);
        assert.equal(boxes.length, 1);
      });

      it('codes that others ask for serve quiet calls', async () => {
        const clients = world.clients({ ...dev, context: { askMfaCode } });
        const first = list(clients);
        const box = await shown();
        const quiet = clients.quietly(() => list(clients));
        box.resolve('123456');
        assert.deepEqual(await Promise.all([first, quiet]), [60, 60]);
        assert.equal(boxes.length, 1);
      });
    });

    it('an MFA code is asked for once, and again only when what it brought was refused', async () => {
      const sts = await startRoles(['123456', '234567']);
      world.home.writeConfig(roleProfile('guarded', `mfa_serial = ${mfaSerial}\n`));
      const asked: MfaDevice[] = [];
      const codes = ['123456', '234567'];
      const clients = world.clients({
        ...dev,
        context: {
          askMfaCode: device => {
            asked.push(device);
            return Promise.resolve(codes[asked.length - 1]);
          },
        },
      });
      await Promise.all([list(clients), list(clients), clients.resolve()]);
      clients.renew();
      await list(clients);
      const device = { serial: mfaSerial, profile: 'dev' };
      assert.deepEqual(asked, [device]);
      assert.equal(assumed(sts), 1);
      world.issuer.expireAll('sts:guarded');
      await list(clients);
      assert.deepEqual(asked, [device, device]);
    });
  });
});
