/** The instance role, against a metadata service that answers, refuses, and keeps silent. */
import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import {
  type InstanceRoles,
  type Remembered,
  RememberedInstanceRoles,
} from '../../../../src/bedrock/connection/instanceRole.ts';
import { useEnvironment } from '../../../aws/environment.ts';
import { type Imds, startImds } from '../../../aws/imds.ts';
import { Issuer } from '../../../aws/issuer.ts';
import { forgetfulRoles } from '../clientsWorld.ts';

const minute = 60_000;

describe('instance role', () => {
  let imds: Imds;
  let now = 0;
  let roles: InstanceRoles;
  let restore: () => void;

  beforeEach(async () => {
    imds = await startImds({ issuer: new Issuer(), role: 'bedrock-role' });
    restore = useEnvironment(imds.env);
    now = 1_000_000;
    roles = forgetfulRoles(() => now);
  });
  afterEach(() => {
    restore();
    return imds.close();
  });

  it('is found with a token, for a day', async () => {
    assert.equal(roles.known, undefined);
    assert.deepEqual(await roles.probe(imds.env), { role: 'bedrock-role' });
    assert.deepEqual(
      imds.requests.map(({ method, path }) => `${method} ${path}`),
      ['PUT /latest/api/token', 'GET /latest/meta-data/iam/security-credentials/'],
    );
    now += 23 * 60 * minute;
    assert.deepEqual(roles.known, { role: 'bedrock-role' });
    assert.deepEqual(await roles.probe(imds.env), { role: 'bedrock-role' });
    assert.equal(imds.requests.length, 2);
    now += 2 * 60 * minute;
    assert.equal(roles.known, undefined);
    imds.role = 'other';
    assert.deepEqual(await roles.probe(imds.env), { role: 'other' });
  });

  it('that is not there is asked for again after some minutes', async () => {
    imds.role = null;
    assert.equal(await roles.probe(imds.env), 'none');
    assert.equal(roles.known, 'none');
    now += 4 * minute;
    imds.role = 'late';
    assert.equal(await roles.probe(imds.env), 'none');
    now += 2 * minute;
    assert.deepEqual(await roles.probe(imds.env), { role: 'late' });
  });

  it('that is not there is asked for again once that is forgotten; one that is there is kept', async () => {
    imds.role = null;
    await roles.probe(imds.env);
    imds.role = 'late';
    roles.forgetNone();
    assert.equal(roles.known, undefined);
    assert.deepEqual(await roles.probe(imds.env), { role: 'late' });
    roles.forgetNone();
    assert.deepEqual(roles.known, { role: 'late' });
  });

  it('that was found just now counts, whatever the editor’s memory still says', async () => {
    const lagging = new RememberedInstanceRoles({ get: () => undefined, set: () => undefined });
    await lagging.probe(imds.env);
    assert.deepEqual(lagging.known, { role: 'bedrock-role' });
  });

  it('is not believed of another machine', async () => {
    let remembered: Remembered | undefined;
    const memory = { get: () => remembered, set: (value?: Remembered) => (remembered = value) };
    const here = new RememberedInstanceRoles(memory);
    await here.probe(imds.env);
    assert.deepEqual(here.known, { role: 'bedrock-role' });
    assert.equal(remembered?.host, hostname());
    for (const other of [
      new RememberedInstanceRoles(memory, 'ssh-remote'),
      new RememberedInstanceRoles({ ...memory, get: () => ({ ...remembered!, host: 'laptop' }) }),
    ]) {
      assert.equal(other.known, undefined);
    }
    imds.role = 'other';
    assert.deepEqual(await new RememberedInstanceRoles(memory, 'wsl').probe(imds.env), { role: 'other' });
  });

  it('is asked for once by those who ask together', async () => {
    await Promise.all([roles.probe(imds.env), roles.probe(imds.env)]);
    assert.equal(imds.requests.length, 2);
  });

  it('is given up when nothing answers in time, and the question with it', async () => {
    imds.isSilent = true;
    assert.equal(await roles.probe(imds.env), 'none');
    assert.equal((await imds.waitFor(({ finished }) => finished)).status, 0);
    assert.equal(imds.requests.length, 1);
  });

  it('is none where nothing listens, and where the endpoint is no URL', async () => {
    for (const endpoint of ['http://127.0.0.1:9', 'nonsense']) {
      process.env['AWS_EC2_METADATA_SERVICE_ENDPOINT'] = endpoint;
      assert.equal(await forgetfulRoles().probe({}), 'none');
    }
    assert.equal(imds.requests.length, 0);
  });

  it('is asked for where the SDK asks for its credentials: the endpoint of the process', async () => {
    const elsewhere = { AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' };
    assert.deepEqual(await roles.probe(elsewhere), { role: 'bedrock-role' });
  });

  it('is not asked for where that is disabled, and that says nothing of the machine', async () => {
    const off = { ...imds.env, AWS_EC2_METADATA_DISABLED: 'true' };
    assert.equal(await roles.probe(off), 'none');
    assert.equal(roles.known, undefined);
    assert.equal(imds.requests.length, 0);
    assert.deepEqual(await roles.probe({ ...off, AWS_EC2_METADATA_DISABLED: 'false' }), {
      role: 'bedrock-role',
    });
  });

  it('is remembered for the service that told it', async () => {
    const other = await startImds({ issuer: new Issuer(), role: 'other-role' });
    try {
      await roles.probe(imds.env);
      Object.assign(process.env, other.env);
      assert.deepEqual(await roles.probe(other.env), { role: 'other-role' });
    } finally {
      await other.close();
    }
  });
});
