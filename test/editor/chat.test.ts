/** The chat provider, asked through the editor's own language-model API. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { chatModel, useBedrock, useConfig } from './world.ts';

const NOVA = 'amazon.nova-pro-v1:0';
const LLAMA = 'meta.llama3-3-70b-instruct-v1:0';
const TOOL = {
  name: 'get-weather',
  description: 'The weather of a city',
  inputSchema: { type: 'object', properties: { city: { type: 'string' } } },
};

interface ConverseBody {
  messages: { role: string; content: Record<string, unknown>[] }[];
  toolConfig?: { tools: { toolSpec: { name: string } }[] };
  inferenceConfig: { maxTokens: number };
}

describe('chat provider', () => {
  let bedrock: Bedrock;
  beforeEach(async () => {
    await useConfig('{}');
    bedrock = await useBedrock();
  });
  afterEach(() => bedrock.close());

  it('streams the text of an answer over one request', async () => {
    bedrock.answer = () => ({ content: [{ text: 'Hello from the simulator.' }] });
    const { text } = await ask(NOVA, [user('Hi')]);
    assert.equal(text, 'Hello from the simulator.');
    const requests = bedrock.requests.filter(({ operation }) => operation.startsWith('Converse'));
    assert.deepEqual(
      requests.map(({ operation, modelId, status }) => [operation, modelId, status]),
      [['ConverseStream', NOVA, 200]],
    );
    assert.ok(body(requests[0]).inferenceConfig.maxTokens > 0);
  });

  it('calls tools in parallel by their own names, and answers them in the next turn', async () => {
    const sentNames: string[] = [];
    bedrock.answer = ({ body }) => {
      if ((body.messages?.length ?? 0) > 1) return { content: [{ text: 'Both are sunny.' }] };
      const name = body.toolConfig?.tools[0]?.toolSpec?.name ?? '';
      sentNames.push(name);
      const call = (city: string) => ({ toolUse: { name, input: { city } } });
      return { content: [{ text: 'Looking.' }, call('Rome'), call('Oslo')] };
    };
    const first = await ask(NOVA, [user('Weather in Rome and Oslo?')], [TOOL]);
    assert.match(sentNames.join(), /^get_weather_[0-9a-f]{8}$/);
    assert.deepEqual(
      first.calls.map(({ name, input }) => [name, input]),
      [
        ['get-weather', { city: 'Rome' }],
        ['get-weather', { city: 'Oslo' }],
      ],
    );

    const calls = vscode.LanguageModelChatMessage.Assistant(first.calls);
    const results = first.calls.map(({ callId }) =>
      vscode.LanguageModelChatMessage.User([
        new vscode.LanguageModelToolResultPart(callId, [new vscode.LanguageModelTextPart('sunny')]),
      ]),
    );
    const second = await ask(NOVA, [user('Weather in Rome and Oslo?'), calls, ...results], [TOOL]);
    assert.equal(second.text, 'Both are sunny.');
    assert.deepEqual(
      body(bedrock.requests.at(-1)).messages.map(({ role }) => role),
      ['user', 'assistant', 'user'],
    );
  });

  it('asks for the whole answer where a model can’t stream tool calls', async () => {
    bedrock.answer = () => ({ content: [{ toolUse: { name: 'get-weather', input: { city: 'Rome' } } }] });
    const { calls } = await ask(LLAMA, [user('Weather in Rome?')], [TOOL]);
    assert.deepEqual(
      calls.map(({ name, input }) => [name, input]),
      [['get-weather', { city: 'Rome' }]],
    );
    assert.equal(bedrock.requests.at(-1)?.operation, 'Converse');
  });

  it('closes the request when the user cancels', async () => {
    bedrock.answer = () => ({ content: [{ text: ['One ', 'two ', 'three'] }] });
    bedrock.script('ConverseStream', { hang: { after: 2 } });
    const cancellation = new vscode.CancellationTokenSource();
    const model = await chatModel(NOVA);
    const response = await model.sendRequest([user('Count')], {}, cancellation.token);
    for await (const text of response.text) {
      assert.equal(text, 'One ');
      cancellation.cancel();
      break;
    }
    await bedrock.waitFor(
      ({ operation, closedByClient }) => operation === 'ConverseStream' && closedByClient,
    );
  });

  it('says so when the answer stops at the output limit', async () => {
    bedrock.answer = () => ({ content: [{ text: 'And then' }], stopReason: 'max_tokens' });
    assert.match(
      (await ask(NOVA, [user('Tell')])).text,
      /^And then\n\n\*The answer stopped at the model’s output limit/,
    );
  });

  it('keeps the text so far and says that the answer was cut off', async () => {
    bedrock.answer = () => ({ content: [{ text: ['Half an ', 'answer'] }] });
    const arrived = Promise.withResolvers<undefined>();
    bedrock.script('ConverseStream', { endsEarly: true, gates: [{ after: 3, until: arrived.promise }] });
    const got: string[] = [];
    const isCut = /The answer was cut off\. /;
    await assert.rejects(
      ask(NOVA, [user('Tell')], [], text => {
        got.push(text);
        if (got.join('') === 'Half an answer') arrived.resolve(undefined);
      }),
      isCut,
    );
    assert.equal(got.join(''), 'Half an answer');
  });

  for (const { title, status, type, message, words } of [
    {
      title: 'throttling',
      status: 400,
      type: 'ThrottlingException',
      message: 'Too many tokens per day, please wait before trying again.',
      words: /daily token quota/,
    },
    {
      title: 'a model without access',
      status: 403,
      type: 'AccessDeniedException',
      message: "You don't have access to the model with the specified model ID.",
      words: /No access to this model yet\. /,
    },
    {
      title: 'too long a conversation',
      status: 400,
      type: 'ValidationException',
      message: 'Input is too long for requested model.',
      words: /too long for this model\. /,
    },
  ]) {
    it(`explains ${title} in words, without a stack`, async () => {
      bedrock.script(
        'ConverseStream',
        ...Array.from({ length: 3 }, () => ({ refuse: { status, type, message } })),
      );
      await assert.rejects(ask(NOVA, [user('Hi')]), (error: Error) => {
        assert.match(error.message, words);
        assert.doesNotMatch(error.message, /\n\s+at /);
        return true;
      });
    });
  }
});

function user(text: string): vscode.LanguageModelChatMessage {
  return vscode.LanguageModelChatMessage.User(text);
}

function body(request: { body?: unknown } | undefined): ConverseBody {
  return request?.body as ConverseBody;
}

/** The whole answer; `onText` hears its text as it comes. */
async function ask(
  id: string,
  messages: vscode.LanguageModelChatMessage[],
  tools: vscode.LanguageModelChatTool[] = [],
  onText: (text: string) => void = () => undefined,
): Promise<{ text: string; calls: vscode.LanguageModelToolCallPart[] }> {
  const model = await chatModel(id);
  const response = await model.sendRequest(messages, { tools });
  const calls: vscode.LanguageModelToolCallPart[] = [];
  let text = '';
  for await (const part of response.stream) {
    if (part instanceof vscode.LanguageModelTextPart) {
      text += part.value;
      onText(part.value);
    }
    if (part instanceof vscode.LanguageModelToolCallPart) calls.push(part);
  }
  return { text, calls };
}
