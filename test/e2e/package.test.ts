/** The package, installed into an editor that has never seen it: it holds what it should, and does the main job. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packExtension } from '../../scripts/package.ts';
import { CONFIG, openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const REF = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const EXPECTED = CONFIG.replace(`primary: 'anthropic/claude-sonnet-4-5'`, `primary: '${REF}'`).replace(
  `'openai/gpt-5.4': {}, // second opinion\n`,
  `'openai/gpt-5.4': {}, // second opinion\n        '${REF}': {},\n`,
);

/** What may be in it; no source, no test, no picture of the README, no source map. */
const KNOWN = [
  /^(LICENSE\.txt|THIRD_PARTY_NOTICES\.txt|changelog\.md|readme\.md|\.vsixmanifest)$/,
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^dist\/(calls|catalogue|extension|sdk|sts|syntaxTree|tools)\.cjs$/,
  /^dist\/(checkSetup|compare|instanceRole)\.js$/,
  /^docs\/[\w-]+\.md$/,
  /^l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^media\/walkthrough\/[\w-]+\.svg$/,
  /^media\/(activity-bar\.svg|icon\.png|\w+\.css|json5\.[\w.-]+\.json)$/,
];
const NEEDED = [
  'LICENSE.txt',
  'THIRD_PARTY_NOTICES.txt',
  'dist/extension.cjs',
  'dist/tools.cjs',
  'media/icon.png',
  'package.json',
  'package.nls.json',
  'readme.md',
];

describe('the package, in a clean editor', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  let folder: string;
  before(async function () {
    this.timeout(300_000);
    folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-package-'));
    const vsix = join(folder, 'openclaw-bedrock.vsix');
    await packExtension(vsix);
    world = await openBedrockWorld({ name: 'package', config: CONFIG, vsix });
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('is installed with what belongs into it, and nothing else', () => {
    const { extensionsDir } = world.workbench;
    const [installed, ...others] = readdirSync(extensionsDir).filter(name => name !== 'extensions.json');
    assert.match(installed ?? '', /^openclaw-bedrock\.openclaw-bedrock-\d+\.\d+\.\d+/);
    assert.deepEqual(others, []);
    const files = readdirSync(join(extensionsDir, installed ?? ''), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name).slice(join(extensionsDir, installed ?? '').length + 1),
      );
    assert.deepEqual(
      files.filter(file => !KNOWN.some(pattern => pattern.test(file))),
      [],
    );
    assert.deepEqual(
      NEEDED.filter(file => !files.includes(file)),
      [],
    );
  });

  it('lists the models of Bedrock in the sidebar', async () => {
    const { workbench } = world;
    await workbench.openView('Bedrock Models');
    await workbench.tree('Bedrock Models').expand('Anthropic');
    const rows = await workbench.tree('Bedrock Models').rows();
    assert.ok(rows.some(({ label }) => label === 'Claude Sonnet 4.5'));
  });

  it('sets one as OpenClaw’s primary model, and keeps every comment', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Set Primary Model');
    await workbench.quickPick.type('sonnet 4.5');
    await workbench.quickPick.pick('Claude Sonnet 4.5');
    await workbench.notifications.clickDialogButton('Make All Changes');
    await workbench.notifications.waitFor(/^Claude Sonnet 4\.5 is now OpenClaw’s primary model\.$/);
    assert.equal(world.config(), EXPECTED);
  });

  it('answers in the chat panel with it, tools included, after Use in Chat', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Use in Chat');
    await workbench.notifications.clickDialogButton('Use in Chat');
    await waitFor(
      'the primary model',
      () => workbench.chat.model(),
      shown => /^Claude Sonnet/.test(shown),
    );
    await workbench.chat.send('Please read the file poem.txt');
    const answer = await workbench.chat.waitForAnswer(/That is all I need/);
    assert.match(answer, /holds up the water and the dream/);
    await workbench.chat.waitUntilIdle();
    await workbench.screenshot('package');
  });

  it('opens its page that compares models', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Compare Models');
    await workbench.editor.webview().getByText('Claude Sonnet 4.5').first().waitFor();
    await workbench.runCommand('View: Close Editor');
  });

  it('shows itself with icon and README among the extensions', async () => {
    const { workbench } = world;
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await workbench.page
      .locator('.extensions-list .extension-list-item', { hasText: 'OpenClaw' })
      .first()
      .click();
    await workbench.page
      .locator('.extension-editor .header .name', { hasText: 'Amazon Bedrock for OpenClaw' })
      .waitFor();
    await workbench.editor.webview().getByText('What you can do').first().waitFor();
    await workbench.screenshot('package-page');
  });
});
