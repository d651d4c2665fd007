/** Agent mode in the panel, through one model family after another in the same chat: no request may be refused. */
import assert from 'node:assert/strict';
import { defaultAnswer } from '../bedrock/answers.ts';
import type { AnswerRequest, ReplyBlock } from '../bedrock/bedrock.ts';
import { familyOf } from '../bedrock/families.ts';
import { openBedrockWorld } from './world.ts';

/** Each by the name that the picker shows; they call tools in different ways, and think in different ways. */
const MODELS = [
  'Claude Sonnet 5',
  'Nova Pro',
  'Llama 4 Maverick 17B Instruct',
  'Mistral Large 3',
  'gpt-oss-120b',
  'Command R+',
  'Jamba 1.5 Large',
  'Palmyra X5',
  'Claude Haiku 4.5',
];
/** Rounds of tools for each question. */
const ROUNDS = 4;

describe('agent mode, from family to family', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  let thoughts = 0;
  before(async () => {
    world = await openBedrockWorld({
      name: 'chat-families',
      config: '{}',
      colorTheme: 'Default Dark Modern',
    });
    world.bedrock.answer = answer;
    await world.workbench.runCommand('Bedrock: Use in Chat');
    await world.workbench.notifications.clickDialogButton('Use in Chat');
  });
  after(() => world.close());
  const answers = () => world.bedrock.requests.filter(({ operation }) => operation.startsWith('Converse'));

  /** Thinks where the family signs what it thinks, and calls its tool again until the rounds are through. */
  async function answer(request: AnswerRequest) {
    const { body, foundationModelId } = request;
    const family = familyOf(foundationModelId);
    const reasoning: ReplyBlock[] = family.signs
      ? [{ reasoning: { text: 'I should read the poem. ', signature: `signature ${++thoughts}` } }]
      : [];
    const base = await defaultAnswer(request);
    if (base instanceof Uint8Array) return base;
    const turns = body.messages ?? [];
    const asked = turns.findLastIndex(({ content }) =>
      content.some(({ text = '' }) => text.includes('<userRequest>')),
    );
    const calls = turns
      .slice(asked + 1)
      .flatMap(({ content }) => content.flatMap(({ toolUse }) => toolUse ?? []));
    const again =
      calls.length > 0 && calls.length < ROUNDS && turns.at(-1)?.content.some(({ toolResult }) => toolResult);
    const [{ name, input } = { name: '', input: {} }] = calls;
    const id = family.toolUseId && { id: `again${String(calls.length).padStart(4, '0')}` };
    const call: ReplyBlock = { toolUse: { name, input: input as object, ...id } };
    return { content: [...reasoning, ...(again ? [call] : base.content)] };
  }

  for (const name of MODELS) {
    it(`goes on with ${name}`, async () => {
      const { workbench } = world;
      const before = answers().length;
      await workbench.chat.pickModel(name);
      await workbench.chat.send(
        `Please read the file poem.txt once more for ${name.replaceAll(/[^a-zA-Z]/g, '')}`,
      );
      await workbench.chat.waitForAnswer(/That is all I need/);
      await workbench.chat.waitUntilIdle();
      const since = answers().slice(before);
      assert.ok(since.length >= ROUNDS, String(since.length));
      assert.deepEqual(
        since.flatMap(({ errorType }) => errorType ?? []),
        [],
      );
      if (name.startsWith('Claude Sonnet')) await workbench.screenshot('chat-thinking-dark');
    });
  }

  it('has made at least 30 rounds in all, and has given reasoning back in each round of the models that sign it', () => {
    const bodies = answers().map(({ body }) => JSON.stringify(body));
    assert.ok(bodies.length >= 30, String(bodies.length));
    assert.ok(bodies.filter(body => body.includes('"signature"')).length >= ROUNDS - 1);
  });

  it('tells in the status bar what it came to', async () => {
    const tooltip = await world.workbench.hoverStatusBarItem('Set primary model');
    assert.match(
      tooltip,
      /Last answer, Claude Haiku 4\.5: [\d,]+ tokens in \([\d,]+ cached\), 40 out, about \$/,
    );
    assert.match(tooltip, /This window, answers: \d+/);
    await world.workbench.screenshot('spending-dark');
  });

  it('takes the participant’s commands', async () => {
    await world.workbench.chat.startNew();
    await world.workbench.chat.send('@bedrock /explain the first line');
    await world.workbench.chat.waitForAnswer(/the first line/);
    const last = JSON.stringify(answers().at(-1)?.body);
    assert.match(last, /Explain this code/);
    await world.workbench.screenshot('participant-explain-dark');
  });
});
