/** Which EC2 instance this machine is, against a metadata service. */
import assert from 'node:assert/strict';
import { readInstance } from '../../../../src/bedrock/connection/instance.ts';
import { useEnvironment } from '../../../aws/environment.ts';
import { type Imds, type ImdsOptions, instanceId, startImds } from '../../../aws/imds.ts';
import { account, Issuer } from '../../../aws/issuer.ts';

describe('the instance that this machine is', () => {
  let imds: Imds;
  let restore: () => void;
  const start = async (options: Omit<ImdsOptions, 'issuer'>) => {
    imds = await startImds({ issuer: new Issuer(), ...options });
    restore = useEnvironment(imds.env);
  };
  afterEach(() => {
    restore();
    return imds.close();
  });

  it('has an id, an account, a region, and neither profile nor role to begin with', async () => {
    await start({ role: null, region: 'eu-central-1' });
    assert.deepEqual(await readInstance(imds.env), {
      id: instanceId,
      account,
      region: 'eu-central-1',
      partition: 'aws',
      profile: undefined,
      role: undefined,
    });
  });

  it('has the profile and the role that are attached', async () => {
    await start({ role: 'web-server', profile: 'web' });
    const { profile, role } = (await readInstance(imds.env)) ?? {};
    assert.deepEqual([profile, role], ['web', 'web-server']);
  });

  it('can have a profile without a role', async () => {
    await start({ role: null, profile: 'empty' });
    const { profile, role } = (await readInstance(imds.env)) ?? {};
    assert.deepEqual([profile, role], ['empty', undefined]);
  });

  it('is none where nobody answers in time, or nobody is to be asked', async () => {
    await start({});
    imds.isSilent = true;
    assert.equal(await readInstance(imds.env), undefined);
    const { length } = imds.requests;
    assert.equal(await readInstance({ ...imds.env, AWS_EC2_METADATA_DISABLED: 'true' }), undefined);
    assert.equal(imds.requests.length, length);
  });
});
