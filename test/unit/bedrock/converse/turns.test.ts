import assert from 'node:assert/strict';
import type { ContentBlock } from '@aws-sdk/client-bedrock-runtime';
import type { Message } from '../../../../src/bedrock/converse/conversation.ts';
import { ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import { turnsOf } from '../../../../src/bedrock/converse/turns.ts';
import type { ModelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import { isFullRun } from '../../random.ts';
import { assistant, call, facts, kept, result, system, user } from './samples.ts';

/** The turns as short words: `user: text "hi", result of c1`. */
function turns(messages: Message[], more: Partial<ModelFacts> = {}): string[] {
  const its = facts(more);
  return turnsOf(messages, { facts: its, images: true }, new ToolNames(its), () => false).messages.map(
    ({ role, content = [] }) => `${role ?? ''}: ${content.map(words).join(', ')}`,
  );
}

function words({ text, toolUse, toolResult }: ContentBlock): string {
  if (toolUse) return `call ${toolUse.toolUseId ?? ''}`;
  if (toolResult) {
    const { toolUseId, status, content } = toolResult;
    return `${status ?? 'result'} ${toolUseId ?? ''} "${content?.[0]?.text ?? ''}"`;
  }
  return `"${text ?? ''}"`;
}

describe('turns: roles', () => {
  const cases: [name: string, messages: Message[], expected: string[]][] = [
    ['a question', [user('Hi')], ['user: "Hi"']],
    [
      'a conversation',
      [user('Hi'), assistant('Hello'), user('Bye')],
      ['user: "Hi"', 'assistant: "Hello"', 'user: "Bye"'],
    ],
    [
      'adjacent messages of one role are one turn',
      [user('One'), user('Two', 'Three'), assistant('A'), assistant('B'), user('Four')],
      ['user: "One", "Two", "Three"', 'assistant: "A", "B"', 'user: "Four"'],
    ],
    [
      'blank text is dropped, and a message of nothing else with it',
      [user('One', ' \n'), assistant(''), user('\t', 'Two')],
      ['user: "One", "Two"'],
    ],
    ['text keeps its own white space', [user('  One\n')], ['user: "  One\n"']],
    [
      'a conversation that begins with the assistant gets a user turn before',
      [assistant('Hello'), user('Hi')],
      ['user: "Continue."', 'assistant: "Hello"', 'user: "Hi"'],
    ],
    [
      'a conversation that ends with the assistant gets a user turn behind',
      [user('Hi'), assistant('Hello')],
      ['user: "Hi"', 'assistant: "Hello"', 'user: "Continue."'],
    ],
    ['no message at all', [], ['user: "Continue."']],
    ['only blank messages', [user(''), assistant(' ')], ['user: "Continue."']],
    ['only a system message', [system('Be brief.')], ['user: "Continue."']],
  ];
  for (const [name, messages, expected] of cases) {
    it(name, () => assert.deepEqual(turns(messages), expected));
  }

  it('leave the messages given as they are', () => {
    const messages = [user('One'), user('Two'), assistant(call('c1')), user('Three')];
    const before = structuredClone(messages);
    turns(messages);
    assert.deepEqual(messages, before);
  });
});

describe('turns: system', () => {
  const messages = [system('Be brief.', ' '), user('Hi'), system('Be kind.'), user('There')];

  it('gathers system text from wherever it stands, without blank parts', () => {
    const its = facts();
    const made = turnsOf(messages, { facts: its, images: true }, new ToolNames(its), () => false);
    assert.deepEqual(made.system, [{ text: 'Be brief.' }, { text: 'Be kind.' }]);
    assert.deepEqual(turns(messages), ['user: "Hi", "There"']);
  });

  it('opens the first user turn with it for a family without system prompts', () => {
    const its = facts({ systemPrompt: false });
    assert.deepEqual(
      turnsOf(messages, { facts: its, images: true }, new ToolNames(its), () => false).system,
      [],
    );
    assert.deepEqual(turns(messages, { systemPrompt: false }), [
      'user: "Be brief.", "Be kind.", "Hi", "There"',
    ]);
    assert.deepEqual(turns([user('Hi')], { systemPrompt: false }), ['user: "Hi"']);
  });
});

describe('turns: tool calls and their results', () => {
  const cases: [name: string, messages: Message[], expected: string[]][] = [
    [
      'a call and its result',
      [user('Q'), assistant('A', call('c1')), user(result('c1'))],
      ['user: "Q"', 'assistant: "A", call c1', 'user: result c1 "result of c1"'],
    ],
    [
      'results from a message each are one turn, in the order of the calls, before the user’s words',
      [
        user('Q'),
        assistant(call('c1'), call('c2')),
        user('And'),
        user(result('c2')),
        user(result('c1'), 'more'),
      ],
      [
        'user: "Q"',
        'assistant: call c1, call c2',
        'user: result c1 "result of c1", result c2 "result of c2", "And", "more"',
      ],
    ],
    [
      'a result that says it failed',
      [user('Q'), assistant(call('c1')), user(result('c1', 'no such file', true))],
      ['user: "Q"', 'assistant: call c1', 'user: error c1 "no such file"'],
    ],
    [
      'a blank result says so',
      [user('Q'), assistant(call('c1')), user(result('c1', ' \n'))],
      ['user: "Q"', 'assistant: call c1', 'user: result c1 "The tool returned nothing."'],
    ],
    [
      'a missing result among others',
      [user('Q'), assistant(call('c1'), call('c2')), user(result('c2'))],
      [
        'user: "Q"',
        'assistant: call c1, call c2',
        'user: error c1 "The tool was not run.", result c2 "result of c2"',
      ],
    ],
    [
      'a call that the user answered with words',
      [user('Q'), assistant(call('c1')), user('Stop')],
      ['user: "Q"', 'assistant: call c1', 'user: error c1 "The tool was not run.", "Stop"'],
    ],
    [
      'a call at the very end',
      [user('Q'), assistant(call('c1'))],
      ['user: "Q"', 'assistant: call c1', 'user: error c1 "The tool was not run."'],
    ],
    [
      'a result whose call is gone is text',
      [user(result('c0', 'lost')), assistant('A'), user('Q')],
      ['user: "[Result of a tool call: lost]"', 'assistant: "A"', 'user: "Q"'],
    ],
    [
      'a result that comes a turn late is text',
      [user('Q'), assistant(call('c1')), user('W'), assistant('A'), user(result('c1', 'late'))],
      [
        'user: "Q"',
        'assistant: call c1',
        'user: error c1 "The tool was not run.", "W"',
        'assistant: "A"',
        'user: "[Result of a tool call: late]"',
      ],
    ],
    [
      'a second result of one call is text',
      [user('Q'), assistant(call('c1')), user(result('c1', 'first'), result('c1', 'second'))],
      ['user: "Q"', 'assistant: call c1', 'user: result c1 "first", "[Result of a tool call: second]"'],
    ],
    [
      'a result among the assistant’s words is text, and the call still gets its result',
      [user('Q'), assistant(call('c1'), result('c0', 'odd')), user(result('c1'))],
      ['user: "Q"', 'assistant: "[Result of a tool call: odd]", call c1', 'user: result c1 "result of c1"'],
    ],
    [
      'a conversation whose start was dropped',
      [assistant(call('c1')), user(result('c1'))],
      ['user: "Continue."', 'assistant: call c1', 'user: result c1 "result of c1"'],
    ],
    [
      'words between and behind the calls go before them',
      [user('Q'), assistant('A', call('c1'), 'B', call('c2'), 'C'), user(result('c1'), result('c2'))],
      [
        'user: "Q"',
        'assistant: "A", "B", "C", call c1, call c2',
        'user: result c1 "result of c1", result c2 "result of c2"',
      ],
    ],
    [
      'rounds of calls',
      [user('Q'), assistant(call('c1')), user(result('c1')), assistant(call('c2')), user(result('c2'))],
      [
        'user: "Q"',
        'assistant: call c1',
        'user: result c1 "result of c1"',
        'assistant: call c2',
        'user: result c2 "result of c2"',
      ],
    ],
  ];
  for (const [name, messages, expected] of cases) {
    it(name, () => assert.deepEqual(turns(messages), expected));
  }

  it('get ids of their own where a model uses one twice, and each its own result', () => {
    const twice = turns([
      user('Q'),
      assistant(call('x', 'read', { f: 'a' }), call('x', 'read', { f: 'b' })),
      user(result('x', 'A'), result('x', 'B')),
      assistant(call('x', 'read', { f: 'c' })),
      user(result('x', 'C')),
    ]);
    const other = /call x, call (\w+)$/.exec(twice[1] ?? '')?.[1] ?? '';
    const third = /call (\w+)$/.exec(twice[3] ?? '')?.[1] ?? '';
    assert.equal(new Set(['x', other, third]).size, 3);
    assert.equal(twice[2], `user: result x "A", result ${other} "B"`);
    assert.equal(twice[4], `user: result ${third} "C"`);
  });

  it('keep what a model thought between them in its place', () => {
    const its = facts();
    const blocks = [0, 1].map(callsBefore => ({
      textBefore: 0,
      callsBefore,
      text: `r${callsBefore}`,
      signature: 's',
    }));
    const messages = [
      user('Q'),
      assistant(kept('m', blocks), call('c1'), call('c2')),
      user(result('c1'), result('c2')),
    ];
    const { messages: made } = turnsOf(
      messages,
      { facts: its, images: true },
      new ToolNames(its),
      () => true,
    );
    assert.deepEqual(
      made[1]?.content?.map(
        ({ reasoningContent, toolUse }) => reasoningContent?.reasoningText?.text ?? toolUse?.toolUseId,
      ),
      ['r0', 'c1', 'r1', 'c2'],
    );
  });

  it('pass name and input on, and tell which tools were called', () => {
    const its = facts();
    const messages = [user('Q'), assistant(call('c1', 'find', { text: 'x' }), call('c2', 'my tool'))];
    const { messages: made, calledTools } = turnsOf(
      messages,
      { facts: its, images: true },
      new ToolNames(its),
      () => false,
    );
    const [first, second] = made[1]?.content ?? [];
    assert.deepEqual(first, { toolUse: { toolUseId: 'c1', name: 'find', input: { text: 'x' } } });
    assert.match(second?.toolUse?.name ?? '', /^my_tool_[0-9a-f]{8}$/);
    assert.deepEqual([...calledTools], ['find', 'my tool']);
  });

  it('write the id of a call and of its result alike', () => {
    const its = facts({ toolCallId: 'nine-alphanumerics' });
    const messages = [user('Q'), assistant(call('tooluse_long-id')), user(result('tooluse_long-id'))];
    const { messages: made } = turnsOf(
      messages,
      { facts: its, images: true },
      new ToolNames(its),
      () => false,
    );
    const id = made[1]?.content?.[0]?.toolUse?.toolUseId;
    assert.match(id ?? '', /^[a-zA-Z0-9]{9}$/);
    assert.equal(made[2]?.content?.[0]?.toolResult?.toolUseId, id);
  });

  it('say nothing of failure to a family that refuses it', () => {
    const messages = [user('Q'), assistant(call('c1')), user(result('c1', 'bad', true))];
    assert.equal(turns(messages, { toolResultStatus: false }).at(-1), 'user: result c1 "bad"');
  });
});

describe('turns: families that want tool blocks alone', () => {
  const alone = { toolBlocksAlone: true };

  it('get the user’s words a turn later', () => {
    const messages = [
      user('Q'),
      assistant(call('c1')),
      user(result('c1'), 'And now?'),
      assistant('A'),
      user('B'),
    ];
    assert.deepEqual(turns(messages, alone), [
      'user: "Q"',
      'assistant: call c1',
      'user: result c1 "result of c1"',
      'assistant: "Understood."',
      'user: "And now?"',
      'assistant: "A"',
      'user: "B"',
    ]);
  });

  it('get the model’s words a turn earlier', () => {
    const messages = [
      user('Q'),
      assistant('A', call('c1'), 'B', call('c2')),
      user(result('c1'), result('c2')),
    ];
    assert.deepEqual(turns(messages, alone), [
      'user: "Q"',
      'assistant: "A", "B"',
      'user: "Continue."',
      'assistant: call c1, call c2',
      'user: result c1 "result of c1", result c2 "result of c2"',
    ]);
  });

  it('get no turn more where there are no words', () => {
    assert.deepEqual(turns([user('Q'), assistant(call('c1')), user(result('c1'))], alone), [
      'user: "Q"',
      'assistant: call c1',
      'user: result c1 "result of c1"',
    ]);
  });
});

describe('turns: families without tools', () => {
  it('get calls and results as text, and no tool in the list of called ones', () => {
    const its = facts({ tools: 'none' });
    const messages = [
      user('Q'),
      assistant('A', call('c1', 'find', { text: 'x' })),
      user(result('c1', 'found')),
      assistant(call('c2')),
    ];
    const { messages: made, calledTools } = turnsOf(
      messages,
      { facts: its, images: true },
      new ToolNames(its),
      () => false,
    );
    assert.deepEqual(made, [
      { role: 'user', content: [{ text: 'Q' }] },
      { role: 'assistant', content: [{ text: 'A' }, { text: '[Called the tool find with {"text":"x"}]' }] },
      { role: 'user', content: [{ text: '[Result of a tool call: found]' }] },
      { role: 'assistant', content: [{ text: '[Called the tool read_file with {}]' }] },
      { role: 'user', content: [{ text: 'Continue.' }] },
    ]);
    assert.equal(calledTools.size, 0);
  });
});

describe('turns: any conversation at all', function () {
  // Thousands of conversations; how fast is not the question.
  this.timeout(120_000);

  /** What Converse demands of turns, whatever the family. */
  function assertValid(messages: Message[], its: ModelFacts): void {
    const made = turnsOf(messages, { facts: its, images: true }, new ToolNames(its), () => false).messages;
    assert.equal(made[0]?.role, 'user');
    assert.equal(made.at(-1)?.role, 'user');
    let open: (string | undefined)[] = [];
    for (const [index, { role, content = [] }] of made.entries()) {
      assert.equal(role, index % 2 === 0 ? 'user' : 'assistant');
      assert.ok(content.length > 0);
      for (const { text } of content) assert.ok(text === undefined || text.trim() !== '');
      const uses = content.flatMap(({ toolUse }) => (toolUse ? [toolUse.toolUseId] : []));
      const results = content.flatMap(({ toolResult }) => (toolResult ? [toolResult.toolUseId] : []));
      assert.deepEqual(results, open);
      assert.deepEqual(role === 'user' ? uses : results, []);
      const tools = [...uses, ...results];
      if (its.toolBlocksAlone && tools.length > 0) assert.equal(tools.length, content.length);
      open = uses;
    }
    assert.deepEqual(open, []);
  }

  const pieces = [
    system('S'),
    user('U'),
    user(' '),
    assistant('A'),
    assistant(''),
    assistant('T', call('c1'), call('c2')),
    assistant(call('c3')),
    user(result('c1'), result('c2')),
    user(result('c2'), 'and', result('c1')),
    user(result('c3')),
  ];
  const families: [string, ModelFacts][] = [
    ['that takes everything', facts()],
    ['that wants tool blocks alone', facts({ toolBlocksAlone: true, toolCallId: 'nine-alphanumerics' })],
    ['without tools and system prompts', facts({ tools: 'none', systemPrompt: false })],
  ];
  /** All conversations of so many pieces. */
  function* conversations(length: number): Generator<Message[]> {
    if (length === 0) yield [];
    else for (const rest of conversations(length - 1)) for (const piece of pieces) yield [...rest, piece];
  }

  for (const [name, its] of families) {
    it(`gives turns that Converse takes, to a family ${name}`, () => {
      for (const messages of conversations(isFullRun ? 4 : 3)) assertValid(messages, its);
    });
  }
});
