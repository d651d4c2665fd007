/** Compare Models, as a person uses it: sorting, filtering, the chart, and making a model the primary one. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { describeRecorded } from '../recordedData.ts';
import { recordedLists } from '../recordedLists.ts';
import { CONFIG, openBedrockWorld, type World } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const page = ({ workbench }: World): Locator =>
  workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('body');

describeRecorded('Compare Models, as a person uses it', 'bedrock', data => {
  const [recorded] = recordedLists(data);
  const { foundationModels, inferenceProfiles } = recorded!;
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  const rows = () => page(world).locator('tbody tr');
  const names = () => page(world).locator('tbody .name').allInnerTexts();
  const column = async (index: number) =>
    (await page(world).locator(`tbody tr > :nth-child(${index})`).allInnerTexts()).map(text => text.trim());
  const open = async () => {
    await world.workbench.runCommand('Bedrock: Compare Models');
    await rows().first().waitFor();
  };

  before(async () => {
    world = await openBedrockWorld({
      name: 'compare-models',
      config: CONFIG,
      colorTheme: 'Default Dark Modern',
      bedrock: {
        lists: { foundationModels: [...foundationModels], inferenceProfiles: [...inferenceProfiles] },
      },
    });
  });
  after(() => world.close());

  it('shows every model with a row, and each with a price as a dot', async () => {
    await open();
    assert.equal(await rows().count(), 66);
    assert.match(await page(world).locator('#count').innerText(), /^66 of 66 models$/);
    const dots = await page(world).locator('.dot').count();
    const priced = (await column(4)).filter(text => text !== '–').length;
    assert.equal(dots, priced);
    await world.workbench.picture('compare');
  });

  it('sorts by a column, what is not known last, and the other way at a second click', async () => {
    const head = page(world).getByRole('button', { name: 'Input $' });
    await head.click();
    const prices = (await column(4)).map(text => (text === '–' ? Infinity : Number(text)));
    assert.deepEqual(
      prices,
      prices.toSorted((a, b) => a - b),
    );
    assert.equal(await page(world).locator('th[aria-sort="ascending"]').innerText(), 'Input $');
    await head.click();
    const reversed = (await column(4)).filter(text => text !== '–').map(Number);
    assert.deepEqual(
      reversed,
      reversed.toSorted((a, b) => b - a),
    );
    assert.equal((await column(4)).at(-1), '–');
  });

  it('filters by words, provider and ability, and finds the way back from nothing', async () => {
    await page(world).locator('#words input').fill('claude');
    await waitFor('Claude alone', names, found => found.every(name => name.startsWith('Claude')));
    await page(world).locator('#reasons').click();
    await waitFor('those that reason', names, found => !found.includes('Claude 3 Haiku') && found.length > 3);
    assert.equal(
      await page(world).locator('.dot').count(),
      (await column(4)).filter(text => text !== '–').length,
    );
    await world.workbench.screenshot('compare-filtered-dark');

    await page(world).locator('#words input').fill('no such model');
    await page(world).getByText('No model fits these filters.').waitFor();
    await world.workbench.screenshot('compare-empty-dark');
    await page(world).getByText('Clear Filters').click();
    await waitFor(
      'all of them',
      () => rows().count(),
      count => count === 66,
    );
  });

  it('chooses a row by the keyboard, and makes it the primary model after asking', async () => {
    await page(world).locator('#words input').fill('nova pro');
    await waitFor('Nova Pro', names, found => found.join() === 'Nova Pro');
    await rows().first().focus();
    await world.workbench.page.keyboard.press('Enter');
    assert.equal(await rows().first().getAttribute('aria-selected'), 'true');
    assert.equal(await page(world).locator('#chosen').innerText(), 'Nova Pro');
    await page(world).locator('.dot.chosen').waitFor();
    await page(world).getByText('Set as Primary Model').click();
    await world.workbench.notifications.clickDialogButton('Make All Changes');
    await world.workbench.notifications.waitFor(/^Nova Pro is now OpenClaw’s primary model\.$/);
    assert.match(world.config(), /primary: 'amazon-bedrock\/amazon\.nova-pro-v1:0'/);
    await page(world).locator('tbody .marks').getByText('primary').waitFor();
    assert.equal(await page(world).locator('#chosen').innerText(), 'Nova Pro · primary');
    await world.workbench.screenshot('compare-primary-dark');
  });

  it('chooses by the chart too, and tells what is pointed at', async () => {
    await page(world).locator('#words input').fill('');
    await waitFor(
      'all of them',
      () => rows().count(),
      count => count === 66,
    );
    const dot = page(world).locator('.dot[aria-label^="Claude Haiku 4.5"]');
    await dot.focus();
    assert.match(await page(world).locator('#pointed').innerText(), /^Claude Haiku 4\.5 · 200K · \$1\.1$/);
    await world.workbench.page.keyboard.press('Enter');
    assert.match(await page(world).locator('#chosen').innerText(), /^Claude Haiku 4\.5/);
  });

  for (const [theme, name] of [
    ['Default Light Modern', 'compare-light'],
    ['Default High Contrast', 'compare-contrast'],
  ] as const) {
    it(`can be read in ${theme}`, async () => {
      await world.workbench.runCommand('Preferences: Color Theme');
      await world.workbench.quickPick.type(theme.replace('Default ', ''));
      await world.workbench.quickPick.accept();
      await page(world).locator('.dot').first().waitFor();
      await world.workbench.screenshot(name);
    });
  }
});
