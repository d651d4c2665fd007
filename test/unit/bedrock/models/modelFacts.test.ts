import assert from 'node:assert/strict';
import { type ModelFacts, modelFacts } from '../../../../src/bedrock/models/modelFacts.ts';

describe('model facts', () => {
  const cases: Record<string, Partial<ModelFacts>> = {
    'anthropic.claude-3-haiku-20240307-v1:0': {
      tools: 'streaming',
      contextWindow: 200_000,
      maxTokens: 4_096,
    },
    'anthropic.claude-3-5-sonnet-20241022-v2:0': { toolChoice: true, maxTokens: 8_192 },
    'anthropic.claude-opus-4-1-20250805-v1:0': { contextWindow: 200_000, maxTokens: 32_000 },
    'anthropic.claude-opus-4-20250514-v1:0': { contextWindow: 200_000, maxTokens: 32_000 },
    'anthropic.claude-haiku-4-5-20251001-v1:0': { contextWindow: 200_000, maxTokens: 64_000 },
    'anthropic.claude-sonnet-4-6': { contextWindow: 1_000_000, maxTokens: 64_000 },
    'anthropic.claude-sonnet-5': { contextWindow: 1_000_000, maxTokens: 64_000 },
    'amazon.nova-pro-v1:0': { tools: 'streaming', hyphensInToolNames: false, contextWindow: 300_000 },
    'amazon.nova-2-lite-v1:0': { hyphensInToolNames: false, contextWindow: 1_000_000 },
    'amazon.nova-sonic-v1:0': { chat: false },
    'amazon.nova-2-sonic-v1:0': { chat: false },
    'amazon.titan-text-express-v1': { systemPrompt: false, tools: 'none' },
    'meta.llama3-70b-instruct-v1:0': { tools: 'none', contextWindow: 8_000 },
    'meta.llama3-2-1b-instruct-v1:0': { tools: 'none' },
    'meta.llama3-3-70b-instruct-v1:0': { tools: 'whole-answers', toolBlocksAlone: true, toolChoice: false },
    'meta.llama4-scout-17b-instruct-v1:0': { tools: 'whole-answers', maxTokens: 8_192 },
    'mistral.mistral-7b-instruct-v0:2': { systemPrompt: false, tools: 'none' },
    'mistral.mixtral-8x7b-instruct-v0:1': { systemPrompt: false, tools: 'none' },
    'mistral.mistral-large-2402-v1:0': { tools: 'whole-answers', toolCallId: 'nine-alphanumerics' },
    'mistral.mistral-large-2407-v1:0': { tools: 'streaming', toolCallId: 'nine-alphanumerics' },
    'mistral.pixtral-large-2502-v1:0': { tools: 'streaming', toolBlocksAlone: true },
    'deepseek.r1-v1:0': { tools: 'none', contextWindow: 128_000 },
    'deepseek.v3-v1:0': { tools: 'streaming' },
    'writer.palmyra-x4-v1:0': { tools: 'whole-answers', toolResultStatus: false, contextWindow: 122_880 },
    'writer.palmyra-x5-v1:0': { contextWindow: 1_040_000 },
    'cohere.embed-v4:0': { chat: false },
    'cohere.rerank-v3-5:0': { chat: false },
    'twelvelabs.pegasus-1-2-v1:0': { chat: false },
    'stability.sd3-5-large-v1:0': { chat: false },
    'openai.gpt-oss-120b-1:0': { tools: 'streaming', contextWindow: 128_000 },
    'acme.never-heard-of-v1:0': { chat: true, tools: 'none', toolChoice: false, systemPrompt: true },
  };
  for (const [id, expected] of Object.entries(cases)) {
    it(id, () => {
      const facts = modelFacts(id);
      for (const [name, value] of Object.entries(expected)) {
        assert.equal(facts[name as keyof ModelFacts], value, name);
      }
    });
  }

  it('claim no limit of a model that no row describes', () => {
    const { contextWindow, maxTokens } = modelFacts('acme.never-heard-of-v1:0');
    assert.deepEqual([contextWindow, maxTokens], [undefined, undefined]);
  });

  it('never leave more room for the answer than the window has', () => {
    for (const id of Object.keys(cases)) {
      const { contextWindow = 1, maxTokens = 0 } = modelFacts(id);
      assert.ok(maxTokens < contextWindow, id);
    }
  });
});
