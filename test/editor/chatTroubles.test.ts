/** The chat when something is in the way: what is tried again, what the user reads, and what is kept. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { chatModel, PICTURE, useBedrock, useConfig, useModelSettings, useSilenceLimit } from './world.ts';

const NOVA = 'amazon.nova-pro-v1:0';
const CLAUDE = 'anthropic.claude-sonnet-5';

describe('chat in trouble', () => {
  let bedrock: Bedrock;
  beforeEach(async () => {
    await useConfig('{}');
    bedrock = await useBedrock();
    bedrock.answer = () => ({ content: [{ text: ['Here ', 'I am.'] }] });
  });
  afterEach(async () => {
    await bedrock.close();
    await useSilenceLimit(undefined);
    await useModelSettings(undefined);
  });

  const asked = () => bedrock.requests.filter(({ operation }) => operation.startsWith('Converse'));
  const notOnDemand = (id: string) =>
    `Invocation of model ID ${id} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`;
  const refuse = (status: number, type: string, message: string) => ({ refuse: { status, type, message } });

  it('asks once more where the service is busy, and answers as if nothing had been', async () => {
    bedrock.script(
      'ConverseStream',
      refuse(429, 'ThrottlingException', 'Too many requests, please wait before trying again.'),
      refuse(503, 'ServiceUnavailableException', 'Too many connections, please wait'),
    );
    assert.equal(await ask(NOVA), 'Here I am.');
    assert.deepEqual(
      asked().map(({ status }) => status),
      [429, 503, 200],
    );
  });

  it('asks once more where the connection breaks before the first word, and where the stream ends without one', async () => {
    bedrock.script('ConverseStream', { reset: true }, { cut: { events: 1 } });
    assert.equal(await ask(NOVA), 'Here I am.');
    assert.equal(asked().length, 3);
  });

  it('stops asking as soon as the user cancels', async () => {
    const busy = refuse(429, 'ThrottlingException', 'Too many requests, please wait before trying again.');
    bedrock.script('ConverseStream', busy, busy, busy, busy, busy, busy);
    const cancellation = new vscode.CancellationTokenSource();
    const answer = ask(NOVA, cancellation.token).catch((error: unknown) => error);
    await bedrock.waitFor(({ operation, finished }) => operation === 'ConverseStream' && finished);
    cancellation.cancel();
    await answer;
    assert.equal(asked().length, 1);
  });

  it('keeps what came where the connection breaks after it, and does not ask twice', async () => {
    const arrived = Promise.withResolvers<undefined>();
    bedrock.script('ConverseStream', { cut: { events: 3 }, gates: [{ after: 2, until: arrived.promise }] });
    let got = '';
    const answer = ask(NOVA, undefined, text => {
      got += text;
      arrived.resolve(undefined);
    });
    await assert.rejects(answer, /The answer was cut off\. .*What came so far is above/);
    assert.match(got, /^Here /);
    assert.equal(asked().length, 1);
  });

  it('gives up a stream that has gone silent, and says so', async () => {
    await useSilenceLimit(1);
    bedrock.script('ConverseStream', { hang: { after: 2 } });
    let got = '';
    await assert.rejects(
      ask(NOVA, undefined, text => (got += text)),
      /Bedrock has gone silent\. Nothing came for 1 seconds/,
    );
    assert.equal(got, 'Here ');
    await bedrock.waitFor(
      ({ operation, closedByClient }) => operation === 'ConverseStream' && closedByClient,
    );
  });

  it('answers through another route of the model where one is refused, says so once and stays with it', async () => {
    bedrock.script('ConverseStream', refuse(400, 'ValidationException', notOnDemand(NOVA)));
    assert.match(await ask(NOVA), /^Here I am\.\n\n\*.+ is refused for this model: answered through .+\*\n$/);
    assert.equal(await ask(NOVA), 'Here I am.');
    assert.deepEqual(
      asked().map(({ modelId }) => modelId),
      [NOVA, `us.${NOVA}`, `us.${NOVA}`],
    );
  });

  it('does not leave the geography because of a refusal', async () => {
    bedrock.script('ConverseStream', refuse(400, 'ValidationException', notOnDemand(`us.${CLAUDE}`)));
    await assert.rejects(ask(CLAUDE), /This model needs an inference profile\. .*allow more routes/);
    assert.equal(asked().length, 1);
  });

  it('leaves out the cache points that an account must not use', async () => {
    bedrock.script(
      'ConverseStream',
      refuse(
        403,
        'AccessDeniedException',
        'You invoked an unsupported model or your request did not allow prompt caching. See the documentation.',
      ),
    );
    const model = await chatModel(CLAUDE);
    const long = vscode.LanguageModelChatMessage.User('word '.repeat(5_000));
    assert.equal(await textOf(await model.sendRequest([long], {})), 'Here I am.');
    const [first, second] = asked().map(({ body }) => JSON.stringify(body).includes('cachePoint'));
    assert.deepEqual([first, second], [true, false]);
  });

  it('asks for a shorter answer where the context window has less room than it seemed', async () => {
    const text =
      'The model returned the following errors: input length and `max_tokens` exceed context limit: 199000 + 64000 > 200000, decrease input length or `max_tokens` and try again';
    bedrock.script('ConverseStream', refuse(400, 'ValidationException', text));
    assert.equal(await ask(CLAUDE), 'Here I am.');
    const { inferenceConfig } = asked().at(-1)?.body as { inferenceConfig: { maxTokens: number } };
    assert.equal(inferenceConfig.maxTokens, 1_000);
  });

  it('names how long a conversation is, where it is too long', async () => {
    const text =
      'The model returned the following errors: prompt is too long: 208310 tokens > 200000 maximum';
    bedrock.script('ConverseStream', refuse(400, 'ValidationException', text));
    await assert.rejects(
      ask(CLAUDE),
      /too long for this model\. It has 208,310 tokens, and the model takes 200,000/,
    );
  });

  it('sends nothing where a guardrail is set in a way that can’t be used', async () => {
    await useModelSettings({ '*': { guardrail: { id: 'gr-1' } } });
    await assert.rejects(
      ask(CLAUDE),
      /A setting for this model can’t be used\. "\*" → "guardrail" .*can’t be \{"id":"gr-1"\}\. Correct it/,
    );
    assert.deepEqual(asked(), []);
  });

  it('points at fields of one’s own where the request is refused', async () => {
    await useModelSettings({ '*': { additionalModelRequestFields: { max_tokens: 5 } } });
    const text = 'The model returned the following errors: extraneous key [max_tokens] is not permitted';
    bedrock.script('ConverseStream', refuse(400, 'ValidationException', text));
    await assert.rejects(
      ask(CLAUDE),
      /extraneous key .*First look at the fields that openclawBedrock\.modelSettings/,
    );
  });

  it('says why something that was just attached can’t be sent, before anything is', async () => {
    const model = await chatModel('openai.gpt-oss-120b-1:0');
    const image = vscode.LanguageModelDataPart.image(PICTURE, 'image/png');
    const message = vscode.LanguageModelChatMessage.User([image]);
    await assert.rejects(
      Promise.resolve(model.sendRequest([message], {})).then(textOf),
      /The attachment can’t be sent\. .*Remove it or choose another model/,
    );
    assert.deepEqual(asked(), []);
  });
});

async function ask(
  id: string,
  token?: vscode.CancellationToken,
  onText: (text: string) => void = () => undefined,
): Promise<string> {
  const model = await chatModel(id);
  const response = await model.sendRequest([vscode.LanguageModelChatMessage.User('Hi')], {}, token);
  let text = '';
  for await (const piece of response.text) {
    text += piece;
    onText(piece);
  }
  return text;
}

async function textOf(response: vscode.LanguageModelChatResponse): Promise<string> {
  let text = '';
  for await (const piece of response.text) text += piece;
  return text;
}
