/** What models and lists say is text: it runs no command and has the editor fetch nothing. */
import assert from 'node:assert/strict';
import { modelLists } from '../bedrock/lists.ts';
import type { PageElement } from './workbench/pageElement.ts';
import { openBedrockWorld } from './world.ts';

const HOST = 'tracker.example';
/** Each would tell its host that somebody looked, or run a command at a click. */
const ANSWER = `A picture: ![p](https://${HOST}/markdown.png)

<img src="https://${HOST}/html.png" onerror="fetch('https://${HOST}/script')">

[a command](command:workbench.action.showCommands) and [another](command:openclawBedrock.showLog?%5B%5D)

<a href="command:workbench.action.showCommands">one in HTML</a>, and a [page](https://${HOST}/page).

The end.`;
const NAME = `Nova ![n](https://${HOST}/name.png) <img src=https://${HOST}/name2.png onerror=alert(1)> [x](command:y)`;

describe('what models say', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  const asked: string[] = [];
  before(async () => {
    const { foundationModels, ...lists } = modelLists('us-east-1');
    const renamed = foundationModels.map(model =>
      model.modelId === 'amazon.nova-pro-v1:0' ? { ...model, modelName: NAME } : model,
    );
    world = await openBedrockWorld({
      name: 'model-output',
      config: '{}',
      bedrock: { lists: { ...lists, foundationModels: renamed } },
    });
    world.bedrock.answer = () => ({ content: [{ text: ANSWER }] });
    world.workbench.page.context().on('request', request => asked.push(request.url()));
  });
  after(() => world.close());
  afterEach('nothing was fetched', () => {
    assert.deepEqual(
      asked.filter(url => new URL(url).host.endsWith(HOST)),
      [],
    );
  });

  /** Where the links of the last answer lead, as far as they lead anywhere. */
  const links = () =>
    world.workbench.page
      .locator('.interactive-response a')
      .evaluateAll((all: PageElement[]) =>
        all.map(link => link.getAttribute('data-href') ?? link.getAttribute('href') ?? ''),
      );
  const isClean = async () => {
    await world.workbench.chat.waitForAnswer(/The end\./);
    await world.workbench.chat.waitUntilIdle();
    const found = await links();
    assert.deepEqual(
      found.filter(href => href.startsWith('command:')),
      [],
    );
    assert.ok(
      found.some(href => href.includes(`${HOST}/page`)),
      found.join(),
    );
    const pictures = world.workbench.page.locator(`.interactive-response img[src*="${HOST}"]`);
    assert.equal(await pictures.count(), 0);
  };

  it('is text in an answer of @bedrock, with links to pages alone', async () => {
    // Once the extension is there, its participant is.
    await world.workbench.openView('Bedrock Models');
    await world.workbench.tree('Bedrock Models').expand('Amazon');
    await world.workbench.chat.send('@bedrock Hello');
    await isClean();
    await world.workbench.screenshot('model-output-participant');
  });

  it('is text in an answer of the chat panel', async () => {
    const { workbench } = world;
    await workbench.chat.startNew();
    await workbench.runCommand('Bedrock: Use in Chat');
    await workbench.notifications.clickDialogButton('Use in Chat');
    await workbench.chat.waitForModel('Claude Sonnet 5');
    await workbench.chat.send('Hello');
    await isClean();
    await workbench.screenshot('model-output-panel');
  });

  it('is text on the page that compares models, whose policy lets nothing else in', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Compare Models');
    const page = workbench.editor.webview();
    await page.getByText(NAME).first().waitFor();
    assert.equal(await page.locator('img').count(), 0);
    const blocked = await page.locator('body').evaluate(
      `new Promise(resolve => {
        document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
        document.body.insertAdjacentHTML('beforeend', '<img src="https://${HOST}/page.png">');
      })`,
    );
    assert.equal(blocked, 'img-src');
    // The browser tells of what it then does not send.
    asked.length = 0;
    await workbench.screenshot('model-output-compare');
  });
});
