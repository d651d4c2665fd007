/** OpenClaw's config changed by a person: from the tree, by commands that ask, and by typing in it. */
import assert from 'node:assert/strict';
import { openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const NOVA = 'amazon-bedrock/amazon.nova-pro-v1:0';
const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';

const CONFIG = `// The gateway of the living room
{
  agents: {
    defaults: {
      model: {
        primary: '${SONNET}', // answers first
        fallbacks: [
          'openai/gpt-5.4', // second opinion
        ],
      },
    },
    list: [
      { id: 'main' },
      { id: 'ops', model: 'openai/gpt-5.4' }, // night shift
    ],
  },
  plugins: {
    entries: {
      'amazon-bedrock': {
        enabled: true,
        config: {
          discovery: {
            /* hourly is plenty */
            refreshInterval: 0xe10,
            regoin: 'us-east-1',
          },
        },
      },
    },
  },
}
`;

describe('OpenClaw’s config, changed by hand', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  /** What the file is to hold; each test changes it by exactly what it did. */
  let expected = CONFIG;
  before(async () => (world = await openBedrockWorld({ name: 'config-commands', config: CONFIG })));
  after(() => world.close());

  const becomes = (pattern: string | RegExp, replacement: string) => {
    expected = expected.replace(pattern, replacement);
    assert.equal(world.config(), expected);
  };

  it('opens in a language that takes comments and single quotes, and marks only what is wrong', async () => {
    const { workbench } = world;
    await workbench.openView('Bedrock Models');
    await workbench.runCommand('OpenClaw: Open Config');
    await workbench.editor.waitForTitle('openclaw.json');
    await workbench.editor.waitForMarks(1);
    assert.ok((await workbench.statusBarItems()).some(item => item.includes('JSON5')));
    await workbench.screenshot('config-language');
  });

  it('mends what is marked with one click', async () => {
    const { workbench } = world;
    await workbench.editor.quickFix(/region/);
    await waitFor(
      'the mended text',
      () => workbench.editor.text(),
      text => text.includes(`region: 'us-east-1'`),
    );
    await workbench.editor.save();
    expected = expected.replace('regoin', 'region');
    await waitFor(
      'the saved file',
      () => Promise.resolve(world.config()),
      saved => saved === expected,
    );
    await workbench.runCommand('View: Close Editor');
  });

  it('adds a fallback from the tree, where it then shows', async () => {
    const { workbench } = world;
    await workbench.tree('Bedrock Models').expand('Amazon');
    await workbench.tree('Bedrock Models').contextMenu('Nova Pro', 'Add Fallback Model');
    await workbench.notifications.waitFor(/^Nova Pro is now OpenClaw’s last fallback model\.$/);
    becomes(`// second opinion\n`, `// second opinion\n          '${NOVA}',\n`);
    await waitFor(
      'the fallback in the tree',
      () => workbench.tree('Bedrock Models').rows(),
      rows =>
        rows.find(({ label }) => label === 'Nova Pro')?.description === 'fallback 2 · 300K · $0.80 / $3.20',
    );
    await workbench.screenshot('tree-roles');
  });

  it('puts the fallbacks in another order, with their comments', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Reorder Fallback Models');
    assert.deepEqual(
      (await workbench.quickPick.items()).map(({ label }) => label),
      ['1. openai/gpt-5.4', '2. Nova Pro'],
    );
    await workbench.quickPick.clickItemButton('2. Nova Pro', 'Try earlier');
    await workbench.screenshot('reorder-fallbacks');
    await workbench.quickPick.accept();
    await workbench.notifications.waitFor(/^OpenClaw’s fallback models are changed\.$/);
    becomes(
      /'openai\/gpt-5\.4', \/\/ second opinion\n( +)'amazon-bedrock.*',\n/,
      `'${NOVA}',\n$1'openai/gpt-5.4', // second opinion\n`,
    );
  });

  it('gives an agent another model', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Set Model for Agent');
    assert.deepEqual(
      (await workbench.quickPick.items()).map(({ label, description }) => [label, description]),
      [
        ['main', 'default model'],
        ['ops', 'openai/gpt-5.4'],
      ],
    );
    await workbench.screenshot('agents');
    await workbench.quickPick.pick('ops');
    await workbench.quickPick.pick('Another model of its own');
    await workbench.quickPick.type('nova lite');
    await workbench.quickPick.pick('Nova Lite');
    const { text } = await workbench.notifications.waitFor(/^The agent ops now uses Nova Lite\./);
    assert.match(text, /does not use the fallback models/);
    becomes(`model: 'openai/gpt-5.4' }`, `model: 'amazon-bedrock/amazon.nova-lite-v1:0' }`);
  });

  it('configures discovery, and says what is wrong while it is typed', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Configure Bedrock Discovery');
    await workbench.quickPick.items();
    await workbench.screenshot('configure-discovery');
    await workbench.quickPick.pick('refreshInterval');
    await workbench.quickPick.type('-5');
    await workbench.quickPick.waitForMessage(/0/);
    await workbench.screenshot('configure-discovery-invalid');
    await workbench.quickPick.type('600');
    await workbench.quickPick.accept();
    await workbench.notifications.waitFor(/^OpenClaw’s discovery settings are changed: refreshInterval\.$/);
    becomes('0xe10', '600');
    const items = await workbench.quickPick.items();
    assert.equal(items.find(({ label }) => label === 'refreshInterval')?.description, '600');
    await workbench.quickPick.cancel();
  });

  it('warns of agents that a new primary model does not reach, and undoes step by step', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Set Primary Model');
    await workbench.quickPick.type('nova pro');
    await workbench.quickPick.pick('Nova Pro');
    const { text } = await workbench.notifications.waitFor(/^Nova Pro is now OpenClaw’s primary model\./);
    assert.match(text, /ops \(amazon-bedrock\/amazon\.nova-lite-v1:0\)/);
    await workbench.screenshot('primary-warning');
    const before = expected;
    becomes(`primary: '${SONNET}'`, `primary: '${NOVA}'`);
    await workbench.runCommand('OpenClaw: Undo Last Config Change');
    await workbench.notifications.waitFor(/^The last change to the OpenClaw config is undone\.$/);
    expected = before;
    assert.equal(world.config(), expected);
  });

  it('checks the config and says that its Bedrock parts are in order', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Check Config');
    await workbench.notifications.waitFor(/The Bedrock parts of the config are in order\./);
    assert.equal(world.config(), expected);
  });
});
