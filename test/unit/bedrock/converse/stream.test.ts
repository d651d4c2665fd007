import assert from 'node:assert/strict';
import type { ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import type { AnswerPart } from '../../../../src/bedrock/converse/conversation.ts';
import { partsOf, usageOf } from '../../../../src/bedrock/converse/stream.ts';
import { ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import { ProblemError } from '../../../../src/problem.ts';
import { describeRecorded } from '../../../recordedData.ts';
import { facts, record } from './samples.ts';

type Event = Record<string, unknown>;

/** Events as the SDK hands them out; the service's padding member is among theirs. */
const start = (contentBlockIndex: number, toolUseId: string, name: string): Event => ({
  contentBlockStart: { contentBlockIndex, start: { toolUse: { toolUseId, name } }, p: 'abc' },
});
const delta = (contentBlockIndex: number, its: object): Event => ({
  contentBlockDelta: { contentBlockIndex, delta: its, p: 'abcdef' },
});
const text = (its: string, index = 0): Event => delta(index, { text: its });
const json = (input: string, index = 0): Event => delta(index, { toolUse: { input } });
const stop = (contentBlockIndex = 0): Event => ({ contentBlockStop: { contentBlockIndex, p: 'a' } });
const end = (stopReason = 'end_turn'): Event => ({ messageStop: { stopReason, p: 'ab' } });
const metadata = (usage: object): Event => ({ metadata: { usage, metrics: { latencyMs: 1 } } });

async function* streamed(events: readonly Event[]): AsyncGenerator<ConverseStreamOutput> {
  for (const event of events) yield await Promise.resolve(event as unknown as ConverseStreamOutput);
}

async function parts(events: readonly Event[], names = new ToolNames(facts())): Promise<AnswerPart[]> {
  return collected(partsOf(streamed(events), names, record()));
}

async function collected(reading: AsyncIterable<AnswerPart>): Promise<AnswerPart[]> {
  const got: AnswerPart[] = [];
  for await (const part of reading) got.push(part);
  return got;
}

const said = (its: string): AnswerPart => ({ type: 'text', text: its });
const stopped = (reason = 'end_turn'): AnswerPart => ({ type: 'stop', reason });

const isDamage = (error: unknown) => error instanceof ProblemError && error.problem.code === 'stream-damaged';

describe('stream', () => {
  it('gives text as it comes', async () => {
    const events = [{ messageStart: { role: 'assistant' } }, text('Hel'), text('lo'), stop(), end()];
    assert.deepEqual(await parts(events), [said('Hel'), said('lo'), stopped()]);
  });

  it('gives each part before the next event has come', async () => {
    let seen = 0;
    async function* counted() {
      for await (const event of streamed([text('a'), text('b'), end()])) {
        seen++;
        yield event;
      }
    }
    const reading = partsOf(counted(), new ToolNames(facts()), record());
    assert.deepEqual((await reading.next()).value, said('a'));
    assert.equal(seen, 1);
    await reading.return();
  });

  it('leaves out empty deltas', async () => {
    const events = [text(''), delta(0, { reasoningContent: { text: '' } }), text('a'), end()];
    assert.deepEqual(await parts(events), [said('a'), stopped()]);
  });

  it('gives a tool call once it is whole, under the tool’s own name', async () => {
    const names = new ToolNames(facts());
    const name = names.toModel('my tool');
    const events = [start(0, 't1', name), json('{"a"'), json(':[1,'), json('2]}'), stop(), end('tool_use')];
    assert.deepEqual(await parts(events, names), [
      { type: 'tool-call', id: 't1', name: 'my tool', input: { a: [1, 2] } },
      stopped('tool_use'),
    ]);
  });

  it('gives a tool call without arguments an empty object', async () => {
    for (const pieces of [[], [json('')], [json('{}')], [delta(0, { toolUse: {} })]]) {
      const [call] = await parts([start(0, 't1', 'find'), ...pieces, stop(), end('tool_use')]);
      assert.deepEqual(call, { type: 'tool-call', id: 't1', name: 'find', input: {} });
    }
  });

  it('gives parallel tool calls one after another, text before and behind', async () => {
    const events = [
      text('Looking.'),
      stop(),
      start(1, 't1', 'find'),
      json('{"n":1}', 1),
      stop(1),
      start(2, 't2', 'find'),
      json('{"n":2}', 2),
      stop(2),
      text('Done.', 3),
      stop(3),
      end('tool_use'),
    ];
    assert.deepEqual(await parts(events), [
      said('Looking.'),
      { type: 'tool-call', id: 't1', name: 'find', input: { n: 1 } },
      { type: 'tool-call', id: 't2', name: 'find', input: { n: 2 } },
      said('Done.'),
      stopped('tool_use'),
    ]);
  });

  it('does not give a call that was cut off before its arguments, or in their midst', async () => {
    for (const reason of ['max_tokens', 'model_context_window_exceeded', 'guardrail_intervened']) {
      for (const begun of [[], [json('{"a":"b', 1)]]) {
        const events = [
          start(0, 'a', 'one'),
          json('{}'),
          stop(0),
          start(1, 'b', 'two'),
          ...begun,
          stop(1),
          end(reason),
        ];
        const calls = (await parts(events)).flatMap(part => (part.type === 'tool-call' ? part.id : []));
        assert.deepEqual(calls, ['a'], reason);
      }
    }
  });

  it('gives tool calls whose blocks have no end', async () => {
    const events = [start(0, 'a', 'one'), json('{"x":1}'), start(1, 'b', 'two'), end('tool_use')];
    assert.deepEqual(await parts(events), [
      { type: 'tool-call', id: 'a', name: 'one', input: { x: 1 } },
      { type: 'tool-call', id: 'b', name: 'two', input: {} },
      stopped('tool_use'),
    ]);
  });

  it('gives a tool call though the stop reason does not speak of one', async () => {
    const [call, reason] = await parts([start(0, 't1', 'find'), json('{}'), stop(), end('end_turn')]);
    assert.equal(call?.type, 'tool-call');
    assert.deepEqual(reason, stopped('end_turn'));
  });

  it('hands broken arguments on as they came', async () => {
    for (const broken of ['{"a":', 'find it', '"text"', '42', 'null', '[1]']) {
      const [call] = await parts([start(0, 't1', 'find'), json(broken), stop(), end('tool_use')]);
      assert.deepEqual(call, {
        type: 'tool-call',
        id: 't1',
        name: 'find',
        input: { invalidArguments: broken },
      });
    }
  });

  it('gives reasoning as it comes, and all of it to keep whenever a block of it is whole', async () => {
    const events = [
      delta(0, { reasoningContent: { text: 'H' } }),
      delta(0, { reasoningContent: { text: 'm' } }),
      delta(0, { reasoningContent: { signature: 'c2ln' } }),
      stop(),
      text('Yes', 1),
      stop(1),
      delta(2, { reasoningContent: { redactedContent: new Uint8Array([1]) } }),
      stop(2),
      start(3, 't1', 'find'),
      stop(3),
      delta(4, { reasoningContent: { signature: 'bG9uZQ==' } }),
      stop(4),
      end(),
    ];
    const [first, second, third] = [
      { textBefore: 0, callsBefore: 0, text: 'Hm', signature: 'c2ln' },
      { textBefore: 3, callsBefore: 0, redacted: 'AQ==' },
      { textBefore: 3, callsBefore: 1, text: '', signature: 'bG9uZQ==' },
    ];
    const kept = (...blocks: object[]) => ({
      type: 'kept-reasoning',
      reasoning: { answer: 'an-answer', model: 'a-model', prefix: 'a-prefix', blocks },
    });
    assert.deepEqual(await parts(events), [
      { type: 'reasoning', text: 'H' },
      { type: 'reasoning', text: 'm' },
      kept(first),
      said('Yes'),
      kept(first, second),
      { type: 'tool-call', id: 't1', name: 'find', input: {} },
      kept(first, second, third),
      stopped(),
    ]);
  });

  it('gives what an answer cites, with an address only where it is a page of the web', async () => {
    const cite = (its: object): Event => delta(0, { citation: its });
    const events = [
      cite({ title: 'AWS', location: { web: { url: 'https://aws.amazon.com/a (b)' } } }),
      cite({ source: 'Document 1', location: { documentPage: { start: 1, end: 1 } } }),
      cite({ location: { web: { url: 'command:workbench.action.quit', domain: 'evil' } } }),
      end(),
    ];
    assert.deepEqual(await parts(events), [
      { type: 'citation', citation: { title: 'AWS', url: 'https://aws.amazon.com/a%20(b)' } },
      { type: 'citation', citation: { title: 'Document 1' } },
      { type: 'citation', citation: { title: 'evil' } },
      stopped(),
    ]);
  });

  it('leaves to the service what that runs by itself', async () => {
    const events = [
      {
        contentBlockStart: {
          contentBlockIndex: 0,
          start: { toolUse: { toolUseId: 's1', name: 'interpreter', type: 'server_tool_use' } },
        },
      },
      json('{"snippet":"1"}'),
      stop(),
      start(1, 't1', 'find'),
      stop(1),
      end('tool_use'),
    ];
    assert.deepEqual(await parts(events), [
      { type: 'tool-call', id: 't1', name: 'find', input: {} },
      stopped('tool_use'),
    ]);
  });

  it('passes over what it does not know', async () => {
    const events = [{ $unknown: ['newEvent', {}] }, delta(0, { $unknown: ['newDelta', {}] }), {}, end()];
    assert.deepEqual(await parts(events), [stopped()]);
  });

  it('gives usage, the tokens of the cache among the input', async () => {
    const usage = { inputTokens: 10, outputTokens: 5, totalTokens: 15 };
    assert.deepEqual(await parts([end(), metadata(usage)]), [
      stopped(),
      { type: 'usage', usage: { input: 10, output: 5, cacheRead: 0, cacheWrite: 0 } },
    ]);
    const cached = { ...usage, cacheReadInputTokens: 100, cacheWriteInputTokens: 1_000 };
    assert.deepEqual(usageOf(cached), { input: 1_110, output: 5, cacheRead: 100, cacheWrite: 1_000 });
  });

  it('says that an answer was cut, after all that came of it', async () => {
    for (const events of [
      [],
      [text('Hel'), text('lo')],
      [text('Hello'), stop()],
      [start(0, 't1', 'x'), json('{')],
    ]) {
      const got: AnswerPart[] = [];
      const reading = (async () => {
        for await (const part of partsOf(streamed(events), new ToolNames(facts()), record())) got.push(part);
      })();
      await assert.rejects(
        reading,
        (error: unknown) => error instanceof ProblemError && error.problem.code === 'stream-cut',
      );
      assert.ok(got.every(({ type }) => type === 'text'));
      assert.equal(got.length, events.filter(event => JSON.stringify(event).includes('"text"')).length);
    }
  });

  it('says that an answer is damaged where its members are not what they should be', async () => {
    for (const event of [
      delta(0, { text: 5 }),
      delta(0, { text: { a: 1 } }),
      delta(0, { reasoningContent: 'thought' }),
      delta(0, { reasoningContent: { signature: 7 } }),
      delta(0, { reasoningContent: { redactedContent: 5 } }),
      { contentBlockDelta: [1, 2] },
      { contentBlockStart: { start: { toolUse: { toolUseId: 't1', name: 5 } } } },
      { contentBlockStart: { start: { toolUse: { name: 'find' } } } },
      end(7 as never),
    ]) {
      await assert.rejects(parts([text('a'), event, end()]), isDamage, JSON.stringify(event));
    }
  });

  it('says that an answer is damaged where its events do not fit together', async () => {
    const call = [start(0, 't1', 'find'), json('{"a":1}')];
    for (const events of [
      [json('{"a":1}')],
      [...call, json('{"b":2}', 1)],
      [...call, stop(), json('{"b":2}')],
      [...call, stop(), ...call],
      [end(), text('b')],
      [end(), ...call],
    ]) {
      await assert.rejects(parts([text('a'), stop(), ...events, end()]), isDamage, JSON.stringify(events));
    }
  });

  it('takes events that come twice for one where that can be told', async () => {
    const events = [
      start(0, 't1', 'find'),
      start(0, 't1', 'find'),
      json('{"a":1}'),
      stop(),
      stop(),
      end(),
      end(),
    ];
    assert.deepEqual(await parts(events), [
      { type: 'tool-call', id: 't1', name: 'find', input: { a: 1 } },
      stopped(),
    ]);
  });

  it('gives every call of a model that makes one id up for several', async () => {
    const events = [
      start(0, 'call_0', 'find'),
      start(1, 'call_0', 'find'),
      json('{"a":1}', 1),
      stop(1),
      start(2, 'call_0', 'find'),
      json('{"a":2}', 2),
      stop(2),
      end('tool_use'),
    ];
    const inputs = (await parts(events)).flatMap(part => (part.type === 'tool-call' ? [part.input] : []));
    assert.deepEqual(inputs, [{}, { a: 1 }, { a: 2 }]);
  });

  it('counts no tokens where there is no number', () => {
    const odd = { inputTokens: '7', outputTokens: Infinity, cacheReadInputTokens: -1, totalTokens: null };
    assert.deepEqual(usageOf(odd as never), { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 });
  });

  it('passes on what the stream throws', async () => {
    async function* failing(): AsyncGenerator<ConverseStreamOutput> {
      yield* streamed([text('a')]);
      throw new RangeError('in mid-stream');
    }
    await assert.rejects(collected(partsOf(failing(), new ToolNames(facts()), record())), RangeError);
  });

  it('lets go of the stream when its reader leaves', async () => {
    let isClosed = false;
    async function* open(): AsyncGenerator<ConverseStreamOutput> {
      try {
        yield* streamed([text('a'), text('b'), text('c')]);
      } finally {
        isClosed = true;
      }
    }
    for await (const part of partsOf(open(), new ToolNames(facts()), record())) {
      assert.deepEqual(part, said('a'));
      break;
    }
    assert.ok(isClosed);
  });
});

describeRecorded('stream: recorded answers', 'bedrock', data => {
  interface Recorded {
    events: { type: string; payload: Record<string, unknown> }[];
  }
  const expected: Record<string, { reason: string; input: number; output: number; calls?: object[] }> = {
    bedrock_model_code_execution_tool_stream: {
      reason: 'tool_use',
      input: 1002,
      output: 59,
      calls: [{ name: 'final_result', input: { result: 7006652 } }],
    },
    'bedrock_model_iter_stream-0': {
      reason: 'tool_use',
      input: 471,
      output: 91,
      calls: [{ name: 'get_temperature', input: { city: 'Paris' } }],
    },
    'bedrock_model_iter_stream-1': { reason: 'end_turn', input: 577, output: 18 },
    bedrock_model_stream_empty_text_delta: { reason: 'end_turn', input: 70, output: 43 },
    bedrock_model_stream_with_extra_headers: { reason: 'end_turn', input: 2, output: 32 },
    bedrock_model_thinking_part_redacted_stream: { reason: 'end_turn', input: 92, output: 253 },
    bedrock_native_output_stream: { reason: 'end_turn', input: 210, output: 18 },
  };
  const texts: Record<string, RegExp> = {
    bedrock_model_code_execution_tool_stream: /^$/,
    'bedrock_model_iter_stream-0': /^<thinking> To find .*<\/thinking>\n$/,
    'bedrock_model_iter_stream-1': /^The current temperature in Paris, the capital of France, is 30°C\.$/,
    'bedrock_model_stream-0': /^The capital of France is Paris\. .*"The City of Love\."$/,
    bedrock_model_stream_empty_text_delta: /^Hello! How can I help you today\?$/,
    bedrock_model_stream_with_extra_headers: /^Hello! How can I assist .*I'm here to help\.$/,
    bedrock_model_thinking_part_redacted_stream: /^I notice .*talk about today\?$/s,
    bedrock_model_thinking_part_stream: /^Hello! It's nice to meet you\. How can I help you today\?$/,
    bedrock_native_output_stream: /^\{"city":"Paris","country":"France","population":2161000\}$/,
    stream_cancel: /^The capital of France is Paris\..*history\.$/,
  };
  const files = data.files('streams');
  const nameOf = (file: string, names: object) =>
    Object.keys(names).find(name => file.includes(`/${name}-0.json`) || file.includes(`/${name}.json`));

  it('are ten', () => assert.equal(files.length, 10));

  for (const file of files) {
    const { events } = data.json(file) as Recorded;
    const payloads = (type: string) =>
      events.filter(event => event.type === type).map(event => event.payload);

    it(file, async () => {
      const got = await parts(events.map(({ type, payload }) => ({ [type]: decoded(payload) })));
      const joined = (type: 'text' | 'reasoning') =>
        got.map(part => (part.type === type && 'text' in part ? part.text : '')).join('');

      assert.match(joined('text'), texts[nameOf(file, texts) ?? ''] ?? /^no text is expected of this file$/);
      const reasoned = payloads('contentBlockDelta')
        .map(
          ({ delta: its }) => (its as { reasoningContent?: { text?: string } }).reasoningContent?.text ?? '',
        )
        .join('');
      assert.equal(joined('reasoning'), reasoned);

      const [{ usage }] = payloads('metadata') as [{ usage: { inputTokens: number; outputTokens: number } }];
      const [{ stopReason }] = payloads('messageStop') as [{ stopReason: string }];
      assert.deepEqual(got.slice(-2), [
        { type: 'stop', reason: stopReason },
        {
          type: 'usage',
          usage: { input: usage.inputTokens, output: usage.outputTokens, cacheRead: 0, cacheWrite: 0 },
        },
      ]);
      const by = expected[nameOf(file, expected) ?? ''];
      if (by) {
        assert.deepEqual(
          [stopReason, usage.inputTokens, usage.outputTokens],
          [by.reason, by.input, by.output],
        );
      }
      const calls = got.flatMap(part => (part.type === 'tool-call' ? [part] : []));
      assert.deepEqual(
        calls.map(({ name, input }) => ({ name, input })),
        by?.calls ?? [],
      );
      for (const { id } of calls) assert.match(id, /^tooluse_[\w-]{22}$/);
    });
  }

  it('hold the reasoning of the two that have some', async () => {
    const reasoning = async (name: string) => {
      const { events } = data.json(files.find(file => file.includes(name)) ?? '') as Recorded;
      const got = await parts(events.map(({ type, payload }) => ({ [type]: payload })));
      return got.flatMap(part => (part.type === 'reasoning' ? [part.text] : [])).join('');
    };
    assert.match(await reasoning('thinking_part_stream'), /straightforward greeting.*help them today\.$/s);
    assert.match(await reasoning('empty_text_delta'), /^The user just says "Hi"\./);
  });

  it('hold what is needed to give that reasoning back, encrypted blocks too', async () => {
    const kept = async (name: string) => {
      const { events } = data.json(files.find(file => file.includes(name)) ?? '') as Recorded;
      const got = await parts(events.map(({ type, payload }) => ({ [type]: decoded(payload) })));
      return (
        got.flatMap(part => (part.type === 'kept-reasoning' ? [part.reasoning] : [])).at(-1)?.blocks ?? []
      );
    };
    const [thought, ...others] = await kept('thinking_part_stream');
    assert.deepEqual(others, []);
    assert.match(thought?.signature ?? '', /^[\w+/=]{100,}$/);
    const redacted = await kept('thinking_part_redacted_stream');
    assert.deepEqual(
      redacted.map(({ text, textBefore }) => [text, textBefore]),
      [
        [undefined, 0],
        [undefined, 0],
      ],
    );
    for (const { redacted: secret = '' } of redacted) assert.ok(secret.length > 100);
  });

  /** As the SDK hands it out: bytes where JSON has Base64. */
  function decoded(payload: Record<string, unknown>): Record<string, unknown> {
    const its = payload['delta'] as { reasoningContent?: { redactedContent?: string } } | undefined;
    const secret = its?.reasoningContent?.redactedContent;
    if (secret === undefined) return payload;
    return { ...payload, delta: { reasoningContent: { redactedContent: Buffer.from(secret, 'base64') } } };
  }
});
