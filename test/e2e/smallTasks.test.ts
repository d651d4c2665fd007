/** What the editor asks by itself, such as titles of chats: signed out, a model of Bedrock can do it. */
import assert from 'node:assert/strict';
import { waitFor } from './workbench/wait.ts';
import { openBedrockWorld } from './world.ts';

describe('the editor’s small tasks', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  before(async () => {
    world = await openBedrockWorld({ name: 'small-tasks', config: '{}', colorTheme: 'Default Dark Modern' });
  });
  after(() => world.close());
  /** Requests without tools: what the editor asks beside the question. */
  const small = () =>
    world.bedrock.requests.filter(
      ({ operation, body }) =>
        operation.startsWith('Converse') && !JSON.stringify(body ?? {}).includes('"toolConfig"'),
    );

  it('are offered with the chat, and done by the cheapest model', async () => {
    const { workbench, bedrock } = world;
    await workbench.runCommand('Bedrock: Use in Chat');
    assert.match(await workbench.notifications.dialogText(), /"Use for Titles Too" also has the cheapest/);
    await workbench.screenshot('use-in-chat-dialog-dark');
    await workbench.notifications.clickDialogButton('Use for Titles Too');
    await workbench.chat.waitForModel('Claude Sonnet 5');
    await workbench.chat.send('What holds up the water?');
    await workbench.chat.waitForAnswer(/simulated Bedrock/);
    await waitFor(
      'a title',
      () => Promise.resolve(small().length),
      count => count > 0,
    );
    assert.deepEqual([...new Set(small().map(({ modelId }) => modelId))], ['amazon.nova-micro-v1:0']);
    assert.deepEqual(
      bedrock.requests.flatMap(({ errorType }) => errorType ?? []),
      [],
    );
    await workbench.screenshot('small-tasks-dark');
  });

  it('are left to the editor again with the chat', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Stop Using in Chat');
    await workbench.notifications.waitFor(/The entry for Bedrock is gone/);
    await workbench.runCommand('Bedrock: Use in Chat');
    assert.match(await workbench.notifications.dialogText(), /"Use for Titles Too"/);
    await workbench.notifications.clickDialogButton('Use in Chat');
  });
});
