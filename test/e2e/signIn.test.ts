/** A sign-in that has expired, as a person sees it: one notification, one click, and the models are there. */
import assert from 'node:assert/strict';
import { installAwsCli } from '../aws/awsCli.ts';
import { makeAwsHome } from '../aws/awsHome.ts';
import { Issuer } from '../aws/issuer.ts';
import { startSso } from '../aws/sso.ts';
import { startBedrock } from '../bedrock/bedrock.ts';
import { openWorld } from './world.ts';

const EXPIRED = '2026-01-01T00:00:00Z';

/** Settings of a workspace that would have the AWS CLI sign in elsewhere. */
const STEERING = {
  'terminal.integrated.cwd': '.',
  'terminal.integrated.env.linux': { HTTPS_PROXY: 'http://elsewhere.invalid' },
};

/** A profile that signs in to a portal by a session; its token has expired and can't be renewed without a person. */
async function openExpired(name: string, { hasCli }: { readonly hasCli: boolean }) {
  const issuer = new Issuer();
  const sso = await startSso({ issuer });
  sso.oidc.approvesAtOnce = false;
  const home = makeAwsHome({ config: sso.profile('work', 'company') });
  const { startUrl, region, accessToken } = sso.signIn();
  home.writeSsoToken('company', { startUrl, region, accessToken, expiresAt: EXPIRED });
  const cli = installAwsCli(sso.env);
  const bedrock = await startBedrock({ issuer });
  const world = await openWorld({
    name,
    home: home.path,
    env: { ...bedrock.endpointEnv, ...sso.env, AWS_PROFILE: 'work' },
    ...(hasCli && { commands: cli.folder }),
    files: { '.vscode/settings.json': JSON.stringify(STEERING) },
  });
  const close = async () => {
    await world.close();
    await Promise.all([bedrock.close(), sso.close()]);
    cli.remove();
  };
  return { ...world, bedrock, sso, cli, issuer, close };
}

describe('an expired sign-in, as a person sees it', () => {
  it('is one click away from the models, without a reload', async () => {
    const world = await openExpired('sign-in', { hasCli: true });
    const { workbench, bedrock, sso, cli, issuer } = world;
    try {
      await workbench.openView('Bedrock Models');
      await workbench.notifications.waitFor(/work/);
      await workbench.screenshot('sign-in-asked');
      const asked = (await workbench.notifications.all()).filter(({ buttons }) =>
        buttons.includes('Sign In'),
      );
      assert.equal(asked.length, 1);
      assert.equal(bedrock.requests.length, 0);

      await workbench.notifications.clickButton('Sign In');
      await sso.waitFor(({ path, finished }) => path === '/token' && finished);
      await workbench.screenshot('sign-in-waiting');
      sso.approve();

      await workbench.page.locator('.label-name').getByText('Amazon', { exact: true }).waitFor();
      const labels = (await workbench.tree('Bedrock Models').rows()).map(({ label }) => label);
      assert.ok(!labels.includes('Sign In'));
      await workbench.screenshot('signed-in');
      assert.deepEqual(cli.calls(), [['sso', 'login', '--profile', 'work', '--use-device-code']]);
      const { folder, env } = cli.lastCall()!;
      assert.notEqual(folder, world.folder);
      assert.equal(env['HTTPS_PROXY'], undefined);
      const [signed] = bedrock.requests;
      assert.equal(issuer.sourceOf(signed?.accessKeyId ?? ''), 'sso:Developer');
    } finally {
      await world.close();
    }
  });

  it('without the AWS CLI: says how to get it', async () => {
    const world = await openExpired('sign-in-no-cli', { hasCli: false });
    const { workbench } = world;
    try {
      await workbench.openView('Bedrock Models');
      await workbench.notifications.waitFor(/work/);
      await workbench.notifications.clickButton('Sign In');
      const { buttons } = await workbench.notifications.waitFor(/AWS CLI/);
      assert.ok(
        buttons.some(label => /install/i.test(label)),
        buttons.join(),
      );
      await workbench.screenshot('no-aws-cli');
    } finally {
      await world.close();
    }
  });
});
