import assert from 'node:assert/strict';
import { commonFacts, type ModelFacts, modelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import { FAMILIES } from '../../../../src/bedrock/models/modelFamilies.ts';
import { familyOf } from '../../../bedrock/families.ts';
import { modelRows } from '../../../bedrock/models.ts';

describe('model facts', () => {
  const cases: Record<string, Partial<ModelFacts>> = {
    'anthropic.claude-3-haiku-20240307-v1:0': {
      tools: 'streaming',
      reasoning: 'none',
      contextWindow: 200_000,
      maxTokens: 4_096,
      line: 'claude-haiku',
      released: Date.UTC(2024, 2, 7),
      cachePoints: undefined,
    },
    'anthropic.claude-3-5-haiku-20241022-v1:0': {
      toolChoices: ['any', 'tool'],
      maxTokens: 8_192,
      reasoning: 'none',
      sampling: 'both',
      cachePoints: {
        places: ['tools', 'system', 'messages'],
        minimumTokens: 2_048,
        afterToolResults: true,
      },
    },
    'anthropic.claude-3-7-sonnet-20250219-v1:0': { reasoning: 'budget', signedReasoning: true },
    'anthropic.claude-opus-4-1-20250805-v1:0': { reasoning: 'budget', sampling: 'one' },
    'anthropic.claude-haiku-4-5-20251001-v1:0': { documents: true, maxTokens: undefined },
    'anthropic.claude-sonnet-4-6': { maxTokens: 64_000, reasoning: 'adaptive', sampling: 'one' },
    'anthropic.claude-opus-4-7': { sampling: 'none', reasoning: 'adaptive', maxTokens: undefined },
    'anthropic.claude-sonnet-5': { sampling: 'none', reasoning: 'adaptive', allRound: true },
    'amazon.nova-pro-v1:0': { tools: 'streaming', hyphensInToolNames: false, maxTokens: 5_120 },
    'amazon.nova-micro-v1:0': { documents: false, mediaInToolResults: [], line: 'nova-micro' },
    'amazon.nova-2-lite-v1:0': { hyphensInToolNames: false, reasoning: 'nova', line: 'nova-lite' },
    'amazon.nova-sonic-v1:0': { chat: false },
    'amazon.nova-2-sonic-v1:0': { chat: false },
    'amazon.titan-text-express-v1': { systemPrompt: false, tools: 'none' },
    'meta.llama3-70b-instruct-v1:0': { tools: 'none', contextWindow: 8_000 },
    'meta.llama3-2-1b-instruct-v1:0': { tools: 'none' },
    'meta.llama3-3-70b-instruct-v1:0': { tools: 'whole-answers', toolBlocksAlone: true, toolChoices: [] },
    'mistral.mistral-7b-instruct-v0:2': { systemPrompt: false, tools: 'none' },
    'mistral.mixtral-8x7b-instruct-v0:1': { systemPrompt: false, tools: 'none' },
    'mistral.mistral-large-2402-v1:0': {
      tools: 'whole-answers',
      toolCallId: 'nine-alphanumerics',
      toolChoices: ['any'],
      released: Date.UTC(2024, 1),
    },
    'mistral.mistral-large-2407-v1:0': { tools: 'streaming', toolCallId: 'nine-alphanumerics' },
    'mistral.pixtral-large-2502-v1:0': { tools: 'streaming', toolBlocksAlone: true },
    'deepseek.r1-v1:0': { tools: 'none', contextWindow: 128_000, reasoning: 'always' },
    'deepseek.v3-v1:0': { tools: 'streaming', reasoning: 'none' },
    'writer.palmyra-x4-v1:0': { tools: 'whole-answers', toolResultStatus: false },
    'cohere.embed-v4:0': { chat: false },
    'cohere.rerank-v3-5:0': { chat: false },
    'twelvelabs.pegasus-1-2-v1:0': { chat: false },
    'stability.sd3-5-large-v1:0': { chat: false },
    'openai.gpt-oss-120b-1:0': { tools: 'streaming', reasoning: 'effort', line: 'gpt-oss-120b' },
    'acme.one-2-large-20250101-v1:0': {
      chat: true,
      tools: 'none',
      toolChoices: [],
      systemPrompt: true,
      documents: false,
      mediaInToolResults: [],
      cachePoints: undefined,
      reasoning: 'none',
      line: 'one-large',
      released: Date.UTC(2025, 0, 1),
      contextWindow: undefined,
      maxTokens: undefined,
    },
  };
  for (const [id, expected] of Object.entries(cases)) {
    it(id, () => {
      const facts = modelFacts(id);
      for (const [name, value] of Object.entries(expected)) {
        assert.deepEqual(facts[name as keyof ModelFacts], value, name);
      }
    });
  }

  it('name the source of each row', () => {
    for (const { ids, source } of FAMILIES) assert.ok(source.length > 10, String(ids));
  });

  it('put versions of one family and size in one line, and others not', () => {
    const line = (id: string) => modelFacts(id).line;
    for (const [a, b] of [
      ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'anthropic.claude-sonnet-5'],
      ['amazon.nova-lite-v1:0', 'amazon.nova-2-lite-v1:0'],
      ['acme.chat-1-v1:0', 'acme.chat-2.5-v1:0'],
    ] as const) {
      assert.equal(line(a), line(b));
    }
    for (const [a, b] of [
      ['anthropic.claude-sonnet-5', 'anthropic.claude-opus-5'],
      ['amazon.nova-pro-v1:0', 'amazon.nova-micro-v1:0'],
      ['acme.chat-70b-v1:0', 'acme.chat-8b-v1:0'],
    ] as const) {
      assert.notEqual(line(a), line(b));
    }
  });

  it('allow no longer answer than the simulated service takes', () => {
    for (const { id } of modelRows) {
      const { maxTokens = 0 } = modelFacts(id);
      assert.ok(maxTokens <= (familyOf(id).maxTokens ?? Infinity), id);
    }
  });
});

describe('what several models take', () => {
  const sonnet = modelFacts('anthropic.claude-sonnet-4-5-20250929-v1:0');
  const nova = modelFacts('amazon.nova-pro-v1:0');
  const llama = modelFacts('meta.llama3-3-70b-instruct-v1:0');

  it('is what each of them takes', () => {
    const common = commonFacts([sonnet, nova]);
    assert.equal(common.tools, 'streaming');
    assert.equal(common.hyphensInToolNames, false);
    assert.deepEqual(common.mediaInToolResults, ['image']);
    assert.deepEqual(common.cachePoints, {
      places: ['system', 'messages'],
      minimumTokens: 1_024,
      afterToolResults: false,
    });
    assert.equal(common.reasoning, 'none');
    assert.equal(common.sampling, 'one');
  });

  it('is as little as the least of them takes', () => {
    const common = commonFacts([sonnet, nova, llama]);
    assert.equal(common.tools, 'whole-answers');
    assert.equal(common.toolBlocksAlone, true);
    assert.deepEqual(common.toolChoices, []);
    assert.equal(common.cachePoints, undefined);
  });

  it('is what the one takes', () => assert.deepEqual(commonFacts([nova]), nova));
});
