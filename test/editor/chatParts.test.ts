/** Thinking, media, caching and settings of the chat, through the editor's own language-model API. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Bedrock, Reply } from '../bedrock/bedrock.ts';
import type { Message } from '../bedrock/converse.ts';
import { chatModel, PICTURE, useBedrock, useConfig, useModelSettings } from './world.ts';

const CLAUDE = 'anthropic.claude-sonnet-4-6';
const TOOL = { name: 'look', description: 'Looks.', inputSchema: { type: 'object', properties: {} } };

interface Body {
  readonly messages: readonly Message[];
  readonly inferenceConfig: Readonly<Record<string, unknown>>;
  readonly additionalModelRequestFields?: Readonly<Record<string, unknown>>;
  readonly guardrailConfig?: object;
}

describe('what the chat sends and shows', () => {
  let bedrock: Bedrock;
  beforeEach(async () => {
    await useConfig('{}');
    bedrock = await useBedrock();
  });
  afterEach(async () => {
    await bedrock.close();
    await useModelSettings(undefined);
  });

  const bodies = () =>
    bedrock.requests.flatMap(({ operation, body }) =>
      operation.startsWith('Converse') ? [body as Body] : [],
    );

  /** Answers one after another. */
  function says(...replies: Reply[]): void {
    const rest = [...replies];
    bedrock.answer = () => rest.shift() ?? { content: [{ text: 'No more.' }] };
  }

  it('shows thinking, and gives it back byte for byte in each round of tools', async () => {
    says(
      {
        content: [
          { reasoning: { text: ['Let me ', 'look. '], signature: 'first' } },
          { text: 'I will look.' },
          { redactedReasoning: Buffer.from('secret').toString('base64') },
          { toolUse: { name: 'look', input: {} } },
        ],
      },
      {
        content: [{ reasoning: { text: '', signature: 'second' } }, { toolUse: { name: 'look', input: {} } }],
      },
      { content: [{ text: 'Seen.' }] },
    );
    const messages = [vscode.LanguageModelChatMessage.User('Look')];
    const thought: string[] = [];
    let said = '';
    for (let round = 0; round < 3; round++) {
      const { parts, text, thinking } = await ask(CLAUDE, messages);
      thought.push(thinking);
      said += text;
      messages.push(vscode.LanguageModelChatMessage.Assistant(parts as vscode.LanguageModelTextPart[]));
      const calls = parts.filter(part => part instanceof vscode.LanguageModelToolCallPart);
      const results = calls.map(({ callId }) => result(callId, 'A tree.'));
      messages.push(vscode.LanguageModelChatMessage.User(results));
    }
    assert.deepEqual(thought, ['Let me look. ', '', '']);
    assert.equal(said, 'I will look.Seen.');
    const last = bodies().at(-1)!;
    assert.deepEqual(last.additionalModelRequestFields, {
      thinking: { type: 'adaptive' },
      output_config: { effort: 'medium' },
    });
    const kinds = ({ content }: Message) => content.map(block => Object.keys(block)[0]);
    assert.deepEqual(last.messages.map(kinds), [
      ['text'],
      ['reasoningContent', 'text', 'reasoningContent', 'toolUse'],
      ['toolResult'],
      ['reasoningContent', 'toolUse'],
      ['toolResult'],
    ]);
    assert.deepEqual(last.messages[1]?.content[0], {
      reasoningContent: { reasoningText: { text: 'Let me look. ', signature: 'first' } },
    });
    assert.ok(bedrock.requests.every(({ errorType }) => errorType === undefined));
  });

  it('gives each of two chats side by side its own thinking', async () => {
    const think = (name: string): Reply => ({
      content: [
        { reasoning: { text: `${name} thinks`, signature: `of ${name}` } },
        { toolUse: { name: 'look', input: {}, id: name } },
      ],
    });
    says(think('one'), think('two'));
    const first = await ask(CLAUDE, [vscode.LanguageModelChatMessage.User('One')]);
    const second = await ask(CLAUDE, [vscode.LanguageModelChatMessage.User('Two')]);
    for (const { parts, name } of [
      { ...first, name: 'one' },
      { ...second, name: 'two' },
    ]) {
      await ask(CLAUDE, [
        vscode.LanguageModelChatMessage.User(name),
        vscode.LanguageModelChatMessage.Assistant(parts as vscode.LanguageModelTextPart[]),
        vscode.LanguageModelChatMessage.User([result(name, 'A tree.')]),
      ]);
      assert.match(JSON.stringify(bodies().at(-1)), new RegExp(`"signature":"of ${name}"`));
    }
    assert.ok(bedrock.requests.every(({ errorType }) => errorType === undefined));
  });

  it('goes on without reasoning that the service refuses', async () => {
    says({ content: [{ text: 'Well.' }] });
    bedrock.script('ConverseStream', {
      refuse: {
        status: 400,
        type: 'ValidationException',
        message:
          'The model returned the following errors: messages.1.content.0: The block is bound to a different conversation',
      },
    });
    assert.equal((await ask(CLAUDE, [vscode.LanguageModelChatMessage.User('Hi')])).text, 'Well.');
    assert.equal(bodies().length, 2);
  });

  it('sends images by what they are, those of tools too', async () => {
    says({ content: [{ toolUse: { name: 'look', input: {}, id: 'c1' } }] }, { content: [{ text: 'Nice.' }] });
    const image = vscode.LanguageModelDataPart.image(PICTURE, 'image/jpeg');
    const question = vscode.LanguageModelChatMessage.User([
      new vscode.LanguageModelTextPart('What is it?'),
      image,
    ]);
    const { parts } = await ask(CLAUDE, [question]);
    await ask(CLAUDE, [
      question,
      vscode.LanguageModelChatMessage.Assistant(parts as vscode.LanguageModelTextPart[]),
      vscode.LanguageModelChatMessage.User([
        new vscode.LanguageModelToolResultPart('c1', [new vscode.LanguageModelTextPart('This:'), image]),
      ]),
    ]);
    const [asked, , answered] = bodies().at(-1)!.messages;
    const bytes = Buffer.from(PICTURE).toString('base64');
    assert.deepEqual(asked?.content[1], { image: { format: 'png', source: { bytes } } });
    assert.deepEqual(answered?.content[0]?.toolResult?.content[1], {
      image: { format: 'png', source: { bytes } },
    });
  });

  it('tells the editor what an answer took, tokens of the cache apart', async () => {
    const usage = { inputTokens: 10, outputTokens: 5, cacheReadInputTokens: 100, cacheWriteInputTokens: 20 };
    says({ content: [{ text: 'Well.' }], usage });
    const { parts } = await ask(CLAUDE, [vscode.LanguageModelChatMessage.User('Hi')]);
    const part = parts.find(
      each => each instanceof vscode.LanguageModelDataPart && each.mimeType === 'usage',
    );
    assert.deepEqual(JSON.parse(new TextDecoder().decode((part as vscode.LanguageModelDataPart).data)), {
      prompt_tokens: 130,
      completion_tokens: 5,
      total_tokens: 135,
      prompt_tokens_details: { cached_tokens: 100, cache_creation_input_tokens: 20 },
    });
  });

  it('has at least 80% of a loop of ten rounds read from the cache', async () => {
    bedrock.answer = () => ({ content: [{ toolUse: { name: 'look', input: {} } }] });
    const tools = Array.from({ length: 40 }, (_, at) => ({
      ...TOOL,
      name: `look${at}`,
      description: 'Looks. '.repeat(200),
    }));
    const messages = [vscode.LanguageModelChatMessage.User('Look ten times')];
    for (let round = 0; round < 10; round++) {
      const { parts } = await ask(CLAUDE, messages, tools);
      const calls = parts.filter(part => part instanceof vscode.LanguageModelToolCallPart);
      messages.push(vscode.LanguageModelChatMessage.Assistant(parts as vscode.LanguageModelTextPart[]));
      messages.push(
        vscode.LanguageModelChatMessage.User(
          calls.map(({ callId }) => result(callId, 'A tree. '.repeat(400))),
        ),
      );
    }
    const caches = bedrock.requests.flatMap(({ cache }) => cache ?? []);
    assert.equal(caches.length, 10);
    for (const { inputTokens, cacheReadInputTokens: read, cacheWriteInputTokens: written } of caches.slice(
      1,
    )) {
      assert.ok(read / (inputTokens + read + written) >= 0.8, `${read} of ${inputTokens + read + written}`);
    }
  });

  it('adds what the user has set for a model', async () => {
    says({ content: [{ text: 'Well.' }] });
    await useModelSettings({
      'amazon.*': {
        temperature: 0.3,
        guardrail: { id: 'gr-1', version: '1' },
        additionalModelRequestFields: { topK: 5 },
      },
    });
    await ask('amazon.nova-pro-v1:0', [vscode.LanguageModelChatMessage.User('Hi')], []);
    const { inferenceConfig, guardrailConfig, additionalModelRequestFields } = bodies().at(-1)!;
    assert.equal(inferenceConfig['temperature'], 0.3);
    assert.deepEqual(guardrailConfig, { guardrailIdentifier: 'gr-1', guardrailVersion: '1' });
    assert.deepEqual(additionalModelRequestFields, { topK: 5 });
  });
});

interface Answer {
  readonly parts: readonly unknown[];
  readonly text: string;
  readonly thinking: string;
}

async function ask(
  id: string,
  messages: readonly vscode.LanguageModelChatMessage[],
  tools: vscode.LanguageModelChatTool[] = [TOOL],
): Promise<Answer> {
  const model = await chatModel(id);
  const response = await model.sendRequest([...messages], { tools });
  const parts: unknown[] = [];
  let text = '';
  let thinking = '';
  for await (const part of response.stream) {
    parts.push(part);
    if (part instanceof vscode.LanguageModelTextPart) text += part.value;
    if (part instanceof vscode.LanguageModelThinkingPart) thinking += String(part.value);
  }
  return { parts, text, thinking };
}

function result(callId: string, text: string): vscode.LanguageModelToolResultPart {
  return new vscode.LanguageModelToolResultPart(callId, [new vscode.LanguageModelTextPart(text)]);
}
