/**
 * An hour of agent mode in the panel: files read and edited, pictures, calls at once, answers cancelled, through one
 * model family after another in the same chat. No request may be refused.
 */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerRequest, Reply, ReplyBlock } from '../bedrock/bedrock.ts';
import { textOf } from '../bedrock/converse.ts';
import { familyOf } from '../bedrock/families.ts';
import { waitFor } from './workbench/wait.ts';
import { openBedrockWorld } from './world.ts';

const PICTURE = join(import.meta.dirname, '../../media/icon.png');

interface Stage {
  /** By the name that the picker shows. They call tools in different ways, and think in different ways. */
  readonly model: string;
  /** Chosen in the picker. */
  readonly effort?: string;
  /** A picture is pasted into the question. */
  readonly picture?: true;
  /** Before the question another one is asked, whose answer is cancelled. */
  readonly cancels?: true;
}

const STAGES: readonly Stage[] = [
  { model: 'Claude Sonnet 5', picture: true, cancels: true },
  { model: 'Nova Pro', picture: true },
  { model: 'Llama 4 Maverick 17B Instruct' },
  { model: 'Mistral Large 3' },
  { model: 'gpt-oss-120b', cancels: true },
  { model: 'Command R+' },
  { model: 'Jamba 1.5 Large' },
  { model: 'Palmyra X5' },
  { model: 'Claude Haiku 4.5', effort: 'High', picture: true, cancels: true },
  { model: 'Claude Sonnet 5' },
];

/** What the agent's own tools are called with, one round after another. */
const ROUNDS: readonly ((folder: string, note: string, offered: ReadonlySet<string>) => readonly Call[])[] = [
  folder => [['read_file', { filePath: join(folder, 'poem.txt'), startLine: 1, endLine: 2 }]],
  folder => [
    ['read_file', { filePath: join(folder, 'poem.txt'), startLine: 1, endLine: 1 }],
    ['list_dir', { path: folder }],
  ],
  (folder, note) => [['create_file', { filePath: join(folder, note), content: 'one\n' }]],
  (folder, note, offered) => [edit(join(folder, note), offered)],
  folder => [['view_image', { filePath: join(folder, 'picture.png') }]],
];
type Call = readonly [name: string, input: object];

/** The editor has GPT models write patches. */
function edit(filePath: string, offered: ReadonlySet<string>): Call {
  if (offered.has('replace_string_in_file'))
    return ['replace_string_in_file', { filePath, oldString: 'one', newString: 'two' }];
  const input = `*** Begin Patch\n*** Update File: ${filePath}\n@@\n-one\n+two\n*** End Patch`;
  return ['apply_patch', { input, explanation: 'Another word.' }];
}

describe('an hour of agent mode, from family to family', () => {
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  let folder: string;
  let calls = 0;
  let thoughts = 0;
  before(async () => {
    world = await openBedrockWorld({
      name: 'chat-families',
      config: '{}',
      colorTheme: 'Default Dark Modern',
    });
    folder = world.folder;
    copyFileSync(PICTURE, join(folder, 'picture.png'));
    world.bedrock.answer = answer;
    await world.workbench.runCommand('Bedrock: Use in Chat');
    await world.workbench.notifications.clickDialogButton('Use in Chat');
    await world.workbench.chat.waitForModel('Claude Sonnet 5');
  });
  after(() => world.close());
  const answers = () => world.bedrock.requests.filter(({ operation }) => operation.startsWith('Converse'));
  const bodies = () => answers().map(({ body }) => JSON.stringify(body));

  /** Thinks where the family signs what it thinks, and calls tools until the rounds are through. */
  function answer({ body, foundationModelId }: AnswerRequest): Reply {
    const family = familyOf(foundationModelId);
    const reasoning: ReplyBlock[] = family.signs
      ? [{ reasoning: { text: 'I should look at that. ', signature: `signature ${++thoughts}` } }]
      : [];
    const turns = body.messages ?? [];
    const asked = turns.findLastIndex(({ content }) =>
      content.some(({ text = '' }) => text.includes('<userRequest>')),
    );
    const rounds = turns
      .slice(asked + 1)
      .filter(({ content }) => content.some(({ toolUse }) => toolUse)).length;
    const round = /<userRequest>\s*Go through (\S+)/.exec(textOf(turns[asked]));
    const offered = new Set(body.toolConfig?.tools.flatMap(({ toolSpec }) => toolSpec?.name ?? []));
    const next = (round && ROUNDS[rounds]?.(folder, `${round[1]}.txt`, offered)) ?? [];
    const blocks = next.map(([name, input]): ReplyBlock => {
      const id = family.toolUseId && { id: `call${String(++calls).padStart(5, '0')}` };
      return { toolUse: { name, input, ...id } };
    });
    return { content: [...reasoning, ...(blocks.length > 0 ? blocks : [{ text: 'That is all I need.' }])] };
  }

  STAGES.forEach(({ model, effort, picture: hasPicture, cancels }, at) => {
    it(`goes on with ${model}${effort ? `, effort ${effort}` : ''}`, async () => {
      const { workbench, bedrock } = world;
      const { chat } = workbench;
      const before = answers().length;
      await chat.pickModel(model);
      if (effort) await chat.pickEffort(effort);
      if (cancels) {
        bedrock.script('ConverseStream', { hang: { after: 2 } });
        await chat.send('Tell me a long story');
        const hanging = await bedrock.waitFor(
          ({ operation, status, finished }) => operation === 'ConverseStream' && status === 200 && !finished,
        );
        await chat.cancel();
        await bedrock.waitFor(request => request === hanging && request.closedByClient);
      }
      if (hasPicture) await chat.pasteImage(readFileSync(PICTURE));
      await chat.send(`Go through note${at} once more`);
      await chat.waitForAnswer(/That is all I need/);
      await chat.waitUntilIdle();
      const since = answers().slice(before);
      assert.equal(since.length, ROUNDS.length + 1 + (cancels ? 1 : 0));
      assert.deepEqual(
        since.flatMap(({ errorType }) => errorType ?? []),
        [],
      );
      // The editor saves an edit a moment later.
      await waitFor(
        'the edit',
        () => Promise.resolve(readFileSync(join(folder, `note${at}.txt`), 'utf8')),
        text => text === 'two\n',
      );
      if (at === 0) await workbench.screenshot('chat-thinking-dark');
    });
  });

  it('has made at least 30 rounds, with pictures, calls at once and thinking given back', () => {
    assert.ok(answers().length >= 30, String(answers().length));
    const last = bodies().at(-1) ?? '';
    assert.ok(last.includes('"signature"'));
    assert.ok(last.includes('"image"'));
    const haiku = bodies().filter((_, at) => answers()[at]?.modelId?.includes('haiku-4-5'));
    assert.ok(haiku.every(body => body.includes('"budget_tokens"')));
    assert.ok(haiku.at(-1)?.includes('"signature"'));
  });

  it('tells in the status bar what it came to', async () => {
    const tooltip = await world.workbench.hoverStatusBarItem('Set primary model');
    assert.match(
      tooltip,
      /Last answer, Claude Sonnet 5: [\d,]+ tokens in \([\d,]+ cached\), [\d,]+ out, about \$/,
    );
    assert.match(tooltip, /This window, answers: \d+/);
    await world.workbench.screenshot('spending-dark');
  });

  it('takes the participant’s commands', async () => {
    await world.workbench.chat.startNew();
    await world.workbench.chat.send('@bedrock /explain the first line');
    await world.workbench.chat.waitForAnswer(/That is all I need/);
    const last = JSON.stringify(answers().at(-1)?.body);
    assert.match(last, /Explain this code/);
    await world.workbench.screenshot('participant-explain-dark');
  });
});
