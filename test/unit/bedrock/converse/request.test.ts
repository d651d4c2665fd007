import assert from 'node:assert/strict';
import type { Question } from '../../../../src/bedrock/converse/conversation.ts';
import { converseRequest, type RequestOptions } from '../../../../src/bedrock/converse/request.ts';
import { type BedrockModel, invocationId } from '../../../../src/bedrock/models/bedrockModel.ts';
import { foundationModel, models, profile } from '../models/lists.ts';
import { assistant, call, kept, media, OPTIONS, question, result, system, tool, user } from './samples.ts';

function model(id: string, inferenceTypesSupported = ['ON_DEMAND']): BedrockModel {
  const inferenceProfiles = [profile(`us.${id}`, id, ['us-east-1'])];
  return models({
    foundationModels: [foundationModel(id, { inferenceTypesSupported })],
    inferenceProfiles,
  })[0]!;
}

function request(model: BedrockModel, asked: Question, more: Partial<RequestOptions> = {}) {
  return converseRequest(model, asked, { ...OPTIONS, routeId: invocationId(model), ...more });
}

const CLAUDE = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('request', () => {
  it('asks the default route, with an output limit always', () => {
    const { input } = request(model(CLAUDE, ['INFERENCE_PROFILE']), question([user('Hi')]));
    assert.deepEqual(input, {
      modelId: `us.${CLAUDE}`,
      messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
      inferenceConfig: { maxTokens: 64_000 },
    });
    assert.equal(request(model('acme.one'), question([])).input.inferenceConfig?.maxTokens, 4_096);
  });

  it('holds system text, turns and tools', () => {
    const messages = [system('Be brief.'), user('Q'), assistant(call('c1', 'find')), user(result('c1'))];
    const tools = [tool('find')];
    const { input } = request(model(CLAUDE), question(messages, { tools, mustCallTool: true }));
    assert.deepEqual(input.system, [{ text: 'Be brief.' }]);
    assert.equal(input.messages?.length, 3);
    assert.equal(input.toolConfig?.tools?.[0]?.toolSpec?.name, 'find');
    assert.deepEqual(input.toolConfig.toolChoice, { any: {} });
  });

  it('names the tools of the history where none is offered', () => {
    const messages = [user('Q'), assistant(call('c1', 'find')), user(result('c1'), 'And now without tools')];
    const { input } = request(model(CLAUDE), question(messages));
    assert.equal(input.toolConfig?.tools?.[0]?.toolSpec?.name, 'find');
  });

  it('sends a tool under one name in calls and specifications, and leads it back', () => {
    const messages = [user('Q'), assistant(call('c1', 'my-tool')), user(result('c1'))];
    const { input, names } = request(
      model('amazon.nova-pro-v1:0'),
      question(messages, { tools: [tool('other-tool'), tool('my-tool')] }),
    );
    const called = input.messages?.[1]?.content?.[0]?.toolUse?.name;
    assert.match(called ?? '', /^my_tool_[0-9a-f]{8}$/);
    assert.equal(input.toolConfig?.tools?.[1]?.toolSpec?.name, called);
    assert.equal(names.fromModel(called ?? ''), 'my-tool');
  });

  it('keeps to what the family takes', () => {
    const messages = [system('Be brief.'), user('Q'), assistant(call('c1')), user(result('c1'), 'And?')];
    const asked = question(messages, { tools: [tool('find')], mustCallTool: true });

    const titan = request(model('amazon.titan-text-express-v1'), asked).input;
    assert.ok(!('system' in titan) && !('toolConfig' in titan));
    assert.deepEqual(titan.messages?.[0]?.content, [{ text: 'Be brief.' }, { text: 'Q' }]);

    const mistral = request(model('mistral.mistral-large-2402-v1:0'), asked).input;
    assert.match(mistral.messages?.[1]?.content?.[0]?.toolUse?.toolUseId ?? '', /^[a-zA-Z0-9]{9}$/);
    assert.equal(mistral.messages?.[2]?.content?.length, 1);
    assert.deepEqual(mistral.toolConfig?.toolChoice, { any: {} });

    const llama = request(model('meta.llama3-3-70b-instruct-v1:0'), asked).input;
    assert.equal(llama.toolConfig?.toolChoice, undefined);
  });

  it('is the same for the same question', () => {
    const messages = [user('Q'), assistant(call('c 1', 'my tool')), user(result('c 1'))];
    const asked = question(messages, { tools: [tool('my tool')] });
    assert.deepEqual(request(model(CLAUDE), asked).input, request(model(CLAUDE), asked).input);
  });

  it('takes the route that it is told', () => {
    assert.equal(
      request(model(CLAUDE), question([user('Q')]), { routeId: 'eu.other' }).input.modelId,
      'eu.other',
    );
  });
});

describe('request: the room for an answer', () => {
  const limit = (words: number, more: Partial<RequestOptions> = {}) =>
    request(model(CLAUDE), question([user('word '.repeat(words))]), more).input.inferenceConfig?.maxTokens ??
    0;

  it('is what the model can do, as long as there is room', () => assert.equal(limit(1), 64_000));

  it('is what the context window leaves', () => {
    const left = limit(120_000);
    assert.ok(left > 1_024 && left < 64_000, String(left));
    assert.ok(limit(125_000) < left);
  });

  it('is never nothing: the estimate may be too high', () => assert.equal(limit(1_000_000), 1_024));

  it('is less where the user or the service says so', () => {
    assert.equal(limit(1, { settings: { maxTokens: 500 } }), 500);
    assert.equal(limit(1, { settings: { maxTokens: 100_000 } }), 64_000);
    assert.equal(limit(1, { maxTokens: 300 }), 300);
  });
});

describe('request: thinking', () => {
  const fields = (id: string, effort?: string, more: Partial<Question> = {}) => {
    const { additionalModelRequestFields, inferenceConfig } = request(
      model(id),
      question([user('Q')], { effort, ...more }),
      { settings: { temperature: 0.5 } },
    ).input;
    return { fields: additionalModelRequestFields, ...inferenceConfig };
  };

  it('has the form that the family takes, and no temperature beside it', () => {
    assert.deepEqual(fields(CLAUDE, 'medium'), {
      fields: { thinking: { type: 'enabled', budget_tokens: 8_192 } },
      maxTokens: 64_000,
    });
    assert.deepEqual(fields('anthropic.claude-opus-4-6-v1', 'max').fields, {
      thinking: { type: 'adaptive' },
      output_config: { effort: 'max' },
    });
    assert.deepEqual(fields('openai.gpt-oss-120b-1:0', 'low').fields, { reasoning_effort: 'low' });
    assert.deepEqual(fields('qwen.qwen3-32b-v1:0', 'high').fields, { reasoning_config: 'high' });
    assert.deepEqual(fields('amazon.nova-2-lite-v1:0', 'low').fields, {
      reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' },
    });
  });

  it('leaves the limit out where the family says so', () => {
    assert.deepEqual(fields('amazon.nova-2-lite-v1:0', 'high'), {
      fields: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } },
    });
  });

  it('is off where nobody asks for it, can or may', () => {
    const off = { fields: undefined, maxTokens: 64_000, temperature: 0.5 };
    assert.deepEqual(fields(CLAUDE), off);
    assert.deepEqual(fields(CLAUDE, 'off'), off);
    assert.deepEqual(fields(CLAUDE, 'like mad'), off);
    assert.deepEqual(fields(CLAUDE, 'high', { tools: [tool('find')], mustCallTool: true }), off);
    assert.equal(fields('amazon.nova-pro-v1:0', 'high').fields, undefined);
  });

  it('leaves room for the answer, or is off', () => {
    const budget = (maxTokens: number) => {
      const asked = question([user('Q')], { effort: 'high' });
      const { additionalModelRequestFields } = request(model(CLAUDE), asked, {
        settings: { maxTokens },
      }).input;
      return (additionalModelRequestFields as { thinking?: { budget_tokens: number } } | undefined)?.thinking;
    };
    assert.equal(budget(10_000)?.budget_tokens, 8_976);
    assert.equal(budget(2_048)?.budget_tokens, 1_024);
    assert.equal(budget(2_047), undefined);
  });
});

describe('request: reasoning given back', () => {
  const tools = [tool('find')];
  const block = { textBefore: 0, callsBefore: 0, text: 'Hm', signature: 'c2ln' };
  const BOUND = 'anthropic.claude-opus-5-1';

  /** The kinds of blocks of the turn that called a tool. */
  function called(id: string, reasoning: ReturnType<typeof kept>, more: Partial<RequestOptions> = {}) {
    const messages = [user('Q'), assistant(reasoning, 'A', call('c1')), user(result('c1'))];
    const { input } = request(model(id), question(messages, { tools, effort: 'high' }), more);
    return {
      blocks: input.messages?.[1]?.content?.map(each => Object.keys(each)[0]),
      thinks: input.additionalModelRequestFields !== undefined,
    };
  }

  it('is what the model gave, as it was', () => {
    const messages = [user('Q'), assistant(kept(CLAUDE, [block]), call('c1')), user(result('c1'))];
    const { input } = request(model(CLAUDE), question(messages, { tools, effort: 'high' }));
    assert.deepEqual(input.messages?.[1]?.content?.[0], {
      reasoningContent: { reasoningText: { text: 'Hm', signature: 'c2ln' } },
    });
  });

  it('stands between texts where it stood, though the editor has joined them', () => {
    const second = { textBefore: 1, callsBefore: 0, redacted: 'AQ==' };
    const messages = [
      user('Q'),
      assistant('AB', kept(CLAUDE, [block, second]), call('c1')),
      user(result('c1')),
    ];
    const { input } = request(model(CLAUDE), question(messages, { tools, effort: 'high' }));
    assert.deepEqual(input.messages?.[1]?.content?.slice(0, 4), [
      { reasoningContent: { reasoningText: { text: 'Hm', signature: 'c2ln' } } },
      { text: 'A' },
      { reasoningContent: { redactedContent: Buffer.from([1]) } },
      { text: 'B' },
    ]);
  });

  it('of another model is dropped, and a budget with it, which the service would refuse', () => {
    const dropped = { blocks: ['text', 'toolUse'], thinks: false };
    assert.deepEqual(called(CLAUDE, kept('other', [block])), dropped);
    assert.deepEqual(called(CLAUDE, kept(CLAUDE, [block]), { reasoning: false }), dropped);
    assert.deepEqual(called('amazon.nova-pro-v1:0', kept('amazon.nova-pro-v1:0', [block])), dropped);
  });

  it('counts where the loop begins: later rounds may do without', () => {
    const messages = [
      user('Q'),
      assistant(kept(CLAUDE, [block]), call('c1')),
      user(result('c1')),
      assistant(call('c2')),
      user(result('c2')),
    ];
    const { input } = request(model(CLAUDE), question(messages, { tools, effort: 'high' }));
    assert.ok(input.additionalModelRequestFields);
  });

  it('bound to other tools is dropped where the model would refuse it', () => {
    const thinks = { blocks: ['text', 'toolUse'], thinks: true };
    assert.deepEqual(called(BOUND, kept(BOUND, [block], 'another prefix')), thinks);
    assert.deepEqual(called(CLAUDE, kept(CLAUDE, [block], 'another prefix')).blocks, [
      'reasoningContent',
      'text',
      'toolUse',
    ]);
    const asked = question([user('Q'), assistant('A'), user('B')], { tools });
    const { prefix } = request(model(BOUND), asked);
    assert.deepEqual(called(BOUND, kept(BOUND, [block], prefix)).blocks, [
      'reasoningContent',
      'text',
      'toolUse',
    ]);
  });

  it('is no end of a turn, nor all of one', () => {
    const messages = [
      user('Q'),
      assistant('A', kept(CLAUDE, [{ ...block, textBefore: 1 }])),
      user('B'),
      assistant(kept(CLAUDE, [block])),
      user('C'),
    ];
    const { input } = request(model(CLAUDE), question(messages, { effort: 'high' }));
    assert.deepEqual(input.messages, [
      { role: 'user', content: [{ text: 'Q' }] },
      { role: 'assistant', content: [{ text: 'A' }] },
      { role: 'user', content: [{ text: 'B' }, { text: 'C' }] },
    ]);
  });
});

describe('request: cache points', () => {
  const long = 'word '.repeat(3_000);
  const tools = [tool('find', { description: long })];
  const POINT = { cachePoint: { type: 'default' } };
  const points = (
    id: string,
    messages: Parameters<typeof question>[0],
    more: Partial<RequestOptions> = {},
  ) => {
    const { input } = request(model(id), question(messages, { tools }), more);
    const isPoint = (each: object) => 'cachePoint' in each;
    return {
      tools: input.toolConfig?.tools?.filter(isPoint).length ?? 0,
      system: input.system?.filter(isPoint).length ?? 0,
      turns: input.messages?.flatMap(({ content = [] }, at) => (content.some(isPoint) ? [at] : [])),
    };
  };
  const rounds = [
    system(long),
    user('Q'),
    assistant(call('c1')),
    user(result('c1')),
    assistant(call('c2')),
    user(result('c2')),
  ];

  it('stand behind the tools, the system prompt and the last two turns of the user', () => {
    assert.deepEqual(points(CLAUDE, rounds), { tools: 1, system: 1, turns: [2, 4] });
    const { input } = request(model(CLAUDE), question(rounds, { tools }));
    assert.deepEqual(input.messages?.[4]?.content?.at(-1), POINT);
  });

  it('stand only where the family takes them', () => {
    assert.deepEqual(points('amazon.nova-pro-v1:0', rounds), { tools: 0, system: 1, turns: [0] });
    assert.deepEqual(points('meta.llama3-3-70b-instruct-v1:0', rounds), { tools: 0, system: 0, turns: [] });
    assert.deepEqual(points('anthropic.claude-3-haiku-20240307-v1:0', rounds), {
      tools: 0,
      system: 0,
      turns: [],
    });
  });

  it('stand only behind enough to be kept', () => {
    const short = question([system('Be brief.'), user('Q')], { tools: [tool('find')] });
    assert.doesNotMatch(JSON.stringify(request(model(CLAUDE), short).input), /cachePoint/);
  });

  it('are left out on request, and behind a document', () => {
    assert.deepEqual(points(CLAUDE, rounds, { caching: false }), { tools: 0, system: 0, turns: [] });
    const documents = [user('Q', media('application/pdf', '%PDF-1.4'))];
    assert.deepEqual(points(CLAUDE, documents).turns, []);
  });
});

describe('request: what the user sets', () => {
  it('goes in as it is set', () => {
    const settings = {
      temperature: 0.2,
      topP: 0.9,
      guardrail: { id: 'gr-1', version: '2', trace: 'enabled' },
      serviceTier: 'flex',
      additionalModelRequestFields: { top_k: 5 },
      requestMetadata: { team: 'a' },
    } as const;
    const { input } = request(model('amazon.nova-pro-v1:0'), question([user('Q')]), { settings });
    assert.deepEqual(input, {
      modelId: 'amazon.nova-pro-v1:0',
      messages: [{ role: 'user', content: [{ text: 'Q' }] }],
      inferenceConfig: { maxTokens: 5_120, temperature: 0.2, topP: 0.9 },
      additionalModelRequestFields: { top_k: 5 },
      guardrailConfig: { guardrailIdentifier: 'gr-1', guardrailVersion: '2', trace: 'enabled' },
      serviceTier: { type: 'flex' },
      requestMetadata: { team: 'a' },
    });
  });

  it('leaves out what the model refuses', () => {
    const sampling = (id: string) => {
      const settings = { temperature: 0.2, topP: 0.9 };
      const { temperature, topP } = request(model(id), question([user('Q')], { effort: 'off' }), {
        settings,
      }).input.inferenceConfig!;
      return { ...(temperature !== undefined && { temperature }), ...(topP !== undefined && { topP }) };
    };
    assert.deepEqual(sampling(CLAUDE), { temperature: 0.2 });
    assert.deepEqual(sampling('anthropic.claude-opus-4-7'), {});
  });
});
