/** A proxy in front of Bedrock, set up by a person: what is pasted, what is refused, and what is never kept. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenAiProxy, PROXY_KEY, SIGN_IN_PAGE, startOpenAiProxy } from '../openaiProxy.ts';
import { openWorld, type World } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const WRONG_KEY = 'sk-wrong-00112233445566778899aabbcc';

const CONFIG = `// The gateway of the living room
{
  gateway: { auth: { token: '\${OPENCLAW_GATEWAY_TOKEN}' } },
  agents: {
    defaults: {
      model: { primary: 'openai/gpt-5.4' }, // answers first
      models: {
        'openai/gpt-5.4': { alias: 'gpt' }, // the only one so far
      },
    },
  },
}
`;

/** What is added, as the config is written. */
const block = (url: string) => `  models: {
    providers: {
      'bedrock-proxy': {
        baseUrl: '${url}',
        apiKey: '\${BEDROCK_PROXY_API_KEY}',
        api: 'openai-completions',
        models: [
          {
            id: 'claude-sonnet-4-5',
            name: 'Claude Sonnet 4.5',
            input: [
              'text',
              'image',
            ],
            cost: {
              input: 3,
              output: 15,
              cacheRead: 0.3,
              cacheWrite: 3.75,
            },
            contextWindow: 200000,
            maxTokens: 64000,
          },
          {
            id: 'house-model',
            name: 'house-model',
          },
        ],
      },
    },
  },
`;

describe('a proxy, set up by hand', () => {
  let proxy: OpenAiProxy;
  let world: World;
  let home: string;
  const dotEnv = () => join(home, '.openclaw/.env');
  before(async () => {
    proxy = await startOpenAiProxy();
    home = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-home-'));
    world = await openWorld({
      name: 'proxy',
      home,
      config: CONFIG,
      // In a browser the editor saves by itself unless it is told not to.
      userSettings: { 'openclawBedrock.openclawVersion': '2026.9.6', 'files.autoSave': 'off' },
    });
  });
  after(async () => {
    await world.close();
    await proxy.close();
  });

  it('says what is wrong with an address while it is typed', async () => {
    const { quickPick, runCommand } = actions();
    await world.workbench.openView('Bedrock Models');
    await runCommand();
    await quickPick.waitForMessage(/base URL/);
    await world.workbench.screenshot('proxy-1-url');
    await quickPick.type('litellm.example.com');
    await quickPick.accept();
    await quickPick.waitForMessage(/begins with https/);
    await quickPick.type('https://jane:secret@litellm.example.com/v1');
    await quickPick.waitForMessage(/user and password/);
    await world.workbench.screenshot('proxy-2-url-refused');
    await quickPick.type('http://litellm.example.com/v1');
    await quickPick.accept();
    const { notifications } = world.workbench;
    assert.match(await notifications.dialogText(), /not encrypted/);
    await world.workbench.screenshot('proxy-3-unencrypted');
    await notifications.clickDialogButton('Cancel');
    // What is pasted most often: without the version, and with what is asked below it.
    await quickPick.type(`${proxy.url}/chat/completions`);
    await quickPick.accept();
  });

  it('asks for a name, and for the variable with the key instead of the key', async () => {
    const { quickPick } = actions();
    await quickPick.waitForMessage(new RegExp(`call the proxy at ${proxy.url.replaceAll('.', '\\.')} `));
    await quickPick.type('amazon-bedrock');
    await quickPick.accept();
    await quickPick.waitForMessage(/Bedrock itself/);
    await quickPick.type('bedrock-proxy');
    await quickPick.accept();
    await waitFor(
      'the variables',
      async () => (await quickPick.items()).map(({ label, description }) => [label, description]),
      items => items.length === 3,
    ).then(items =>
      assert.deepEqual(items, [
        ['BEDROCK_PROXY_API_KEY', 'not set yet'],
        ['Another variable …', ''],
        ['No key', 'the proxy asks for none'],
      ]),
    );
    await world.workbench.screenshot('proxy-4-key');
    await quickPick.pick('Another variable …');
    await quickPick.waitForMessage(/name of the environment variable/);
    await quickPick.type(WRONG_KEY);
    await quickPick.accept();
    await quickPick.waitForMessage(/looks like the key itself/);
    await world.workbench.screenshot('proxy-5-key-for-a-name');
    await quickPick.goBack();
    await quickPick.pick('BEDROCK_PROXY_API_KEY');
  });

  it('finds the list below /v1, and asks for another key where one is refused', async () => {
    const { quickPick, notifications } = actions();
    await quickPick.waitForMessage(/is not set yet/);
    await quickPick.type(WRONG_KEY);
    await world.workbench.screenshot('proxy-6-secret');
    await quickPick.accept();
    assert.match(await notifications.dialogText(), /no list of models/);
    await world.workbench.screenshot('proxy-7-not-there');
    await notifications.clickDialogButton(`Use ${proxy.baseUrl}`);
    const text = await notifications.dialogText();
    assert.match(text, /refused the key/);
    assert.ok(!text.includes('sk-'), text);
    await world.workbench.screenshot('proxy-8-key-refused');
  });

  it('says so where a page comes in place of the list', async () => {
    const { quickPick, notifications } = actions();
    proxy.answerWith(SIGN_IN_PAGE);
    await notifications.clickDialogButton('Enter Another Key');
    await quickPick.waitForMessage(/Paste another key/);
    await quickPick.type(PROXY_KEY);
    await quickPick.accept();
    assert.match(await notifications.dialogText(), /is no list of models[^]*page for people/);
    await world.workbench.screenshot('proxy-9-page');
    proxy.answerWith(undefined);
    await notifications.clickDialogButton('Try Again');
  });

  it('offers the models with what is known of them, those to talk to picked', async () => {
    const { quickPick } = actions();
    const items = await waitFor(
      'the models',
      () => quickPick.items(),
      shown => shown.length === 4,
    );
    assert.deepEqual(
      items.map(({ label, description }) => [label, description]),
      [
        ['claude-sonnet-4-5', 'Claude Sonnet 4.5 · 200K · $3 / $15'],
        ['bedrock/us.amazon.nova-pro-v1:0', 'Nova Pro · 300K · $0.80 / $3.20'],
        ['house-model', ''],
        ['titan-embed-text-v2', ''],
      ],
    );
    await world.workbench.screenshot('proxy-10-models');
    await quickPick.pick('bedrock/us.amazon.nova-pro-v1:0');
    await quickPick.accept();
  });

  it('writes the block with the name of the key, and says what is missing', async () => {
    const { quickPick, notifications } = actions();
    const items = await primaryItems();
    assert.ok(items.some(({ description }) => description === 'openai/gpt-5.4'));
    await world.workbench.screenshot('proxy-11-primary');
    await quickPick.goBack();
    // As it was left but for what was picked: the list is not asked for again.
    await waitFor(
      'the models again',
      () => quickPick.items(),
      shown => shown.length === 4,
    );
    await quickPick.pick('bedrock/us.amazon.nova-pro-v1:0');
    await quickPick.accept();
    await primaryItems();
    await quickPick.pick('claude-sonnet-4-5');
    assert.match(
      await notifications.dialogText(),
      /Add bedrock-proxy\/claude-sonnet-4-5, bedrock-proxy\/house-model to the models/,
    );
    await world.workbench.screenshot('proxy-12-confirm');
    await notifications.clickDialogButton('Make All Changes');
    const { text, buttons } = await notifications.waitFor(
      /^OpenClaw now has bedrock-proxy\/claude-sonnet-4-5/,
    );
    assert.match(text, /does not have BEDROCK_PROXY_API_KEY yet: set it in .*\.env/);
    assert.deepEqual(buttons, ['Show Changes', 'Undo', 'Open Environment File']);
    await world.workbench.screenshot('proxy-13-done');
    assert.equal(
      world.config(),
      CONFIG.replace('openai/gpt-5.4', 'bedrock-proxy/claude-sonnet-4-5')
        .replace(
          '// the only one so far\n',
          `// the only one so far
        'bedrock-proxy/claude-sonnet-4-5': {},
        'bedrock-proxy/house-model': {},
`,
        )
        .replace(/\}\n$/, `${block(proxy.baseUrl)}}\n`),
    );
  });

  it('opens OpenClaw’s environment file with the line to fill in, and saves nothing there', async () => {
    const { notifications } = actions();
    await notifications.clickButton('Open Environment File');
    await world.workbench.editor.waitForTitle('.env');
    await waitFor(
      'the line',
      () => world.workbench.editor.text(),
      text => text === 'BEDROCK_PROXY_API_KEY=',
    );
    await world.workbench.screenshot('proxy-14-env');
    assert.equal(readFileSync(dotEnv(), 'utf8'), '');
    assert.equal(statSync(dotEnv()).mode & 0o777, 0o600);
    await world.workbench.runCommand('File: Revert File');
  });

  it('takes the key from there the next time, with what is there picked', async () => {
    const { quickPick, notifications, runCommand } = actions();
    writeFileSync(dotEnv(), `BEDROCK_PROXY_API_KEY=${PROXY_KEY}\n`, { mode: 0o600 });
    await runCommand();
    await quickPick.waitForMessage(/base URL/);
    await quickPick.type(`${proxy.baseUrl}/models`);
    await quickPick.accept();
    await quickPick.waitForMessage(/call the proxy/);
    await quickPick.accept();
    const [first] = await waitFor(
      'the variable',
      () => quickPick.items(),
      shown => shown[0]?.description.startsWith('set') === true,
    );
    assert.deepEqual([first?.label, first?.description], ['BEDROCK_PROXY_API_KEY', 'set · in the config']);
    await quickPick.pick('BEDROCK_PROXY_API_KEY');
    await waitFor(
      'the models',
      () => quickPick.items(),
      shown => shown.length === 4,
    );
    await world.workbench.screenshot('proxy-15-update');
    await quickPick.pick('house-model');
    await quickPick.accept();
    await quickPick.pick('Leave the primary model as it is');
    assert.match(await notifications.dialogText(), /Take house-model out/);
    await world.workbench.screenshot('proxy-16-take-out');
    await notifications.clickDialogButton('Make All Changes');
    await waitFor(
      'the config without it',
      () => Promise.resolve(world.config()),
      text => !text.includes(`id: 'house-model'`),
    );
    await world.workbench.runCommand('OpenClaw: Undo Last Config Change');
    await waitFor(
      'the config with it',
      () => Promise.resolve(world.config()),
      text => text.includes(`id: 'house-model'`),
    );
  });

  it('keeps no key in the config, the settings, the state or a log', async () => {
    const kept = await world.workbench.kept();
    assert.ok(kept.some(({ where }) => where.endsWith('settings.json')));
    assert.ok(kept.some(({ text }) => text.includes('credentials-refused: The proxy refused the key')));
    const names = readdirSync(join(home, '.openclaw')).filter(name => name !== '.env');
    assert.ok(names.includes('openclaw.json.bak'));
    const files = names.map(name => ({
      where: name,
      text: readFileSync(join(home, '.openclaw', name), 'latin1'),
    }));
    for (const { where, text } of [...kept, ...files]) {
      for (const key of [PROXY_KEY, WRONG_KEY]) assert.ok(!text.includes(key.slice(0, 16)), where);
    }
    assert.deepEqual(
      new Set(proxy.requests.map(({ headers }) => headers['authorization'])),
      new Set([`Bearer ${WRONG_KEY}`, `Bearer ${PROXY_KEY}`]),
    );
  });

  /** The models stand in the list before it too. */
  function primaryItems() {
    return waitFor(
      'the choice of a primary model',
      () => world.workbench.quickPick.items(),
      shown => shown.some(({ label }) => label === 'Leave the primary model as it is'),
    );
  }

  function actions() {
    const { workbench } = world;
    return {
      quickPick: workbench.quickPick,
      notifications: workbench.notifications,
      runCommand: () => workbench.runCommand('OpenClaw: Use an OpenAI-Compatible Proxy'),
    };
  }
});
