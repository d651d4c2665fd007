/** Editors that leave the built-in Copilot extension out, and VSCodium, which hides the chat from the start as well. */
import assert from 'node:assert/strict';
import { CONFIG, openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const REF = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';

type BedrockWorld = Awaited<ReturnType<typeof openBedrockWorld>>;

function withoutCopilot(name: string, userSettings: Readonly<Record<string, unknown>> = {}) {
  return openBedrockWorld({ name, config: CONFIG, builtInsToLeaveOut: ['copilot'], userSettings });
}

/** The sidebar and OpenClaw's commands, which need no chat. */
function worksWithoutChat(world: () => BedrockWorld) {
  it('lists the models in the sidebar', async () => {
    const { workbench } = world();
    await workbench.openView('Bedrock Models');
    await workbench.tree('Bedrock Models').expand('Anthropic');
    const rows = await workbench.tree('Bedrock Models').rows();
    assert.ok(rows.some(({ label }) => label === 'Claude Sonnet 4.5'));
  });

  it('sets the primary model, every comment kept, and undoes it', async () => {
    const { workbench } = world();
    await workbench.tree('Bedrock Models').clickAction('Claude Sonnet 4.5', 'Set Primary Model');
    await workbench.notifications.clickDialogButton('Make All Changes');
    await workbench.notifications.waitFor(/^Claude Sonnet 4\.5 is now OpenClaw’s primary model\.$/);
    const changed = CONFIG.replace(`primary: 'anthropic/claude-sonnet-4-5'`, `primary: '${REF}'`);
    assert.equal(world().config().replace(`        '${REF}': {},\n`, ''), changed);
    await workbench.runCommand('OpenClaw: Undo Last Config Change');
    await workbench.notifications.waitFor(/^The last change to the OpenClaw config is undone\.$/);
    assert.equal(world().config(), CONFIG);
  });

  it('checks the config, with what Bedrock has', async () => {
    const { workbench } = world();
    await workbench.runCommand('OpenClaw: Check Config');
    await workbench.notifications.waitFor(/config/i);
  });
}

describe('an editor without the built-in Copilot extension', () => {
  let world: BedrockWorld;
  before(async () => (world = await withoutCopilot('without-copilot')));
  after(() => world.close());
  worksWithoutChat(() => world);

  const answering = () => world.bedrock.requests.findLast(({ operation }) => operation === 'ConverseStream');

  it('says at Use in Chat that the panel can’t answer by itself, and changes nothing', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Use in Chat');
    await workbench.notifications.clickDialogButton('Use in Chat');
    const { buttons } = await workbench.notifications.waitFor(
      /^This editor comes without the built-in chat extension\. .*Begin your messages with "@bedrock"/,
    );
    assert.deepEqual(buttons, ['Ask @bedrock', 'Learn More']);
    await workbench.screenshot('without-copilot-use-in-chat');
  });

  it('has @bedrock addressed by the button, and answers', async () => {
    const { workbench } = world;
    await workbench.notifications.clickButton('Ask @bedrock');
    await waitForDraft();
    await workbench.chat.send('Hello there');
    const answer = await workbench.chat.waitForAnswer(/Ask me to read a file/);
    assert.match(answer, /simulated Bedrock/);
    assert.match(answer, /Hello there/);
    await workbench.chat.waitUntilIdle();
    await workbench.screenshot('without-copilot-answer');
  });

  it('chats with a model of the sidebar by @bedrock, without asking for more', async () => {
    const { workbench } = world;
    await workbench.chat.startNew();
    await workbench.tree('Bedrock Models').contextMenu('Nova Pro', 'Chat with Model');
    await waitForDraft();
    await workbench.chat.waitForModel('Nova Pro');
    await workbench.chat.send('And you?');
    await workbench.chat.waitForAnswer(/Ask me to read a file/);
    assert.equal(answering()?.modelId, 'amazon.nova-pro-v1:0');
  });

  it('knows at the next Use in Chat, without asking', async () => {
    const { workbench } = world;
    await workbench.page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
    await workbench.runCommand('Bedrock: Use in Chat');
    await workbench.notifications.waitFor(/^This editor comes without the built-in chat extension\./);
  });

  async function waitForDraft() {
    await waitFor(
      '@bedrock in the input',
      () => world.workbench.chat.draft(),
      text => text.startsWith('@bedrock'),
    );
  }
});

describe('VSCodium', () => {
  let world: BedrockWorld;
  before(async () => (world = await withoutCopilot('vscodium', { 'chat.disableAIFeatures': true })));
  after(() => world.close());
  worksWithoutChat(() => world);

  it('says at Use in Chat and Chat with Model that the chat is turned off', async () => {
    const { workbench } = world;
    for (const command of ['Bedrock: Chat with Model', 'Bedrock: Use in Chat']) {
      await workbench.runCommand(command);
      const { buttons } = await workbench.notifications.waitFor(/^The chat is turned off in this editor\./);
      assert.deepEqual(buttons, ['Open Settings', 'Learn More']);
      await workbench.screenshot('vscodium-use-in-chat');
      if (command === 'Bedrock: Chat with Model')
        await workbench.runCommand('Notifications: Clear All Notifications');
    }
  });

  it('leads to the setting, with which the panel comes and @bedrock answers', async () => {
    const { workbench } = world;
    await workbench.notifications.clickButton('Open Settings');
    const setting = workbench.page.locator('.settings-editor .setting-item-bool').first();
    await setting.waitFor();
    assert.match(await setting.innerText(), /Disable AI Features/);
    await workbench.screenshot('vscodium-setting');
    await setting.locator('.setting-value-checkbox').click();
    await workbench.chat.send('@bedrock Hello there');
    await workbench.chat.waitForAnswer(/simulated Bedrock[^]*Hello there/);
    await workbench.screenshot('vscodium-answer');
  });
});
