/**
 * The families of models and what they accept: the one table of it. Limits stand here only where the catalogue has
 * none or is known to be wrong: a limit set too high is refused by Converse, so that of two figures the smaller counts.
 */
import type { CachePoints, Family, ModelFacts } from './modelFacts.ts';

const CONVERSE = 'AWS, Supported models and model features of Converse';
const CARD = 'AWS, model cards';
const CACHING = 'AWS, Prompt caching for faster model inference';
const VENDOR = 'the vendor’s own announcement';
const REFUSAL = 'what Converse refuses, as reported in public issues';

const streaming = { tools: 'streaming' } as const;
const wholeAnswers = { tools: 'whole-answers' } as const;
const none = { tools: 'none' } as const;
const limits = (contextWindow: number, maxTokens: number) => ({ contextWindow, maxTokens });
const since = (day: string) => ({ released: Date.parse(day) });
const everywhere = (minimumTokens: number): { cachePoints: CachePoints } => ({
  cachePoints: { places: ['tools', 'system', 'messages'], minimumTokens, afterToolResults: true },
});
const notChat = { chat: false } as const;

/** Every family that matches an id applies, a later one over an earlier. */
export const FAMILIES: readonly Family[] = [
  ...family(CONVERSE, [
    [
      /^anthropic\.claude/,
      {
        ...streaming,
        toolChoices: ['any', 'tool'],
        documents: true,
        mediaInToolResults: ['image', 'document'],
      },
    ],
    [/^anthropic\.claude-(v2|instant)/, { ...none, toolChoices: [], mediaInToolResults: [] }],
    [
      /^amazon\.nova/,
      { ...streaming, toolChoices: ['any', 'tool'], documents: true, mediaInToolResults: ['image'] },
    ],
    [/^amazon\.nova-micro/, { documents: false, mediaInToolResults: [] }],
    [/^amazon\.titan-t/, { systemPrompt: false, documents: true }],
    [
      /^meta\.llama/,
      { ...wholeAnswers, toolBlocksAlone: true, documents: true, mediaInToolResults: ['image', 'document'] },
    ],
    [/^meta\.llama3-(8b|70b)/, none],
    [/^meta\.llama3-2-(1b|3b)/, none],
    [/^mistral\./, { toolBlocksAlone: true, documents: true, mediaInToolResults: ['document'] }],
    [/^mistral\.(mistral-7b|mixtral)/, { systemPrompt: false }],
    [/^mistral\.mistral-(large|small)-2402/, wholeAnswers],
    [/^mistral\.(mistral-large-2407|pixtral|ministral|mistral-large-3|devstral|magistral)/, streaming],
    [/^mistral\.mistral-large/, { toolChoices: ['any'] }],
    [/^deepseek\.(r1|v3)/, { documents: true }],
    [/^deepseek\.v3/, streaming],
    [/^cohere\.command-r/, { ...streaming, documents: true }],
    [/^ai21\.jamba/, { ...streaming, documents: true }],
    [/^writer\./, { ...wholeAnswers, toolBlocksAlone: true, documents: true }],
    [/^(openai\.gpt|qwen\.|minimax\.|moonshot|nvidia\.|zai\.|xai\.)/, streaming],
    [/^google\.gemma-4/, streaming],
  ]),

  ...family(REFUSAL, [
    [/^amazon\.nova/, { hyphensInToolNames: false }],
    [/^mistral\./, { toolCallId: 'nine-alphanumerics' }],
    [/^writer\./, { toolResultStatus: false }],
    [/^anthropic\.claude-(opus-4-1|(opus|sonnet|haiku)-4-[56])/, { sampling: 'one' }],
    [/^anthropic\.claude-(opus-4-[78]|[a-z]+-5)/, { sampling: 'none' }],
  ]),

  ...family(CACHING, [
    [/^anthropic\.claude-(3-7-sonnet|(sonnet|opus)-4|[a-z]+-5)/, everywhere(1_024)],
    [/^anthropic\.claude-3-5-haiku/, everywhere(2_048)],
    [/^anthropic\.claude-(haiku-4-5|opus-4-[5678])/, everywhere(4_096)],
    [
      /^amazon\.nova-(micro|lite|pro|premier|2-lite)/,
      { cachePoints: { places: ['system', 'messages'], minimumTokens: 1_000, afterToolResults: false } },
    ],
  ]),

  ...family('AWS, Enhance model responses with model reasoning; the vendors’ own request forms', [
    [/^anthropic\.claude-(3-7|(sonnet|opus|haiku)-4)/, { reasoning: 'budget', signedReasoning: true }],
    [/^anthropic\.claude-((opus|sonnet)-4-[678]|[a-z]+-5)/, { reasoning: 'adaptive', signedReasoning: true }],
    [/^anthropic\.claude-opus-(4-[678]|5)/, { maxEffort: true }],
    [/^anthropic\.claude-[a-z]+-5-[1-9](?!\d)/, { boundReasoning: true }],
    [/^amazon\.nova-2/, { reasoning: 'nova' }],
    [/^openai\.gpt/, { reasoning: 'effort' }],
    [/^qwen\.qwen3-(32b|next)/, { reasoning: 'qwen' }],
    [/^(deepseek\.r1|minimax\.|moonshot\.kimi-k2-thinking|mistral\.magistral)/, { reasoning: 'always' }],
  ]),

  // Other Mistral models have tokenizers that make fewer of the same text.
  ...family('the vendors’ own tokenizers', [
    [/^meta\.llama/, { tokenizer: 'llama' }],
    [/^mistral\./, { tokenizer: 'mistral' }],
    [/^anthropic\.claude-(opus-4-[78]|[a-z]+-5)/, { tokenizer: 'fine' }],
  ]),

  // Limits that the catalogue lacks, or has otherwise than AWS's cards.
  ...family(CARD, [
    [/^anthropic\.claude-(v2|instant)/, limits(100_000, 4_096)],
    [/^anthropic\.claude-3-(opus|sonnet|haiku)/, limits(200_000, 4_096)],
    [/^anthropic\.claude-3-[57]-/, limits(200_000, 8_192)],
    [/^anthropic\.claude-opus-4-2025/, limits(200_000, 32_000)],
    [/^anthropic\.claude-sonnet-4-6/, { maxTokens: 64_000 }],
    [/^amazon\.nova-(micro|lite|pro)/, { maxTokens: 5_120 }],
    [/^amazon\.titan-t/, limits(8_000, 4_096)],
    [/^meta\.llama3-(8b|70b)/, limits(8_000, 2_048)],
    [/^meta\.llama3-2/, limits(128_000, 4_096)],
    [/^meta\.llama4-scout/, { contextWindow: 3_500_000 }],
    [/^mistral\.ministral/, { maxTokens: 4_096 }],
    [/^mistral\.(mistral-7b|mixtral)/, limits(32_000, 4_096)],
    [/^mistral\.mistral-(large|small)-2402/, limits(32_000, 8_192)],
    [/^mistral\.mistral-large-2407/, limits(128_000, 8_192)],
    [/^deepseek\.r1/, limits(128_000, 32_768)],
    [/^cohere\.command-r/, limits(128_000, 4_000)],
    [/^ai21\.jamba/, limits(256_000, 4_096)],
    [/^google\.gemma-3/, limits(128_000, 8_192)],
    [/^nvidia\./, { maxTokens: 8_192 }],
    [/^minimax\./, { maxTokens: 98_304 }],
    [/^qwen\.qwen3-(?!32b)/, { maxTokens: 32_768 }],
    [/^zai\./, { maxTokens: 98_304 }],
    [/^xai\.grok/, { maxTokens: 131_072 }],
  ]),

  ...family('no public figure: a cautious one', [[/^writer\.palmyra-vision/, limits(32_000, 4_096)]]),

  // What lists as writing text and is no model to talk to.
  ...family('AWS, model cards: input, output and APIs', [
    [/sonic/, notChat],
    [/^amazon\.(titan-embed|titan-image|nova-canvas|nova-reel|rerank)/, notChat],
    [/^cohere\.(embed|rerank)/, notChat],
    [/^(stability|luma|twelvelabs)\./, notChat],
  ]),

  // When they came out, where neither Bedrock's list nor the id says so, by which the newest of a kind is known.
  ...family(VENDOR, [
    [/^anthropic\.claude-sonnet-4-6/, since('2026-02-17')],
    [/^anthropic\.claude-opus-4-6/, since('2026-02-05')],
    [/^anthropic\.claude-opus-4-7/, since('2026-04-16')],
    [/^anthropic\.claude-opus-4-8/, since('2026-06-01')],
    [/^anthropic\.claude-[a-z]+-5/, since('2026-07-01')],
    [/^anthropic\.claude-[a-z]+-5-\d/, since('2026-09-01')],
    [/^amazon\.nova-(micro|lite|pro)/, since('2024-12-03')],
    [/^amazon\.nova-premier/, since('2025-04-30')],
    [/^amazon\.nova-2/, since('2025-12-02')],
    [/^meta\.llama3-(8b|70b)/, since('2024-04-18')],
    [/^meta\.llama3-1/, since('2024-07-23')],
    [/^meta\.llama3-2/, since('2024-09-25')],
    [/^meta\.llama3-3/, since('2024-12-06')],
    [/^meta\.llama4/, since('2025-04-05')],
    [/^mistral\.(mistral-large-3|ministral-3|devstral-2)/, since('2025-12-02')],
    [/^mistral\.mistral-7b/, since('2023-12-11')],
    [/^mistral\.mixtral/, since('2023-12-11')],
    [/^deepseek\.r1/, since('2025-01-20')],
    [/^deepseek\.v3/, since('2025-08-21')],
    [/^deepseek\.v3\.2/, since('2025-12-01')],
    [/^google\.gemma-3/, since('2025-03-12')],
    [/^google\.gemma-4/, since('2026-04-02')],
    [/^openai\.gpt-oss/, since('2025-08-05')],
    [/^openai\.gpt-oss-safeguard/, since('2025-10-29')],
    [/^openai\.gpt-5/, since('2026-05-01')],
    [/^qwen\.qwen3-/, since('2025-07-22')],
    [/^qwen\.qwen3-(next|vl)/, since('2025-09-23')],
    [/^qwen\.qwen3-coder-next/, since('2026-02-03')],
    [/^minimax\.minimax-m2/, since('2025-10-27')],
    [/^minimax\.minimax-m2\.1/, since('2025-12-23')],
    [/^minimax\.minimax-m2\.5/, since('2026-02-12')],
    [/^moonshot\.kimi-k2/, since('2025-11-06')],
    [/^moonshotai\.kimi-k2\.5/, since('2026-01-27')],
    [/^nvidia\.nemotron-nano-(9b|12b)/, since('2025-10-28')],
    [/^nvidia\.nemotron-nano-3/, since('2025-12-15')],
    [/^nvidia\.nemotron-super/, since('2026-03-11')],
    [/^zai\.glm-4\.7/, since('2025-12-22')],
    [/^zai\.glm-5/, since('2026-02-11')],
    [/^writer\.palmyra-x4/, since('2024-10-09')],
    [/^writer\.palmyra-x5/, since('2025-04-28')],
  ]),

  // Which are one family and size, where their ids do not show it.
  ...family('how the vendors call them', [
    [/^anthropic\.claude.*opus/, { line: 'claude-opus' }],
    [/^anthropic\.claude.*sonnet/, { line: 'claude-sonnet' }],
    [/^anthropic\.claude.*haiku/, { line: 'claude-haiku' }],
    [/^anthropic\.claude.*fable/, { line: 'claude-fable' }],
    [/^anthropic\.claude-(v2|instant)/, { line: 'claude' }],
    [/^amazon\.nova.*-lite/, { line: 'nova-lite' }],
    [/^amazon\.titan-t/, { line: 'titan-text' }],
    [/^meta\.llama.*-(1|3|8|11)b/, { line: 'llama-small' }],
    [/^meta\.llama.*-(70|90|405)b/, { line: 'llama-large' }],
    [/^meta\.llama4-scout/, { line: 'llama-scout' }],
    [/^meta\.llama4-maverick/, { line: 'llama-maverick' }],
    [/^mistral\.(mistral-large|pixtral-large)/, { line: 'mistral-large' }],
    [/^mistral\.(mistral-7b|mixtral|mistral-small|magistral-small)/, { line: 'mistral-small' }],
    [/^mistral\.ministral/, { line: 'ministral' }],
    [/^mistral\.voxtral/, { line: 'voxtral' }],
    [/^deepseek\./, { line: 'deepseek' }],
    [/^google\.gemma/, { line: 'gemma' }],
    [/^minimax\./, { line: 'minimax' }],
    [/^moonshot/, { line: 'kimi' }],
    [/^nvidia\.nemotron-nano/, { line: 'nemotron-nano' }],
    [/^qwen\.qwen3-coder/, { line: 'qwen-coder' }],
    [/^qwen\.qwen3-(32b|235b|next)/, { line: 'qwen' }],
    [/^zai\.glm-[\d.]+$/, { line: 'glm' }],
    [/^writer\.palmyra-x/, { line: 'palmyra' }],
    [/^cohere\.command-r-v/, { line: 'command-r' }],
  ]),

  ...family('our own judgement', [
    [/safeguard/, { general: false }],
    [/^anthropic\.claude-sonnet-(4-[56]|5)/, { allRound: true }],
    [/^amazon\.nova-(pro|2-lite)/, { allRound: true }],
  ]),
];

function family(
  source: string,
  rows: readonly (readonly [ids: RegExp, facts: Partial<ModelFacts>])[],
): Family[] {
  return rows.map(([ids, facts]) => ({ ids, facts, source }));
}
