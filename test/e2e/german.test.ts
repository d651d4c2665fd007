/** What a person sees whose editor speaks German: the manifest and every bundle do, too. */
import assert from 'node:assert/strict';
import { CONFIG, openBedrockWorld } from './world.ts';

const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const REFUSED = {
  status: 403,
  type: 'AccessDeniedException',
  message: 'User is not authorized to perform: x',
};

describe('in German', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  const tree = () => world.workbench.tree('Bedrock-Modelle');

  before(async () => {
    world = await openBedrockWorld({
      name: 'german',
      config: CONFIG.replace("'anthropic/claude-sonnet-4-5', // answers", `'${SONNET}', // answers`),
      language: 'de',
    });
    await world.workbench.openView('Bedrock-Modelle');
    await tree().waitForDescription('Nova Pro', /300K/);
  });
  after(() => world.close());

  it('the sidebar says what models are and may', async () => {
    await tree().waitForDescription('Claude Sonnet 4.5', /^primär · 200K/);
    await tree().expand('Claude Sonnet 4.5');
    const labels = (await tree().rows()).map(({ label }) => label);
    assert.ok(labels.includes('global (beliebige Region)'), labels.join());
    assert.match(
      await tree().spoken('Claude Sonnet 4.5'),
      /^Claude Sonnet 4\.5 von Anthropic, Kontext von 200000 Token, primär in OpenClaw, .* je Million Token/,
    );
    const tooltip = await tree().hover('Nova Pro');
    for (const words of [
      'Ausgabelimit',
      '300.000 Token (Katalog)',
      'On-Demand',
      'Dezember 2024',
      'angeboten',
    ]) {
      assert.ok(tooltip.includes(words), `${words} in ${tooltip}`);
    }
    await world.workbench.screenshot('german-sidebar');
  });

  it('a command is found by its German title, asks and answers in German', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Primäres Modell festlegen');
    assert.equal(await workbench.quickPick.title(), 'Primäres Modell von OpenClaw festlegen');
    await workbench.screenshot('german-pick');
    await workbench.quickPick.type('nova pro');
    await workbench.quickPick.pick('Nova Pro');
    const dialog = await workbench.notifications.dialogText();
    assert.match(dialog, /^Nova Pro zum primären Modell von OpenClaw machen\?/);
    assert.match(dialog, /Außerdem geschieht Folgendes:/);
    await workbench.screenshot('german-dialog');
    await workbench.notifications.clickDialogButton('Alle Änderungen vornehmen');
    const { buttons } = await workbench.notifications.waitFor(
      /^Nova Pro ist jetzt das primäre Modell von OpenClaw\./,
    );
    assert.deepEqual(buttons.slice(0, 2), ['Änderungen anzeigen', 'Rückgängig']);
    await workbench.screenshot('german-notification');
  });

  it('the pages do', async () => {
    const { workbench } = world;
    const page = () => workbench.editor.webview();
    await workbench.runCommand('Bedrock: Modelle vergleichen');
    await page().getByRole('heading', { name: 'Modelle vergleichen' }).waitFor();
    await page().locator('#rows tr').first().waitFor();
    await workbench.screenshot('german-compare');
    await workbench.runCommand('OpenClaw: Einrichtung prüfen');
    await page().getByRole('heading', { name: 'OpenClaw und Amazon Bedrock auf diesem Computer' }).waitFor();
    await page().getByText('Fehlgeschlagen').or(page().getByText('Warnung')).first().waitFor();
    await page().getByRole('button', { name: 'Erneut ausführen' }).first().waitFor();
    await workbench.screenshot('german-checkSetup');
  });

  it('what asks Bedrock tells a problem in German', async () => {
    // However often the list is asked for: the change of the config can have it looked up once more.
    world.bedrock.script('ListInferenceProfiles', ...Array.from({ length: 10 }, () => ({ refuse: REFUSED })));
    await world.workbench.runCommand('Bedrock: Modelle aktualisieren');
    await tree().expand('Berechtigung fehlt: bedrock:ListInferenceProfiles');
    const labels = (await tree().rows()).map(({ label }) => label);
    for (const fix of ['Über Bedrock-Berechtigungen', 'Erneut versuchen'])
      assert.ok(labels.includes(fix), labels.join());
    await world.workbench.page
      .locator('.part.sidebar .tree-explorer-viewlet-tree-view .message')
      .getByText('Bitten Sie Ihren AWS-Administrator, bedrock:ListInferenceProfiles zuzulassen.')
      .waitFor();
    await tree().click('Berechtigung fehlt: bedrock:ListInferenceProfiles');
    await world.workbench.screenshot('german-problem');
  });
});
