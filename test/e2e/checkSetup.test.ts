/** Check Setup, as a person sees it: where everything works, where much does not, and where there is nothing yet. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { account, Issuer } from '../aws/issuer.ts';
import { startSts } from '../aws/sts.ts';
import { type Bedrock, type BedrockOptions, startBedrock } from '../bedrock/bedrock.ts';
import { openWorld, within, type World, type WorldOptions } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const NOVA = 'amazon-bedrock/amazon.nova-pro-v1:0';
const MASKED = `••••••••${account.slice(-4)}`;

const TITLES = [
  'OpenClaw config',
  'OpenClaw version',
  'Credentials',
  'Caller',
  'Region',
  'List of models',
  'List of inference profiles',
  'Answer of a model',
  'Primary model',
  'OpenClaw gateway',
];

describe('Check Setup, as a person sees it', () => {
  it('where everything works: says so, masks the account, and copies what it shows', async () => {
    const gateway = await startGateway();
    const world = await openAwsWorld({
      name: 'check-setup-passing',
      config: configOf({ gateway: { mode: 'local', port: gateway.port } }),
      commands: installOpenClaw(),
      colorTheme: 'Default Dark Modern',
    });
    await within(world, async () => {
      const { workbench } = world;
      await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openReport(world);
      assert.equal(await summary(world), 'Everything works.');
      assert.deepEqual(await page(world).locator('.title').allInnerTexts(), TITLES);
      assert.deepEqual(await outcomes(world), Array(10).fill('Passed'));
      assert.equal(await reason(world, 'Caller').innerText(), `Account ${MASKED}, user/developer.`);
      await workbench.screenshot('checkSetup-passing-dark');

      const copied = await copy(world);
      assert.ok(
        copied.startsWith('OpenClaw and Amazon Bedrock on this machine: Everything works.\n'),
        copied,
      );
      assert.ok(copied.includes(MASKED) && !copied.includes(account), copied);

      await page(world).getByLabel('Show account ids').check();
      await reason(world, 'Caller').getByText(account).waitFor();
      assert.ok((await copy(world)).includes(account));
    });
    await gateway.close();
  });

  it('where much does not work: what, why, and what to do, one click away', async () => {
    const world = await openAwsWorld({
      name: 'check-setup-failing',
      config: configOf({
        gateway: { mode: 'local', port: 9 },
        agents: {
          defaults: { model: { primary: NOVA }, models: { 'openai/gpt-5.4': {} } },
          list: [{ id: 'main', model: 'openai/gpt-5.4' }],
        },
      }),
      bedrock: { noAccess: ['amazon.nova-pro-v1:0'] },
      colorTheme: 'Default Light Modern',
    });
    await within(world, async () => {
      const { workbench } = world;
      await openReport(world);
      assert.equal(await summary(world), '2 things need fixing.');
      const expected = Array<string>(10).fill('Passed');
      expected[TITLES.indexOf('OpenClaw config')] = 'Warning';
      expected[TITLES.indexOf('Answer of a model')] = 'Failed';
      expected[TITLES.indexOf('Primary model')] = 'Failed';
      expected[TITLES.indexOf('OpenClaw gateway')] = 'Warning';
      assert.deepEqual(await outcomes(world), expected);
      assert.match(await reason(world, 'OpenClaw gateway').innerText(), /Start it with: openclaw gateway$/);
      await workbench.screenshot('checkSetup-failing-light');

      await line(world, 'Primary model').getByRole('button', { name: 'Allow This Model' }).click();
      assert.match(await workbench.notifications.dialogText(), /agents\.defaults\.models/);
      await workbench.notifications.clickDialogButton('Make All Changes');
      await waitFor(
        'the model to be allowed',
        () => Promise.resolve(world.config()),
        text => text.includes(`"${NOVA}": {}`) || text.includes(`"${NOVA}":{}`),
      );
      await button(world, 'Run Again').click();
      await waitFor(
        'the next report',
        () => summary(world),
        text => text === 'One thing needs fixing.',
      );
      assert.match(
        await reason(world, 'Primary model').innerText(),
        /These agents keep models of their own: main/,
      );
    });
  });

  it('while it runs: line by line, until it is cancelled', async () => {
    const world = await openAwsWorld({
      name: 'check-setup-running',
      config: configOf({}),
      colorTheme: 'Default Dark Modern',
    });
    await within(world, async () => {
      const { workbench, bedrock } = world;
      await openReport(world);
      const before = bedrock.requests.length;
      bedrock.script('ListFoundationModels', { until: new Promise(() => undefined) });
      // With the keyboard alone.
      await button(world, 'Run Again').press('Enter');
      await page(world).getByText('Checking 6 of 10: List of models').waitFor();
      assert.deepEqual((await outcomes(world)).slice(4, 8), ['Passed', 'Running', 'Waiting', 'Waiting']);
      await workbench.screenshot('checkSetup-running-dark');
      await workbench.page.keyboard.press('Enter');
      await page(world).getByText('Cancelled.', { exact: true }).waitFor();
      assert.deepEqual((await outcomes(world)).slice(4, 8), ['Passed', 'Skipped', 'Skipped', 'Skipped']);
      await bedrock.waitFor(request => request.closedByClient);
      assert.deepEqual(
        bedrock.requests.slice(before).map(({ operation }) => operation),
        ['ListFoundationModels'],
      );
    });
  });

  it('where there is nothing yet: no alarm about OpenClaw, and how to begin', async () => {
    const world = await openWorld({ name: 'check-setup-nothing', colorTheme: 'Default High Contrast' });
    await within(world, async () => {
      await openReport(world);
      assert.equal(await summary(world), 'One thing needs fixing.');
      const expected = Array<string>(10).fill('Skipped');
      expected[TITLES.indexOf('Credentials')] = 'Failed';
      expected[TITLES.indexOf('Region')] = 'Passed';
      assert.deepEqual(await outcomes(world), expected);
      await world.workbench.screenshot('checkSetup-nothing-contrast');
      await line(world, 'OpenClaw config').getByRole('button', { name: 'Create Config' }).waitFor();
      await line(world, 'Credentials').getByRole('button', { name: 'Set API Key' }).waitFor();
    });
  });
});

function configOf(more: object): string {
  return JSON.stringify({
    meta: { lastTouchedVersion: '2026.5.7' },
    agents: { defaults: { model: { primary: NOVA } } },
    ...more,
  });
}

/** A folder with a command that stands in for OpenClaw's own. */
function installOpenClaw(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-cli-'));
  const script = `#!/bin/sh
case "$1" in
--version) echo "OpenClaw 2026.5.7" ;;
models) echo '{"defaultModel":"${NOVA}","allowed":[]}' ;;
*) echo '{"valid":true,"warnings":[]}' ;;
esac
`;
  writeFileSync(join(folder, 'openclaw'), script, { mode: 0o755 });
  return folder;
}

/** Answers as the gateway of OpenClaw does when it is asked for its health. */
async function startGateway() {
  const server = createServer((_, response) => response.end('{"ok":true,"status":"live"}'));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

/** A simulator, a token service, and a world that reaches both. */
async function openAwsWorld({
  bedrock: options,
  ...world
}: WorldOptions & { readonly bedrock?: BedrockOptions }): Promise<World & { readonly bedrock: Bedrock }> {
  const bedrock = await startBedrock(options);
  const sts = await startSts({ issuer: new Issuer() });
  const opened = await openWorld({ ...world, env: { ...bedrock.env, ...sts.env } });
  const close = async () => {
    await opened.close();
    await Promise.all([bedrock.close(), sts.close()]);
  };
  return { ...opened, bedrock, close };
}

/** Opens the page by the palette and waits until all has been checked. */
async function openReport(world: World): Promise<void> {
  await world.workbench.runCommand('OpenClaw: Check Setup');
  await world.workbench.editor.waitForTitle('Check Setup');
  await line(world, 'OpenClaw gateway')
    .getByText(/^(Passed|Warning|Skipped)$/)
    .waitFor();
  await button(world, 'Run Again').waitFor();
}

const page = ({ workbench }: World) => workbench.editor.webview();
const button = (world: World, name: string): Locator =>
  page(world).getByRole('button', { name, exact: true });
const line = (world: World, title: string): Locator =>
  page(world)
    .getByRole('listitem')
    .filter({ has: world.workbench.page.getByText(title, { exact: true }) });
const reason = (world: World, title: string): Locator => line(world, title).locator('.reason');
const summary = (world: World): Promise<string> => page(world).getByRole('status').innerText();
const outcomes = (world: World): Promise<string[]> => page(world).locator('.outcome').allInnerTexts();

/** Copies the report, and returns what is in the clipboard then. */
async function copy(world: World): Promise<string> {
  await button(world, 'Copy as Text').click();
  await page(world).getByText('The report is in the clipboard.', { exact: true }).waitFor();
  return world.workbench.page.evaluate('navigator.clipboard.readText()');
}
