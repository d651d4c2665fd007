/** Faults where credentials come from: real requests to local services, real files and real processes. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { rmSync } from 'node:fs';
import type { BedrockClients } from '../../../src/bedrock/clients.ts';
import { SigningCredentials } from '../../../src/bedrock/connection/signing.ts';
import { NetworkHandler } from '../../../src/bedrock/network.ts';
import { startCredentialProcess, type CredentialProcess } from '../../aws/credentialProcess.ts';
import { startSso } from '../../aws/sso.ts';
import { roleArn } from '../../aws/sts.ts';
import { closeServer, listen } from '../../bedrock/listen.ts';
import type { RawAnswer } from '../../bedrock/behaviours.ts';
import { sendRaw } from '../../bedrock/responses.ts';
import { ClientsWorld, forgetfulRoles, list, staticKeys } from '../../unit/bedrock/clientsWorld.ts';
import { problemOf } from '../children/problemOf.ts';
import { isFullRun, Random } from '../../unit/random.ts';
import { credentials } from './credentials.ts';
import { within } from './guard.ts';
import { seenOf } from './outcome.ts';
import { WHOLE } from './rows.ts';
import { runRows, type Take } from './tally.ts';

const TIMES = isFullRun ? 20 : 1;
/** Milliseconds for credentials: the SDK asks services three times. */
const PATIENCE = 10_000;
/** The same where nothing ever comes. */
const SHORT = 1_000;
const GONE = 'http://127.0.0.1:9';
const PAGE = Buffer.from('<!doctype html><title>Sign in to the network</title>');

/** What a service does with each request: a raw answer, or a reset. */
type Doing = RawAnswer | 'reset';

describe('fault matrix: credentials', () => {
  let world: ClientsWorld;
  let process: CredentialProcess;
  let doing: Doing;
  let server: Server;
  let url: string;

  beforeEach(async () => {
    world = await ClientsWorld.start();
    process = await world.with(startCredentialProcess({ issuer: world.issuer }));
    server = createServer((request, response) => {
      if (doing === 'reset') {
        request.socket.resetAndDestroy();
        return;
      }
      const closed = new Promise(resolve => response.on('close', resolve));
      void sendRaw(response, doing, closed);
    });
    url = `http://127.0.0.1:${await listen(server)}`;
  });
  afterEach(async () => {
    await closeServer(server);
    await world.close();
  });

  /** The sources that ask a service, each set up to ask `at`. */
  const services: Readonly<Record<string, (at: string) => Promise<string | undefined>>> = {
    sso: async at => {
      const sso = await world.with(startSso({ issuer: world.issuer }));
      world.home.writeConfig(sso.profile('dev', 'corp'));
      world.home.writeSsoToken('corp', sso.signIn());
      world.set({ AWS_ENDPOINT_URL_SSO: at, AWS_ENDPOINT_URL_SSO_OIDC: at });
      return 'dev';
    },
    sts: at => {
      world.home.writeConfig(
        `[profile dev]\nregion = us-east-1\nrole_arn = ${roleArn('bedrock')}\nsource_profile = user\n[profile user]\n${staticKeys}`,
      );
      world.set({ AWS_ENDPOINT_URL_STS: at });
      return Promise.resolve('dev');
    },
    container: at => {
      world.home.writeConfig('');
      world.set({
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${at}/v1/credentials`,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: 'token',
      });
      return Promise.resolve(undefined);
    },
  };

  async function seen(profile: string | undefined, patience = PATIENCE): Promise<string> {
    const connection = world.connection(profile ? { layer: { profile } } : {});
    const signing = new SigningCredentials({
      connection,
      handler: new NetworkHandler(connection, () => ({ strictTls: true })),
      instanceRoles: forgetfulRoles(),
      askMfaCode: () => Promise.resolve(undefined),
      patience,
    });
    const problem = await within('Getting credentials', problemOf(signing.resolve()));
    return problem ? seenOf(problem) : WHOLE;
  }

  async function each(
    take: Take,
    does: readonly Doing[],
    { at = url, patience = PATIENCE } = {},
  ): Promise<void> {
    for (const prepare of Object.values(services)) {
      const profile = await prepare(at);
      for (const its of does) {
        doing = its;
        take(await seen(profile, patience));
      }
      world.set({ AWS_CONTAINER_CREDENTIALS_FULL_URI: '' });
    }
  }

  async function ofProcess(take: Take, result: CredentialProcess['result']): Promise<void> {
    process.result = result;
    world.home.writeConfig(`[profile dev]\ncredential_process = ${process.command}\n`);
    take(await seen('dev'));
  }

  const signed = async (clients: BedrockClients) => {
    const problem = await problemOf(list(clients).then(count => assert.equal(count, 60)));
    return problem ? seenOf(problem) : WHOLE;
  };

  runRows('Credentials', credentials, {
    refused: async take => {
      await each(take, [{ status: 403, body: Buffer.from('{"message":"No access"}') }]);
      await each(take, [{ body: PAGE }], { at: GONE });
      await ofProcess(take, () => ({ stderr: 'Not you.\n', exitCode: 1 }));
    },
    reset: take => each(take, ['reset']),
    slow: take => each(take, [{ body: Buffer.alloc(0), end: 'never' }], { patience: SHORT }),
    cut: async take => {
      const random = new Random(1);
      const whole = Buffer.from(
        '{"roleCredentials":{"accessKeyId":"A","secretAccessKey":"B"},"AccessKeyId":"A"}',
      );
      const answers = Array.from({ length: TIMES }, () =>
        whole.subarray(0, 1 + random.below(whole.length - 1)),
      );
      await each(
        take,
        answers.flatMap(body => [{ body }, { body, end: 'cut' as const }]),
      );
    },
    garbage: async take => {
      const random = new Random(2);
      const noise = () => Buffer.from(Array.from({ length: 1 + random.below(200) }, () => random.below(256)));
      await each(
        take,
        Array.from({ length: TIMES }, () => ({ body: noise() })),
      );
      for (const stdout of ['Enter password:', '{', '5', 'null', '{"Version":7}', noise().toString('latin1')])
        await ofProcess(take, () => ({ stdout }));
      for (let time = 0; time < TIMES; time++) {
        world.home.writeConfig(noise().toString('latin1'));
        world.home.writeCredentials(noise().toString('latin1'));
        take(await seen(undefined));
      }
    },
    'wrong content type': take => each(take, [{ type: 'text/html', body: PAGE }]),
    oversized: async take => {
      const body = Buffer.alloc(4_000_000, 0x78);
      await each(take, [{ body }]);
      await ofProcess(take, () => ({ stdout: body.toString() }));
    },
    'clock skew': async take => {
      world.issuer.lifetime = -3_600_000;
      await ofProcess(take, process.keys);
      world.home.writeConfig(`[profile dev]\n${staticKeys}`);
      world.bedrock.clockAhead = 3_600_000;
      take(await signed(world.clients({ layer: { profile: 'dev' } })));
    },
    'deleted underfoot': async take => {
      world.home.writeConfig(`[profile dev]\n${staticKeys}`);
      const clients = world.clients({ layer: { profile: 'dev' } });
      take(await signed(clients));
      rmSync(world.home.config);
      take(await signed(clients));
      clients.renew();
      take(await signed(clients));
    },
    'two windows': async take => {
      world.home.writeConfig(`[profile dev]\ncredential_process = ${process.command}\n`);
      const windows = [1, 2].map(() => world.clients({ layer: { profile: 'dev' } }));
      (await Promise.all(windows.map(signed))).forEach(take);
    },
  });
});
