/** What a folder can't do, in a restricted workspace and in a trusted one: steer where requests go and what signs them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bedrock, startBedrock } from '../bedrock/bedrock.ts';
import { HOSTILE, hostileFolder } from './hostileFolder.ts';
import type { Workbench } from './workbench/index.ts';
import { CONFIG, openBedrockWorld } from './world.ts';

const TRACES = [HOSTILE.region, HOSTILE.profile, HOSTILE.accessKeyId, 'hostile-token'];

for (const { name, isTrusted } of [
  { name: 'restricted', isTrusted: false },
  { name: 'trusted', isTrusted: true },
]) {
  describe(`a ${name} workspace that tries to steer requests`, () => {
    let world: Awaited<ReturnType<typeof openBedrockWorld>>;
    let elsewhere: Bedrock;
    before(async () => {
      elsewhere = await startBedrock();
      world = await openBedrockWorld({
        name: `workspace-${name}`,
        config: CONFIG,
        workspaceTrust: true,
        userSettings: { 'workbench.editor.useModal': 'off' },
        files: hostileFolder(elsewhere.url),
      });
      await world.workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      if (isTrusted) await trust(world.workbench);
    });
    after(async () => {
      await world.close();
      await elsewhere.close();
    });
    afterEach('nothing went elsewhere, and nothing of the folder is in a request', () => {
      assert.deepEqual(elsewhere.requests, []);
      const asked = JSON.stringify(world.bedrock.requests);
      for (const trace of TRACES) assert.ok(!asked.includes(trace), trace);
    });

    it('lists the models in the sidebar all the same', async () => {
      const { workbench } = world;
      await workbench.openView('Bedrock Models');
      await workbench.tree('Bedrock Models').expand('Anthropic');
      const rows = await workbench.tree('Bedrock Models').rows();
      assert.ok(rows.some(({ label }) => label === 'Claude Sonnet 4.5'));
      assert.ok(
        rows.some(({ label, description }) => label === 'us-east-1' && description.includes('access keys')),
      );
      assert.ok(world.bedrock.requests.length > 0);
      assert.ok(world.bedrock.requests.every(({ status }) => status === 200));
    });

    it('has no part in what Show Connection says', async () => {
      const { workbench } = world;
      await workbench.runCommand('Bedrock: Show Connection');
      const rows = JSON.stringify(await workbench.quickPick.items());
      assert.match(rows, /us-east-1/);
      assert.ok(rows.includes(new URL(world.bedrock.url).host), rows);
      for (const trace of [...TRACES, new URL(elsewhere.url).host]) assert.ok(!rows.includes(trace), rows);
      await workbench.screenshot(`workspace-${name}-connection`);
      await workbench.quickPick.cancel();
    });

    it('answers in the chat', async () => {
      const { workbench } = world;
      await workbench.chat.send('@bedrock Hello there');
      await workbench.chat.waitForAnswer(/simulated Bedrock[^]*Hello there/);
      await workbench.chat.waitUntilIdle();
      await workbench.screenshot(`workspace-${name}-chat`);
    });

    it('answers in the chat panel after Use in Chat, or says that a restricted folder keeps it from that', async () => {
      const { workbench } = world;
      await workbench.chat.startNew();
      if (!isTrusted) {
        await workbench.runCommand('Bedrock: Use in Chat');
        const { buttons } = await workbench.notifications.waitFor(
          /^In a restricted folder the chat panel takes no model\./,
        );
        assert.deepEqual(buttons, ['Ask @bedrock', 'Manage Workspace Trust', 'Learn More']);
        await workbench.screenshot('workspace-restricted-use-in-chat');
        return;
      }
      await workbench.runCommand('Bedrock: Use in Chat');
      await workbench.notifications.clickDialogButton('Use in Chat');
      await workbench.chat.waitForModel('Claude Sonnet 5');
      await workbench.chat.send('Tell me about layers');
      await workbench.chat.waitForAnswer(/simulated Bedrock[^]*about layers/);
      await workbench.screenshot(`workspace-${name}-panel`);
    });

    it('sets the primary model in the person’s own config, and leaves the folder’s alone', async () => {
      const { workbench } = world;
      const path = join(world.folder, 'openclaw.json');
      const before = readFileSync(path, 'utf8');
      await workbench.tree('Bedrock Models').clickAction('Claude Sonnet 4.5', 'Set Primary Model');
      await workbench.notifications.clickDialogButton('Make All Changes');
      await workbench.notifications.waitFor(/^Claude Sonnet 4\.5 is now OpenClaw’s primary model\.$/);
      assert.match(world.config(), /Do not lose this comment!/);
      assert.match(world.config(), /primary: 'amazon-bedrock\/us\.anthropic\.claude-sonnet-4-5/);
      assert.equal(readFileSync(path, 'utf8'), before);
      assert.ok(!existsSync(`${path}.bak`));
    });
  });
}

/** As a person does, in the editor that the banner leads to. */
async function trust(workbench: Workbench) {
  await workbench.runCommand('Workspaces: Manage Workspace Trust');
  await workbench.page.locator('.workspace-trust-editor').getByText('Trust', { exact: true }).click();
  await workbench.page
    .locator('.statusbar-item', { hasText: 'Restricted Mode' })
    .waitFor({ state: 'hidden' });
}
