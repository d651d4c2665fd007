/** The first five minutes: an empty view that says what to do, and the walkthrough whose steps complete themselves. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { waitFor } from './workbench/wait.ts';
import { openBedrockWorld, openWorld, within, type World } from './world.ts';

describe('the walkthrough, as a newcomer sees it', () => {
  it('without credentials: the empty view leads into it, and nothing counts as done', async () => {
    const world = await openWorld({ name: 'welcome', colorTheme: 'Default Light Modern' });
    await within(world, async () => {
      const { workbench } = world;
      await workbench.openView('Bedrock Models');
      const welcome = workbench.page.locator('.part.sidebar .welcome-view');
      await welcome.getByRole('button', { name: 'Set API Key' }).waitFor();
      await workbench.screenshot('welcome-light');
      await welcome.getByRole('button', { name: 'Get Started' }).click();
      await step(world, 'Connect to Bedrock').waitFor();
      assert.deepEqual(await done(world), []);
      await workbench.screenshot('walkthrough-begin-light');
    });
  });

  it('completes each step once it is true', async () => {
    const world = await openBedrockWorld({
      name: 'walkthrough',
      config: '{ gateway: { mode: "local" } /* mine */ }',
      colorTheme: 'Default Dark Modern',
    });
    await within(world, async () => {
      const { workbench, bedrock } = world;
      await workbench.runCommand('Bedrock: Get Started');
      await step(world, 'Connect to Bedrock').waitFor();
      await workbench.screenshot('walkthrough-connect-dark');
      assert.deepEqual(await done(world), []);
      assert.equal(bedrock.requests.length, 0, 'nothing is asked before somebody looks');

      await workbench.page.getByRole('button', { name: 'Find My Models' }).click();
      await step(world, 'Connected with access keys').waitFor();
      await waitForDone(world, ['Connected with access keys']);
      await workbench.picture('walkthrough');

      await workbench.runCommand('OpenClaw: Set Primary Model');
      await workbench.quickPick.type('nova pro');
      await workbench.quickPick.pick('Nova Pro');
      await waitForDone(world, ['Connected with access keys', 'Choose a model', 'Connect OpenClaw']);

      await workbench.runCommand('Bedrock: Use in Chat');
      await workbench.notifications.clickDialogButton('Use in Chat');
      // The panel is on it once that is done.
      await workbench.chat.waitForModel('Nova Pro');
      await workbench.chat.send('What holds up the water?');
      await workbench.chat.waitForAnswer(/simulated Bedrock/);
      // Pictures show where there is room for them.
      await workbench.runCommand('View: Toggle Secondary Side Bar Visibility');
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.runCommand('Bedrock: Get Started');
      await waitForDone(world, [
        'Connected with access keys',
        'Choose a model',
        'Chat with it',
        'Connect OpenClaw',
      ]);
      for (const title of [
        'Choose a model',
        'Chat with it',
        'Connect OpenClaw',
        'Check that all of it works',
      ]) {
        await step(world, title).click();
        await workbench.page.locator('.getting-started-media').waitFor();
        await workbench.screenshot(`walkthrough-${title.toLowerCase().replaceAll(' ', '-')}-dark`);
      }
    });
  });
});

function steps({ workbench }: World): Locator {
  return workbench.page.locator('.getting-started-step');
}

function step(world: World, title: string): Locator {
  return steps(world).filter({ hasText: title }).first();
}

/** The titles of the steps that are ticked. */
async function done(world: World): Promise<string[]> {
  const ticked = steps(world).filter({
    has: world.workbench.page.locator('.codicon-getting-started-step-checked'),
  });
  const titles = await ticked.locator('.step-title').allInnerTexts();
  return titles.map(title => title.trim());
}

function waitForDone(world: World, titles: readonly string[]): Promise<string[]> {
  return waitFor(
    `steps that are done: ${titles.join(', ')}`,
    () => done(world),
    ticked => JSON.stringify(ticked) === JSON.stringify(titles),
  );
}
