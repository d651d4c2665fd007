/** What a person is asked before OpenClaw's config changes: which config, and what goes beyond the model. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const NOVA = 'amazon-bedrock/amazon.nova-pro-v1:0';
const OWN = `{
  agents: { defaults: { models: { 'openai/gpt-5.4': {} } } },
  plugins: { allow: ['telegram'] }, // nothing else
}
`;
const WORK = '{ /* at work */ }\n';

describe('what is asked before the config changes', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  let work: string;
  before(async () => {
    world = await openBedrockWorld({ name: 'consent', config: OWN, colorTheme: 'Default Dark Modern' });
    work = join(dirname(dirname(world.configPath)), '.openclaw-work', 'openclaw.json');
    mkdirSync(dirname(work));
    writeFileSync(work, WORK);
  });
  after(() => world.close());

  const pickNova = async () => {
    await world.workbench.quickPick.type('nova pro');
    await world.workbench.quickPick.pick('Nova Pro');
  };

  it('is which config is meant, where there are several, and before anything is picked', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Set Primary Model');
    const items = await workbench.quickPick.items();
    assert.deepEqual(
      items.slice(0, 2).map(({ label, description }) => [label, description]),
      [
        ['~/.openclaw/openclaw.json', 'in use'],
        ['~/.openclaw-work/openclaw.json', 'profile work'],
      ],
    );
    await workbench.screenshot('choose-config');
    await workbench.quickPick.pick('~/.openclaw-work/openclaw.json');
    await pickNova();
    await workbench.notifications.waitFor(/^Nova Pro is now OpenClaw’s primary model\./);
    assert.match(readFileSync(work, 'utf8'), /at work/);
    assert.ok(readFileSync(work, 'utf8').includes(NOVA));
    assert.equal(world.config(), OWN);
  });

  it('is not asked again', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Undo Last Config Change');
    await workbench.notifications.waitFor(/^The last change to the OpenClaw config is undone\.$/);
    assert.equal(readFileSync(work, 'utf8'), WORK);
    await workbench.runCommand('OpenClaw: Choose Config');
    await workbench.quickPick.pick('~/.openclaw/openclaw.json');
    await workbench.notifications.waitFor(/^OpenClaw’s config is now ~\/\.openclaw\/openclaw\.json\.$/);
  });

  it('is what goes beyond the model: what is needed, and what can be left out', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Set Primary Model');
    await pickNova();
    // Older versions have no plugin to enable, and nothing tells which one this is.
    await waitFor(
      'the question for the version',
      () => workbench.quickPick.title(),
      title => title === 'Which OpenClaw is the config for?',
    );
    await workbench.screenshot('which-openclaw');
    await workbench.quickPick.pick('2026.8.1 or newer');
    assert.equal(
      await workbench.notifications.dialogText(),
      [
        'Make Nova Pro OpenClaw’s primary model?',
        'This will also:',
        `• Add ${NOVA} to the models that OpenClaw may use (agents.defaults.models)`,
        'So that it works, it can:',
        '• Enable OpenClaw’s Bedrock plugin (plugins.allow)',
      ].join('\n'),
    );
    await workbench.screenshot('consent-optional');
    await workbench.notifications.clickDialogButton('Only What Is Needed');
    await workbench.notifications.waitFor(
      /^Nova Pro is now OpenClaw’s primary model\. Not done: Enable OpenClaw’s Bedrock plugin \(plugins\.allow\)\./,
    );
    assert.ok(world.config().includes(`models: { 'openai/gpt-5.4': {}, '${NOVA}': {} }`), world.config());
    assert.ok(world.config().includes(`plugins: { allow: ['telegram'] }, // nothing else`), world.config());
  });

  it('leaves everything as it is when that is called off', async () => {
    const { workbench } = world;
    const before = world.config();
    await workbench.runCommand('OpenClaw: Set Image Model');
    await pickNova();
    await workbench.notifications.dialogText();
    await workbench.notifications.clickDialogButton('Cancel');
    assert.equal(world.config(), before);
  });
});
