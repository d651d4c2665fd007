/** What a person sees when something is in the way: in words, with what to do next. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { openBedrockWorld, openWorld, within, type World } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const REFUSED = {
  status: 403,
  type: 'AccessDeniedException',
  message: 'User is not authorized to perform: x',
};

describe('troubles, as a person sees them', () => {
  it('without permission for profiles: the other models, and the permission that is missing', async () => {
    const world = await openBedrockWorld({ name: 'no-permission', config: '{}' });
    // AWS's profiles and those that somebody made, for the view as it opens and once more by hand.
    const refused = { refuse: REFUSED };
    world.bedrock.script('ListInferenceProfiles', refused, refused, refused, refused);
    await within(world, async () => {
      await world.workbench.openView('Bedrock Models');
      await world.workbench.runCommand('Bedrock: Refresh Models');
      await sees(world, 'Permission missing: bedrock:ListInferenceProfiles', [
        'Copy IAM Policy',
        'About Bedrock Permissions',
        'Try Again',
      ]);
      const tree = world.workbench.tree('Bedrock Models');
      await tree.expand('Amazon');
      await tree.waitForDescription('Nova Pro', /300K/);
      const rows = await tree.rows();
      assert.ok(!rows.some(({ label }) => label === 'Claude Sonnet 4.5'), 'it needs a profile');
      await world.workbench.screenshot('no-permission');
    });
  });

  it('with an endpoint that nobody answers at: which one, and what to check', async () => {
    const world = await openWorld({
      name: 'unreachable',
      env: { AWS_ENDPOINT_URL_BEDROCK: 'http://127.0.0.1:9', AWS_BEARER_TOKEN_BEDROCK: 'ABSKnobody' },
    });
    await within(world, async () => {
      await sees(world, 'Bedrock can’t be reached', ['Try Again', 'Open Settings']);
      assert.match(await message(world), /^No connection to http:\/\/127\.0\.0\.1:9\. /);
      await world.workbench.tree('Bedrock Models').click('Learn More');
      await world.workbench.editor.waitForTitle('Preview troubleshooting.md');
      const page = world.workbench.editor.webview();
      await page.getByRole('heading', { name: 'unreachable' }).waitFor();
      await world.workbench.screenshot('learn-more');
      await world.workbench.screenshot('unreachable');
    });
  });

  it('with a malformed config: file, line and column, one click away, and nothing written', async () => {
    const text = '// mine\n{\n  agents: { defaults: { model: oops } },\n}\n';
    const world = await openBedrockWorld({ name: 'malformed', config: text });
    await within(world, async () => {
      await sees(world, 'The OpenClaw config has a syntax error', ['Go to the Error']);
      // Said before a model is picked in vain.
      await world.workbench.runCommand('OpenClaw: Set Primary Model');
      await world.workbench.notifications.waitFor(
        /openclaw\.json, line 3, column 32: .* Nothing is written to it until that is corrected\./,
      );
      await world.workbench.screenshot('malformed');
      await world.workbench.notifications.clickButton('Go to the Error');
      await world.workbench.editor.waitForTitle('openclaw.json');
      assert.equal(world.config(), text);
    });
  });

  it('without a config: offers to create it', async () => {
    const world = await openBedrockWorld({ name: 'no-config' });
    await within(world, async () => {
      const { workbench, configPath } = world;
      await workbench.runCommand('OpenClaw: Set Primary Model');
      await workbench.quickPick.type('nova pro');
      await workbench.quickPick.pick('Nova Pro');
      assert.ok((await workbench.notifications.dialogText()).includes(configPath));
      assert.equal(existsSync(configPath), false);
      await workbench.screenshot('create-config');
      await workbench.notifications.clickDialogButton('Create');
      await workbench.notifications.waitFor(/^Nova Pro is now/);
      assert.match(readFileSync(configPath, 'utf8'), /"primary": "amazon-bedrock\/amazon\.nova-pro-v1:0"/);
    });
  });
});

/** Opens the view and waits for a problem with these fixes in it. */
async function sees({ workbench }: World, title: string, fixes: string[]): Promise<void> {
  await workbench.openView('Bedrock Models');
  await workbench.tree('Bedrock Models').expand(title);
  const rows = await workbench.tree('Bedrock Models').rows();
  const at = rows.findIndex(({ label }) => label === title);
  assert.deepEqual(
    rows.slice(at + 1, at + 1 + fixes.length).map(({ label }) => label),
    fixes,
  );
}

/** What stands above the tree. */
function message({ workbench }: World): Promise<string> {
  const text = workbench.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
  return waitFor(
    'a message above the tree',
    () => text.innerText(),
    shown => shown !== '',
  );
}
