/** `@bedrock` in the chat panel: what is attached, the editor's tools, what was said before, what can be asked next. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultAnswer } from '../bedrock/answers.ts';
import type { AnswerRequest, Reply } from '../bedrock/bedrock.ts';
import { openBedrockWorld } from './world.ts';

const PICTURE = join(import.meta.dirname, '../../media/icon.png');

describe('the participant', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  before(async () => {
    world = await openBedrockWorld({
      name: 'participant',
      config: '{}',
      colorTheme: 'Default Light Modern',
    });
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Use in Chat');
    await workbench.notifications.clickDialogButton('Use in Chat');
    await workbench.chat.waitForModel('Claude Sonnet 5');
    await workbench.openFile('poem.txt');
  });
  after(() => world.close());
  beforeEach(() => world.workbench.chat.startNew());

  const asked = () => world.bedrock.requests.filter(({ operation }) => operation.startsWith('Converse'));
  const last = () => JSON.stringify(asked().at(-1)?.body);

  it('explains what is open, and offers what can be asked next', async () => {
    const { chat } = world.workbench;
    await chat.send('@bedrock /explain');
    await chat.waitForAnswer(/You wrote/);
    await chat.waitUntilIdle();
    assert.match(last(), /Explain this code/);
    assert.match(last(), /poem\.txt:.*A layer of rock beneath the stream/);
    assert.doesNotMatch(last(), /<skills>/);
    assert.deepEqual(await chat.followups(), ['Write tests for it']);
    await world.workbench.screenshot('participant-followups-light');
  });

  it('looks at a picture, and knows what was said before', async () => {
    const { chat } = world.workbench;
    await chat.pasteImage(readFileSync(PICTURE));
    await chat.send('@bedrock what is this?');
    await chat.waitForAnswer(/You wrote/);
    assert.match(last(), /"image":\{"format":"png"/);
    await chat.waitUntilIdle();
    await chat.send('@bedrock and what else?');
    await chat.waitForAnswer(/what else/);
    assert.match(last(), /what is this\?.*simulated Bedrock.*and what else\?/);
    assert.match(last(), /"image":\{"format":"png"/);
  });

  it('runs the editor’s tools, which the editor asks about', async () => {
    const { chat } = world.workbench;
    world.bedrock.answer = callOnce('run_in_terminal', {
      command: 'echo made > made.txt',
      explanation: 'Makes a file.',
      goal: 'A file',
      mode: 'sync',
      isBackground: false,
      timeout: 20_000,
    });
    await chat.send('@bedrock make a file');
    assert.match(await chat.confirmation(), /echo\smade\s>\smade\.txt/);
    await world.workbench.screenshot('participant-confirmation-light');
    assert.equal(asked().at(-1)?.status, 200);
    await chat.confirm('Allow');
    await chat.waitForAnswer(/That is all I need/);
    assert.match(last(), /"toolUse":.*echo made.*"toolResult":/);
    assert.equal(readFileSync(join(world.folder, 'made.txt'), 'utf8'), 'made\n');
  });

  it('goes on where a tool fails, and says so to the model', async () => {
    const { chat } = world.workbench;
    world.bedrock.answer = callOnce('copilot_readFile', {
      filePath: '/nowhere/at-all.txt',
      startLine: 1,
      endLine: 2,
    });
    await chat.send('@bedrock read what is not there');
    await chat.waitForAnswer(/That is all I need/);
    assert.match(last(), /"toolResult":.*(failed|not|exist)/i);
  });

  it('asks nothing where there is nothing to ask about', async () => {
    const { chat } = world.workbench;
    const before = asked().length;
    await chat.send('@bedrock');
    await chat.waitForAnswer(/What would you like to know\?/);
    assert.equal(asked().length, before);
  });

  it('says so where the model answers nothing', async () => {
    const { chat } = world.workbench;
    world.bedrock.answer = () => ({ content: [] });
    await chat.send('@bedrock hello');
    await chat.waitForAnswer(/The model answered nothing/);
  });

  it('says what is in the way, and what to do', async () => {
    const { chat } = world.workbench;
    world.bedrock.answer = defaultAnswer;
    const message = "You don't have access to the model with the specified model ID.";
    world.bedrock.script('ConverseStream', {
      refuse: { status: 403, type: 'AccessDeniedException', message },
    });
    await chat.send('@bedrock hello');
    const text = await chat.waitForAnswer(/access/i);
    assert.doesNotMatch(text, /Exception|at .*\.[cj]s:/);
    await world.workbench.screenshot('participant-refused-light');
  });
});

/** Calls a tool at the first turn, and is content with whatever it gives. */
function callOnce(name: string, input: object): (request: AnswerRequest) => Reply {
  return ({ body }) => {
    const hasResult = body.messages?.at(-1)?.content.some(({ toolResult }) => toolResult);
    return { content: [hasResult ? { text: 'That is all I need.' } : { toolUse: { name, input } }] };
  };
}
