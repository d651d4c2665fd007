/** A role that needs a code of an MFA device, as a person meets it: asked by hand, once, and never unasked. */
import assert from 'node:assert/strict';
import { makeAwsHome } from '../aws/awsHome.ts';
import { Issuer } from '../aws/issuer.ts';
import { mfaSerial } from '../aws/mfa.ts';
import { roleArn, startSts } from '../aws/sts.ts';
import { simulatedAccessKey, startBedrock } from '../bedrock/bedrock.ts';
import { openWorld } from './world.ts';

const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = simulatedAccessKey;
const PROFILES = `[profile guarded]
role_arn = ${roleArn('guarded')}
source_profile = user
mfa_serial = ${mfaSerial}
[profile user]
aws_access_key_id = ${id}
aws_secret_access_key = ${secret}
`;

describe('a role with MFA, as a person meets it', () => {
  it('is told of without a box, asks for its code by hand, and once for all that follows', async () => {
    const issuer = new Issuer();
    const sts = await startSts({ issuer, roles: { guarded: { needsMfa: true } }, mfaCodes: ['123456'] });
    const home = makeAwsHome({ config: PROFILES });
    const bedrock = await startBedrock({ issuer });
    const env = { ...bedrock.endpointEnv, ...sts.env, AWS_PROFILE: 'guarded' };
    const world = await openWorld({ name: 'mfa', home: home.path, env, config: '{}' });
    const { workbench } = world;
    const tree = workbench.tree('Bedrock Models');
    const box = workbench.page.locator('.quick-input-widget');
    try {
      await workbench.openView('Bedrock Models');
      await workbench.page.locator('.label-name').getByText('Enter Code', { exact: true }).waitFor();
      assert.ok(await box.isHidden());
      await workbench.screenshot('mfa-needed');

      await tree.click('Enter Code');
      assert.equal(await workbench.quickPick.title(), 'MFA code for the AWS profile guarded');
      await workbench.screenshot('mfa-asked');
      await workbench.quickPick.cancel();
      await workbench.page.locator('.label-name').getByText('Enter Code', { exact: true }).waitFor();
      assert.equal(sts.requests.length, 0);

      await tree.click('Enter Code');
      await workbench.quickPick.type('123456');
      await workbench.quickPick.accept();
      await workbench.page.locator('.label-name').getByText('Amazon', { exact: true }).waitFor();
      await workbench.quickPick.runCommand('Bedrock: Refresh Models');
      await bedrock.waitFor(() => bedrock.requests.length > 6);
      assert.equal(issuer.sourceOf(bedrock.requests.at(-1)?.accessKeyId), 'sts:guarded');
      assert.equal(sts.requests.length, 1);
      assert.ok(await box.isHidden());
    } finally {
      await world.close();
      await Promise.all([bedrock.close(), sts.close()]);
      home.remove();
    }
  });
});
