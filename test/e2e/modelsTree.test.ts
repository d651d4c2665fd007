/** The sidebar with many models: finding, keeping and hiding them, and what stands in the way of using one. */
import assert from 'node:assert/strict';
import { CONFIG, openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';

describe('the models in the sidebar', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  const tree = () => world.workbench.tree('Bedrock Models');
  const labels = async () => (await tree().rows()).map(({ label }) => label);
  const labelsOnce = (what: string, accept: (labels: string[]) => boolean) => waitFor(what, labels, accept);

  before(async () => {
    world = await openBedrockWorld({
      name: 'models-tree',
      config: CONFIG.replace("'anthropic/claude-sonnet-4-5', // answers", `'${SONNET}', // answers`),
      colorTheme: 'Default Dark Modern',
      bedrock: { noAccess: [HAIKU] },
    });
    await world.workbench.openView('Bedrock Models');
    await tree().waitForDescription('Nova Pro', /300K/);
  });
  after(() => world.close());

  it('stand in groups that are closed, but for those in which people begin', async () => {
    const groups = (await tree().rows()).filter(
      ({ level, expanded }) => level === 1 && expanded !== undefined,
    );
    assert.ok(groups.length > 8);
    assert.deepEqual(
      groups.filter(({ expanded }) => expanded).map(({ label }) => label),
      ['Amazon', 'Anthropic'],
    );
    await world.workbench.screenshot('models-tree-dark');
  });

  it('are asked about for access only where they are looked at, and never twice', async () => {
    const asked = () =>
      world.bedrock.requests
        .filter(({ operation }) => operation === 'GetFoundationModelAvailability')
        .map(({ path }) => decodeURIComponent(path.split('/').at(-1) ?? ''));
    await tree().waitForDescription('Claude Haiku 4.5', /needs agreement/);
    assert.equal(await tree().symbol('Claude Haiku 4.5'), 'lock');
    const before = await waitFor(
      'every open model',
      () => Promise.resolve(asked()),
      ids => ids.length > 12,
    );
    assert.ok(
      before.every(id => /^(amazon|anthropic)\./.test(id)),
      before.join(),
    );
    assert.equal(new Set(before).size, before.length);
    const most = Math.max(
      ...world.bedrock.requests
        .filter(({ operation }) => operation === 'GetFoundationModelAvailability')
        .map(({ inFlightWhenStarted }) => inFlightWhenStarted),
    );
    assert.ok(most < 3, String(most));

    await world.workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await world.workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await tree().expand('Cohere');
    await waitFor(
      'Cohere',
      () => Promise.resolve(asked()),
      ids => ids.some(id => id.startsWith('cohere.')),
    );
    assert.equal(new Set(asked()).size, asked().length);
  });

  it('say in the tooltip what stands in the way and what to do', async () => {
    const tooltip = await tree().hover('Claude Haiku 4.5');
    assert.match(tooltip, /Nobody of this account has agreed/);
    for (const words of ['Context', 'Price', 'Tools', 'needs agreement', 'In the chat']) {
      assert.ok(tooltip.includes(words), `${words} in ${tooltip}`);
    }
    await world.workbench.screenshot('models-tree-tooltip');
  });

  it('are read out with all that is known of them', async () => {
    const spoken = await tree().spoken('Claude Sonnet 4.5');
    assert.match(spoken, /Claude Sonnet 4\.5 by Anthropic, 200000 tokens of context, primary in OpenClaw/);
    assert.match(spoken, /for a million tokens/);
    assert.match(await tree().spoken('Anthropic'), /^Anthropic, \d+ models/);
  });

  it('mark what AWS calls legacy, with its last day, after all others', async () => {
    const rows = await tree().rows();
    const anthropic = rows.slice(rows.findIndex(({ label }) => label === 'Anthropic') + 1);
    const its = anthropic.slice(
      0,
      anthropic.findIndex(({ level }) => level === 1),
    );
    const marked = its.map(({ description }) => description.includes('legacy'));
    assert.ok(marked.includes(true) && !marked.slice(marked.indexOf(true)).includes(false));
    const old = its.find(({ description }) => description.includes('legacy'));
    assert.match(old?.description ?? '', /legacy until \d+\/\d+\/\d{4}/);
    assert.equal(await tree().symbol(old?.label ?? ''), 'history');
  });

  it('have their routes below them, the default one named', async () => {
    await tree().expand('Claude Sonnet 4.5');
    const rows = (await tree().rows()).filter(({ level }) => level === 3);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['us', 'application profile team-assistant', 'global (any region)'],
    );
    assert.match(rows[0]?.description ?? '', /^default · \$/);
    await world.workbench.screenshot('models-tree-routes');
  });

  it('stay selected and open when they are listed anew', async () => {
    const before = (await tree().rows()).map(({ label }) => label);
    await tree().click('Nova Premier');
    await waitFor(
      'the selection',
      () => tree().selected(),
      labels => labels.join() === 'Nova Premier',
    );
    const asked = world.bedrock.requests.length;
    await world.workbench.runCommand('Bedrock: Refresh Models');
    await world.bedrock.waitFor(() => world.bedrock.requests.length >= asked + 6);
    assert.deepEqual(await tree().selected(), ['Nova Premier']);
    assert.deepEqual(
      (await tree().rows()).map(({ label }) => label),
      before,
    );
  });

  it('are filtered as one types, and the filter stays in view until it is cleared', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Filter Models');
    await workbench.quickPick.type('nova tools');
    await labelsOnce('the filter', all => all.includes('Filter: nova tools'));
    await workbench.quickPick.accept();
    const rows = await tree().rows();
    const filter = rows.find(({ label }) => label === 'Filter: nova tools');
    assert.match(filter?.description ?? '', /^\d+ of \d+ models$/);
    const models = rows.filter(({ level }) => level === 2).map(({ label }) => label);
    assert.ok(models.length >= 4 && models.every(label => label.startsWith('Nova')), models.join());
    await workbench.screenshot('models-tree-filter');

    await tree().clickAction('Filter: nova tools', 'Clear Model Filter');
    await labelsOnce('no filter', all => !all.some(label => label.startsWith('Filter')));
  });

  it('go to the top as favourites, and stay there after a reload', async () => {
    const { workbench } = world;
    await tree().clickAction('Nova Pro', 'Add to Favourites');
    await labelsOnce('favourites', all => all.includes('Favourites'));
    await workbench.reload();
    await workbench.openView('Bedrock Models');
    const all = await labelsOnce('favourites', found => found.includes('Nova Pro'));
    assert.equal(all.indexOf('Nova Pro'), all.indexOf('Favourites') + 1);
    assert.equal(all.filter(label => label === 'Nova Pro').length, 1);
  });

  it('are grouped and sorted otherwise', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Group Models');
    await workbench.screenshot('models-tree-group-by');
    await workbench.quickPick.pick('Capability');
    const groups = await labelsOnce('capabilities', all => all.includes('Agent mode, with images'));
    assert.deepEqual(
      groups.filter(label => /^(Agent|Images|Text)/.test(label)),
      [
        'Agent mode, with images',
        'Agent mode, text only',
        'Images, without tools',
        'Text, without tools',
      ].filter(label => groups.includes(label)),
    );
    await workbench.runCommand('Bedrock: Sort Models');
    await workbench.quickPick.pick('Price');
    await tree().expand('Agent mode, text only');
    const rows = await tree().rows();
    const from = rows.slice(rows.findIndex(({ label }) => label === 'Agent mode, text only') + 1);
    const prices = from
      .slice(
        0,
        from.findIndex(({ level }) => level === 1),
      )
      .filter(({ description }) => !description.includes('legacy'))
      .flatMap(({ description }) => /\$([\d.]+) \/ \$([\d.]+)/.exec(description)?.slice(1) ?? [])
      .map(Number);
    const sums = prices.flatMap((price, index) => (index % 2 ? [] : [price + prices[index + 1]!]));
    assert.ok(sums.length > 2);
    assert.deepEqual(
      sums,
      sums.toSorted((a, b) => a - b),
    );
    await workbench.screenshot('models-tree-capability');

    await workbench.runCommand('Bedrock: Group Models');
    await workbench.quickPick.pick('Route');
    await labelsOnce('routes', all => all.includes('On demand') && all.includes('us profiles'));
    await workbench.screenshot('models-tree-route');
    await workbench.runCommand('Bedrock: Group Models');
    await workbench.quickPick.pick('Provider');
    await workbench.runCommand('Bedrock: Sort Models');
    await workbench.quickPick.pick('Name');
  });

  it('leave the tree, several at once, and come back', async () => {
    await tree().expand('Amazon');
    await tree().click('Nova Micro');
    await tree().select('Nova Lite');
    await world.workbench.page.keyboard.press('Delete');
    await labelsOnce('none of them', all => !all.includes('Nova Micro') && !all.includes('Nova Lite'));
    await tree().click('Show 2 hidden models');
    await tree().waitForDescription('Nova Micro', /^hidden/);
    await world.workbench.screenshot('models-tree-hidden');
    await tree().contextMenu('Nova Micro', 'Show Model in Chat');
    await labelsOnce('one hidden', all => all.includes('Hide 1 hidden models again'));
    await tree().contextMenu('Nova Lite', 'Show Model in Chat');
  });

  it('are tried with one token, which says how long that took or what is wrong', async () => {
    const { workbench, bedrock } = world;
    await tree().contextMenu('Nova Micro', 'Test Model');
    const { buttons } = await workbench.notifications.waitFor(
      /^Nova Micro answers \(on demand\): first token after \d+\.\d s\.$/,
    );
    assert.deepEqual(buttons, ['Chat with It']);
    const { body } = bedrock.requests.at(-1)!;
    assert.deepEqual((body as { inferenceConfig: object }).inferenceConfig, { maxTokens: 1 });

    // The editor shows three at a time, and those that end at once stay a moment.
    await workbench.runCommand('Notifications: Clear All Notifications');
    await waitFor(
      'no notification',
      () => workbench.notifications.all(),
      all => all.length === 0,
    );
    await tree().contextMenu('Claude Haiku 4.5', 'Test Model');
    await workbench.notifications.waitFor(/^Claude Haiku 4\.5 does not answer: /);
    await workbench.screenshot('models-tree-test');
  });

  it('are fewer under a stricter route policy, which says so', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Select Route Policy');
    await workbench.screenshot('route-policy');
    await workbench.quickPick.pick('on-demand');
    await labelsOnce('what is out of reach', all =>
      all.some(label => /^\d+ models out of reach$/.test(label)),
    );
    assert.ok(!(await labels()).includes('Claude Haiku 4.5'));
    await workbench.runCommand('Bedrock: Select Route Policy');
    await workbench.quickPick.pick('auto');
    await labelsOnce('all of them', all => !all.some(label => label.includes('out of reach')));
  });
});

describe('the models that the chat offers', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  const tree = () => world.workbench.tree('Bedrock Models');

  before(async () => {
    world = await openBedrockWorld({ name: 'models-offered', colorTheme: 'Default Light Modern' });
    await world.workbench.openView('Bedrock Models');
    await tree().expand('Amazon');
    await world.workbench.runCommand('Bedrock: Use in Chat');
    await world.workbench.notifications.clickDialogButton('Use in Chat');
  });
  after(() => world.close());

  const offers = (name: string, isOffered: boolean) =>
    waitFor(
      `${name} ${isOffered ? 'to be' : 'not to be'} offered`,
      () => world.workbench.chat.offersModel(name),
      found => found === isOffered,
    );

  it('are the newest of each family, none of them legacy', async () => {
    await offers('Nova Pro', true);
    await offers('Claude 3.7 Sonnet', false);
    await offers('Claude Sonnet 4', false);
  });

  it('are one fewer where one is hidden, and one more where one is shown', async () => {
    await tree().contextMenu('Nova Pro', 'Hide Model');
    await offers('Nova Pro', false);
    await tree().expand('Anthropic');
    await tree().contextMenu('Claude 3.7 Sonnet', 'Show Model in Chat');
    await offers('Claude 3.7 Sonnet', true);
    await world.workbench.screenshot('chat-offered-light');
  });

  it('are chatted with from the tree', async () => {
    const { workbench } = world;
    await tree().contextMenu('Claude 3.5 Haiku', 'Chat with Model');
    await waitFor(
      'the model',
      () => workbench.chat.model(),
      name => name === 'Claude 3.5 Haiku',
    );
    await workbench.screenshot('chat-with-model-light');
  });
});
