/** Streams as the SDK reads them, whole and with every fault that a test can ask for. */
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';

import {
  ConverseCommand,
  ConverseStreamCommand,
  type ConverseStreamOutput,
} from '@aws-sdk/client-bedrock-runtime';

import { encodeReply, startBedrock, type Bedrock, type Behaviour, type Reply } from './bedrock.ts';
import { collect, runtimeClient } from './clients.ts';

const input = {
  modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  messages: [{ role: 'user' as const, content: [{ text: 'Hi' }] }],
};
const hello: Reply = { content: [{ text: ['Hel', 'lo'] }], usage: { inputTokens: 3, outputTokens: 2 } };

describe('simulated Bedrock: streams', () => {
  let bedrock: Bedrock;

  beforeEach(async () => {
    bedrock = await startBedrock();
    bedrock.answer = () => hello;
  });
  afterEach(() => bedrock.close());

  async function open(abortSignal?: AbortSignal) {
    const options = abortSignal ? { abortSignal } : {};
    return (await runtimeClient(bedrock).send(new ConverseStreamCommand(input), options)).stream;
  }

  async function streamed(behaviour: Behaviour = {}) {
    bedrock.script('ConverseStream', behaviour);
    return collect(await open());
  }

  it('sends text without a start event, and usage last', async () => {
    const { events, error } = await streamed();
    assert.equal(error, undefined);
    assert.deepEqual(plain(events), [
      { messageStart: { role: 'assistant' } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'Hel' } } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'lo' } } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: 'end_turn' } },
      {
        metadata: {
          usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 },
          metrics: { latencyMs: 42 },
        },
      },
    ]);
  });

  it('sends reasoning and its signature, then a tool call in fragments', async () => {
    const { events } = await streamed({
      reply: {
        content: [
          { reasoning: { text: 'Hm.', signature: 'signed' } },
          { toolUse: { name: 'read_file', input: { path: 'a.ts' }, id: 'call-1' }, chunkSize: 8 },
        ],
      },
    });
    assert.deepEqual(plain(events).slice(1, -1), [
      { contentBlockDelta: { contentBlockIndex: 0, delta: { reasoningContent: { text: 'Hm.' } } } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { reasoningContent: { signature: 'signed' } } } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      {
        contentBlockStart: {
          contentBlockIndex: 1,
          start: { toolUse: { name: 'read_file', toolUseId: 'call-1' } },
        },
      },
      { contentBlockDelta: { contentBlockIndex: 1, delta: { toolUse: { input: '{"path":' } } } },
      { contentBlockDelta: { contentBlockIndex: 1, delta: { toolUse: { input: '"a.ts"}' } } } },
      { contentBlockStop: { contentBlockIndex: 1 } },
      { messageStop: { stopReason: 'tool_use' } },
    ]);
  });

  it('gives Converse the same answer whole', async () => {
    bedrock.answer = () => ({
      content: [{ text: 'Hello' }, { toolUse: { name: 'read_file', input: { path: 'a.ts' }, id: 'call-1' } }],
    });
    const { output, stopReason } = await runtimeClient(bedrock).send(new ConverseCommand(input));
    assert.equal(stopReason, 'tool_use');
    assert.deepEqual(plain(output), {
      message: {
        role: 'assistant',
        content: [
          { text: 'Hello' },
          { toolUse: { name: 'read_file', toolUseId: 'call-1', input: { path: 'a.ts' } } },
        ],
      },
    });
  });

  for (const framing of ['together', 'apart'] as const) {
    it(`sends thousands of events ${framing}`, async () => {
      const text = Array.from({ length: 5_000 }, (_, index) => `word ${index} `);
      const { events } = await streamed({ reply: { content: [{ text }], framing } });
      assert.equal(events.length, 5_004);
    });
  }

  it('sends a reply that was encoded beforehand', async () => {
    const { events } = await streamed({ reply: encodeReply(hello) });
    assert.equal(events.length, 6);
  });

  for (const type of [
    'throttlingException',
    'modelStreamErrorException',
    'internalServerException',
    'serviceUnavailableException',
    'validationException',
  ]) {
    it(`breaks off with ${type}`, async () => {
      const { events, error } = await streamed({ exception: { after: 2, type, message: 'No more.' } });
      assert.equal(events.length, 2);
      assert.equal(error?.name.toLowerCase(), type.toLowerCase());
      assert.equal(error.message, 'No more.');
    });
  }

  it('is cut after whole events', async () => {
    const { events, error } = await streamed({ cut: { events: 3 } });
    assert.equal(events.length, 3);
    assert.equal((error as NodeJS.ErrnoException).code, 'ECONNRESET');
    assert.equal(bedrock.requests[0]!.closedByClient, false);
  });

  it('is cut within an event', async () => {
    const { events, error } = await streamed({ cut: { bytes: 200 } });
    assert.equal(events.length, 1);
    assert.notEqual(error, undefined);
  });

  it('ends in good order without messageStop', async () => {
    const { events, error } = await streamed({ endsEarly: true });
    assert.equal(error, undefined);
    assert.equal(events.length, 4);
    assert(!events.some(event => event.messageStop));
  });

  it('hangs until the client closes the connection', async () => {
    bedrock.script('ConverseStream', { hang: { after: 2 } });
    const abort = new AbortController();
    const seen: ConverseStreamOutput[] = [];
    await assert.rejects(async () => {
      for await (const event of (await open(abort.signal))!) {
        seen.push(event);
        if (seen.length === 2) {
          abort.abort();
        }
      }
    });
    const request = await bedrock.waitFor(({ closedByClient }) => closedByClient);
    assert.equal(request.status, 200);
    assert.equal(seen.length, 2);
  });

  it('waits at a gate', async () => {
    const gate = Promise.withResolvers<undefined>();
    bedrock.script('ConverseStream', { gates: [{ after: 1, until: gate.promise }] });
    const seen: ConverseStreamOutput[] = [];
    for await (const event of (await open())!) {
      seen.push(event);
      if (seen.length === 1) {
        await settled();
        assert.equal(bedrock.requests[0]!.finished, false);
        gate.resolve(undefined);
      }
    }
    assert.equal(seen.length, 6);
  });

  it('can be held back whole, and counts what is in flight', async () => {
    const gate = Promise.withResolvers<undefined>();
    bedrock.script('ConverseStream', { until: gate.promise });
    const held = open();
    await bedrock.waitFor(request => request.body !== undefined);
    await collect(await open());
    gate.resolve(undefined);
    await collect(await held);
    assert.deepEqual(
      bedrock.requests.map(request => request.inFlightWhenStarted),
      [0, 1],
    );
  });

  it('uses each scripted behaviour once, in order', async () => {
    const message = 'Too many requests, please wait before trying again.';
    bedrock.script(
      'ConverseStream',
      { refuse: { status: 429, type: 'ThrottlingException', message } },
      { html: { status: 502, body: '<html>Bad gateway</html>' } },
      { reset: true },
      { delayMs: 1 },
    );
    await assert.rejects(open(), { name: 'ThrottlingException', message });
    await assert.rejects(open(), error => {
      const { $metadata } = error as { $metadata: { httpStatusCode: number } };
      return $metadata.httpStatusCode === 502;
    });
    await assert.rejects(open(), { code: 'ECONNRESET' });
    assert.equal((await collect(await open())).events.length, 6);
    assert.deepEqual(
      bedrock.requests.map(request => request.status),
      [429, 502, 0, 200],
    );
  });
});

/** Without the prototypes and undefined members of the SDK's objects. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Resolves once the event loop has gone through whatever was ready. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await setImmediate();
  }
}
