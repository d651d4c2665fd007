/** Set Up Instance Role on an EC2 instance without one, as a person sees it: step by step to a model that answers. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type Iam, startIam } from '../aws/iam.ts';
import { type Imds, startImds } from '../aws/imds.ts';
import { Issuer } from '../aws/issuer.ts';
import { startSts } from '../aws/sts.ts';
import { type Bedrock, startBedrock } from '../bedrock/bedrock.ts';
import { openWorld, type World } from './world.ts';

const CONFIG = `// on the box in the cellar
{
  gateway: { mode: 'local', port: 9 },
  meta: { lastTouchedVersion: '2026.5.7' },
}
`;

describe('Set Up Instance Role, as a person sees it', () => {
  let world: World;
  let bedrock: Bedrock;
  let imds: Imds;
  let iam: Iam;
  let close: () => Promise<unknown>;

  before(async () => {
    const issuer = new Issuer();
    const sts = await startSts({ issuer });
    imds = await startImds({ issuer, role: null });
    iam = await startIam(imds);
    bedrock = await startBedrock({ issuer });
    world = await openWorld({
      name: 'instance-role',
      config: CONFIG,
      commands: iam.folder,
      env: { ...bedrock.endpointEnv, ...sts.env, ...imds.env },
      colorTheme: 'Default Dark Modern',
    });
    close = async () => {
      await world.close();
      await Promise.all([bedrock.close(), sts.close(), imds.close(), iam.close()]);
    };
  });
  after(() => close());
  afterEach(function () {
    return this.currentTest?.state === 'failed'
      ? world.workbench.screenshot('instance-role-trouble')
      : undefined;
  });

  it('begins with what this instance lacks', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Set Up Instance Role');
    await workbench.editor.waitForTitle('Set Up Instance Role');
    await page().getByText('It has no role yet.').waitFor();
    assert.deepEqual(await page().locator('.title').allInnerTexts(), [
      'See who runs the commands',
      'Create the role OpenClawBedrock',
      'Allow OpenClawBedrock to use Bedrock',
      'Create an instance profile',
      'Put the role into the instance profile',
      'Attach it to this instance',
      'Have OpenClaw look for models',
      'Check that all of it works',
    ]);
    await workbench.picture('instance-role');
  });

  it('runs nothing that was not agreed to', async () => {
    await button('See who runs the commands', 'Run in Terminal').click();
    assert.match(await world.workbench.notifications.dialogText(), /aws sts get-caller-identity/);
    await world.workbench.screenshot('instance-role-consent-dark');
    await world.workbench.notifications.clickDialogButton('Cancel');
    assert.deepEqual(iam.calls, []);
  });

  it('says what to do where the caller may not', async () => {
    iam.isDenied = true;
    await take('Create the role OpenClawBedrock', 'Failed');
    await result('Create the role OpenClawBedrock').getByText('with more rights above').waitFor();
    iam.isDenied = false;
  });

  it('takes each step in the terminal, and says what came of it', async () => {
    await take('See who runs the commands', 'Passed');
    await take('Create the role OpenClawBedrock', 'Passed');
    await take('Allow OpenClawBedrock to use Bedrock', 'Passed');
    await take('Create an instance profile', 'Passed');
    await take('Put the role into the instance profile', 'Passed');
    await take('Attach it to this instance', 'Failed');
    await result('Attach it to this instance').getByText('Wait some seconds').waitFor();
    await world.workbench.screenshot('instance-role-failed-dark');
    await take('Attach it to this instance', 'Passed');
    assert.deepEqual([...iam.roles.keys()], ['OpenClawBedrock']);
    assert.equal(imds.role, 'OpenClawBedrock');
    await world.workbench.screenshot('instance-role-taken-dark');
  });

  it('turns on OpenClaw’s discovery, and keeps the comment', async () => {
    await button('Have OpenClaw look for models', 'Change Config').click();
    await world.workbench.notifications.waitFor(/discovery settings are changed: enabled, region/);
    const text = world.config();
    assert.ok(text.startsWith('// on the box in the cellar\n'), text);
    assert.match(text, /enabled: true/);
    assert.match(text, /region: 'us-east-1'/);
  });

  it('ends with a check that gets the new credentials and has a model answer', async () => {
    await button('Check that all of it works', 'Check Setup').click();
    await world.workbench.editor.waitForTitle('Check Setup');
    const answer = page().getByRole('listitem').filter({ hasText: 'Answer of a model' });
    await answer.getByText('Passed').waitFor();
    assert.ok(bedrock.requests.some(({ operation }) => operation === 'Converse'));
    await world.workbench.screenshot('instance-role-check-dark');
  });

  const page = () => world.workbench.editor.webview();
  const step = (title: string): Locator =>
    page()
      .getByRole('listitem')
      .filter({ has: world.workbench.page.getByText(title, { exact: true }) });
  const result = (title: string): Locator => step(title).locator('.result');
  const button = (title: string, name: string): Locator =>
    step(title).getByRole('button', { name, exact: true });

  /** Runs a step, agrees to it, and waits for what comes of it. */
  async function take(title: string, outcome: 'Passed' | 'Failed'): Promise<void> {
    await button(title, 'Run in Terminal').click();
    await world.workbench.notifications.clickDialogButton('Run');
    await step(title).locator('.outcome').getByText(outcome, { exact: true }).waitFor();
  }
});
