/** The main job, as a person does it: see the models, make one OpenClaw's primary, chat with it. */
import assert from 'node:assert/strict';
import { COLD_LIST } from '../bedrock/requests.ts';
import JSON5 from 'json5';
import { OpenClaw } from '../openclaw/openclaw.ts';
import { CONFIG, openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const REF = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const EXPECTED = CONFIG.replace(`primary: 'anthropic/claude-sonnet-4-5'`, `primary: '${REF}'`).replace(
  `'openai/gpt-5.4': {}, // second opinion\n`,
  `'openai/gpt-5.4': {}, // second opinion\n        '${REF}': {},\n`,
);

interface ConverseBody {
  readonly messages: { readonly role: string; readonly content: readonly object[] }[];
  readonly toolConfig?: { readonly tools: readonly object[] };
}

describe('the main job', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  before(async () => (world = await openBedrockWorld({ name: 'main-job', config: CONFIG })));
  after(() => world.close());
  const lastAnswer = () =>
    world.bedrock.requests.findLast(({ operation }) => operation.startsWith('Converse'));

  it('asks Bedrock nothing before someone looks', async () => {
    await waitForStatus(/anthropic\/claude-sonnet-4-5/);
    assert.deepEqual(world.bedrock.requests, []);
  });

  it('shows providers and below them models, each once', async () => {
    const { workbench } = world;
    await workbench.openView('Bedrock Models');
    // The tree stands before the models come.
    await workbench.tree('Bedrock Models').expand('Amazon');
    await workbench.tree('Bedrock Models').expandAll();
    const rows = await workbench.tree('Bedrock Models').rows();
    const providers = rows
      .filter(({ level, expanded }) => level === 1 && expanded !== undefined)
      .map(({ label }) => label);
    assert.deepEqual(
      providers,
      [...providers].sort((a, b) => a.localeCompare(b, 'en')),
    );
    const models = rows.filter(({ level }) => level === 2);
    assert.ok(models.length > 25, String(models.length));
    const lists = world.bedrock.requests
      .map(({ operation }) => operation)
      .filter(name => name.startsWith('List'));
    assert.deepEqual(lists.sort(), COLD_LIST);
    assert.equal(new Set(models.map(({ label }) => label)).size, models.length);
    assert.equal(models.find(({ label }) => label === 'Nova Pro')?.description, '300K · $0.80 / $3.20');
    assert.equal(
      models.find(({ label }) => label === 'Claude Sonnet 4.5')?.description,
      '200K · $3.30 / $16.50 · us',
    );
  });

  it('answers @bedrock, signed out and with nothing set up in the chat', async () => {
    await world.workbench.chat.send('@bedrock Hello there');
    const answer = await world.workbench.chat.waitForAnswer(/Ask me to read a file/);
    assert.match(answer, /simulated Bedrock/);
    assert.match(answer, /Hello there/);
    await world.workbench.chat.send('And once more');
    await world.workbench.chat.waitForAnswer(/And once more/);
    const { messages } = lastAnswer()?.body as ConverseBody;
    assert.deepEqual(
      messages.map(({ role }) => role),
      ['user', 'assistant', 'user'],
    );
    await world.workbench.screenshot('participant');
    await world.workbench.chat.startNew();
  });

  it('tells of a model in its tooltip', async () => {
    const tooltip = await world.workbench.tree('Bedrock Models').hover('Claude Sonnet 4.5');
    for (const words of [
      'Claude Sonnet 4.5',
      'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
      'us (default), application profile team-assistant, global (any region)',
      '200,000 tokens',
      '64,000 tokens',
      'text, images',
    ]) {
      assert.ok(tooltip.includes(words), `${words} in ${tooltip}`);
    }
    await world.workbench.screenshot('tooltip');
  });

  it('sets the primary model, and changes nothing else in the config', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Set Primary Model');
    await workbench.quickPick.type('sonnet 4.5');
    assert.equal(await workbench.quickPick.title(), 'Set OpenClaw’s Primary Model');
    const [item] = await workbench.quickPick.items();
    assert.equal(item?.description, 'Anthropic · us · 200K context · $3.30 / $16.50');
    await workbench.screenshot('quick-pick');
    await workbench.quickPick.pick('Claude Sonnet 4.5');
    assert.equal(
      await workbench.notifications.dialogText(),
      `Make Claude Sonnet 4.5 OpenClaw’s primary model?\nThis will also:\n• Add ${REF} to the models that OpenClaw may use (agents.defaults.models)`,
    );
    await workbench.screenshot('consent');
    await workbench.notifications.clickDialogButton('Make All Changes');

    const { buttons } = await workbench.notifications.waitFor(
      /^Claude Sonnet 4\.5 is now OpenClaw’s primary model\.$/,
    );
    assert.deepEqual(buttons, ['Show Changes', 'Undo']);
    assert.equal(world.config(), EXPECTED);
    const config = JSON5.parse<{ agents: { defaults: { model: object } } }>(world.config());
    assert.deepEqual(config.agents.defaults.model, { primary: REF, fallbacks: ['openai/gpt-5.4'] });
    await waitForStatus(/Claude Sonnet 4\.5/);
    const rows = await workbench.tree('Bedrock Models').rows();
    assert.equal(
      rows.find(({ label }) => label === 'Claude Sonnet 4.5')?.description,
      'primary · 200K · $3.30 / $16.50 · us',
    );
  });

  it('shows the change in the editor’s diff, and undoes it', async () => {
    const { workbench } = world;
    await workbench.notifications.clickButton('Show Changes');
    await workbench.editor.waitForTitle('OpenClaw Config: Before and Now');
    assert.match(await workbench.editor.text(), /fallbacks/);
    await workbench.screenshot('diff');
    await workbench.runCommand('View: Close Editor');

    await workbench.runCommand('OpenClaw: Undo Last Config Change');
    await workbench.notifications.waitFor(/^The last change to the OpenClaw config is undone\.$/);
    assert.equal(world.config(), CONFIG);
    await waitForStatus(/anthropic\/claude-sonnet-4-5/);
  });

  it('sets it from the tree too', async () => {
    const { workbench } = world;
    await workbench.tree('Bedrock Models').clickAction('Claude Sonnet 4.5', 'Set Primary Model');
    await workbench.notifications.clickDialogButton('Make All Changes');
    await workbench.notifications.waitFor(/^Claude Sonnet 4\.5 is now/);
    assert.equal(world.config(), EXPECTED);
    await workbench.screenshot('tree');
  });

  it('leaves a config that the real OpenClaw calls valid', async function () {
    this.timeout(600_000);
    const openclaw = await OpenClaw.version('2026.9.6');
    const verdicts = [await openclaw.validate(CONFIG), await openclaw.validate(world.config())];
    assert.deepEqual(
      verdicts.map(({ valid }) => valid),
      [true, true],
      JSON.stringify(verdicts),
    );
    assert.equal((await openclaw.models(world.config())).defaultModel, REF);
  });

  it('says what Use in Chat will change, and brings the panel to answer without a sign-in', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Use in Chat');
    const text = await workbench.notifications.dialogText();
    assert.match(text, /This adds "Amazon Bedrock" to the editor’s language models/);
    await workbench.screenshot('use-in-chat');
    await workbench.notifications.clickDialogButton('Use in Chat');
    await waitFor(
      'the primary model',
      () => workbench.chat.model(),
      shown => /^Claude Sonnet/.test(shown),
    );

    await workbench.chat.send('Tell me about layers');
    const answer = await workbench.chat.waitForAnswer(/Ask me to read a file/);
    assert.match(answer, /simulated Bedrock/);
    const { modelId, body } = lastAnswer() ?? {};
    assert.equal(modelId, 'us.anthropic.claude-sonnet-4-5-20250929-v1:0');
    assert.ok(((body as ConverseBody).toolConfig?.tools.length ?? 0) > 20, 'the agent’s tools come along');
  });

  it('lets the model read a file of the workspace with the editor’s own tool', async () => {
    const { workbench } = world;
    await workbench.chat.send('Please read the file poem.txt');
    const answer = await workbench.chat.waitForAnswer(/That is all I need/);
    assert.match(answer, /holds up the water and the dream/);
    await workbench.chat.waitUntilIdle();
    await workbench.chat.dismissBanner();
    await workbench.picture('overview');
    const { messages } = lastAnswer()?.body as ConverseBody;
    assert.ok(messages.at(-1)?.content.some(block => 'toolResult' in block));
  });

  it('stops the request when the user cancels', async () => {
    const { workbench, bedrock } = world;
    bedrock.script('ConverseStream', { hang: { after: 6 } });
    await workbench.chat.send('Count to a million');
    await workbench.chat.waitForAnswer(/Hello!/);
    await workbench.chat.cancel();
    await bedrock.waitFor(
      ({ operation, closedByClient }) => operation === 'ConverseStream' && closedByClient,
    );
  });

  it('shows what went wrong in words, never a stack', async () => {
    const { workbench, bedrock } = world;
    const refuse = {
      status: 403,
      type: 'AccessDeniedException',
      message: "You don't have access to the model.",
    };
    bedrock.script('ConverseStream', { refuse });
    await workbench.chat.send('Are you there?');
    const answer = await workbench.chat.waitForAnswer(/No access to this model yet/);
    assert.match(answer, /Open it in the console’s model catalog/);
    assert.doesNotMatch(answer, /\bat \S+ \(|\.cjs:/);
    await workbench.screenshot('chat-error');
  });

  it('asks nothing after a reload, and still has the models', async () => {
    const { workbench, bedrock } = world;
    const before = bedrock.requests.length;
    await workbench.reload();
    await workbench.openView('Bedrock Models');
    // The tree stands before the models come.
    await workbench.tree('Bedrock Models').expand('Amazon');
    await workbench.tree('Bedrock Models').expandAll();
    assert.ok((await workbench.tree('Bedrock Models').rows()).length > 25);
    assert.deepEqual(bedrock.requests.slice(before), []);
  });

  it('takes Use in Chat back', async () => {
    await world.workbench.runCommand('Bedrock: Stop Using in Chat');
    await world.workbench.notifications.waitFor(
      /^The entry for Bedrock is gone from the editor’s language models\./,
    );
  });

  async function waitForStatus(pattern: RegExp): Promise<void> {
    await waitFor(
      `a status bar item like ${pattern}`,
      () => world.workbench.statusBarItems(),
      items => items.some(item => pattern.test(item)),
    );
  }
});
