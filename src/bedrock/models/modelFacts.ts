/**
 * What model families accept and how much they hold: the list APIs say nothing of it. One table, read by the
 * conversions; no family is named anywhere else.
 *
 * Sources: windows and output limits from the catalogue of `@earendil-works/pi-ai@0.87.1` and AWS's model
 * cards, the smaller figure where they differ (a limit set too high is refused by Converse); tools and system
 * prompts from AWS's table of supported Converse features.
 */

export interface ModelFacts {
  /** False for models that list as streaming text but do not answer through Converse. */
  readonly chat: boolean;
  /** Tools: while streaming, only in whole answers, or not at all. */
  readonly tools: 'streaming' | 'whole-answers' | 'none';
  /** True for good all-round models, to begin with where nobody has chosen one. */
  readonly allRound: boolean;
  /** Whether a request can demand that some tool be called. */
  readonly toolChoice: boolean;
  readonly systemPrompt: boolean;
  /** False where tool names may not hold hyphens. */
  readonly hyphensInToolNames: boolean;
  /** True where tool calls, and their results, must be the only blocks of their turn. */
  readonly toolBlocksAlone: boolean;
  /** The form of a tool call's id; absent: Converse's own, `[a-zA-Z0-9_.:-]{1,64}`. */
  readonly toolCallId?: 'nine-alphanumerics';
  /** False where a tool result may not say whether it succeeded. */
  readonly toolResultStatus: boolean;
  /** Family and size as people think of them, such as `claude-sonnet`: of each the newest is what most want. */
  readonly line: string;
  /** When the family came out, in milliseconds since the epoch; absent where unknown. */
  readonly released?: number;
  /** Tokens; absent where unknown. */
  readonly contextWindow?: number;
  readonly maxTokens?: number;
}

/** What is assumed of a model that no row describes. */
const UNKNOWN: ModelFacts = {
  chat: true,
  tools: 'none',
  allRound: false,
  toolChoice: false,
  systemPrompt: true,
  hyphensInToolNames: true,
  toolBlocksAlone: false,
  toolResultStatus: true,
  line: '',
};

type Row = readonly [family: RegExp, facts: Partial<ModelFacts>];

const streaming = { tools: 'streaming' } as const;
const wholeAnswers = { tools: 'whole-answers' } as const;
const limits = (contextWindow: number, maxTokens: number) => ({ contextWindow, maxTokens });

/** Matched against the foundation model's id. Every matching row applies, a later one over an earlier. */
const FAMILIES: readonly Row[] = [
  [/^anthropic\.claude/, { ...streaming, toolChoice: true, ...limits(200_000, 4_096) }],
  [/^anthropic\.claude-(v2|instant)/, { tools: 'none', toolChoice: false, ...limits(100_000, 4_096) }],
  [/^anthropic\.claude-3-[57]-(sonnet|haiku)/, limits(200_000, 8_192)],
  [/^anthropic\.claude-(opus-4-1|opus-4-2)/, limits(200_000, 32_000)],
  [/^anthropic\.claude-(sonnet-4-[25]|haiku-4-5|opus-4-5)/, limits(200_000, 64_000)],
  [/^anthropic\.claude-((sonnet|opus)-4-[678]|(sonnet|opus|fable)-5)/, limits(1_000_000, 64_000)],
  [/^anthropic\.claude-sonnet-(4-[56]|5)/, { allRound: true }],

  [/^amazon\.nova/, { ...streaming, toolChoice: true, hyphensInToolNames: false }],
  [/^amazon\.nova-micro/, limits(128_000, 5_120)],
  [/^amazon\.nova-(lite|pro)/, limits(300_000, 5_120)],
  [/^amazon\.nova-premier/, limits(1_000_000, 10_000)],
  [/^amazon\.nova-2-lite/, limits(1_000_000, 65_535)],
  [/^amazon\.nova-(pro|2-lite)/, { allRound: true }],
  [/^amazon\.nova(-2)?-sonic/, { chat: false }],
  [/^amazon\.titan-tg1|^amazon\.titan-text/, { systemPrompt: false, ...limits(8_000, 4_096) }],
  [/^amazon\.(titan-embed|titan-image|nova-canvas|nova-reel|rerank)/, { chat: false }],

  [/^meta\.llama/, { ...wholeAnswers, toolBlocksAlone: true, ...limits(128_000, 4_096) }],
  [/^meta\.llama3-(8b|70b)/, { tools: 'none', ...limits(8_000, 2_048) }],
  [/^meta\.llama3-2-(1b|3b)/, { tools: 'none' }],
  [/^meta\.llama4/, limits(128_000, 8_192)],

  [/^mistral\./, { toolCallId: 'nine-alphanumerics', toolBlocksAlone: true, ...limits(32_000, 8_192) }],
  [/^mistral\.(mistral-7b|mixtral)/, { systemPrompt: false, ...limits(32_000, 4_096) }],
  [/^mistral\.mistral-(large|small)-2402/, { ...wholeAnswers, ...limits(32_000, 8_192) }],
  [/^mistral\.(mistral-large-2407|pixtral)/, { ...streaming, ...limits(128_000, 8_192) }],
  [/^mistral\.ministral/, { ...streaming, ...limits(128_000, 4_096) }],
  [/^mistral\.(mistral-large-3|devstral)/, { ...streaming, ...limits(256_000, 8_192) }],
  [/^mistral\.magistral/, { ...streaming, ...limits(128_000, 40_000) }],

  [/^deepseek\.r1/, limits(128_000, 32_768)],
  [/^deepseek\.v3/, { ...streaming, ...limits(163_840, 81_920) }],
  [/^cohere\.command-r/, { ...streaming, ...limits(128_000, 4_000) }],
  [/^cohere\.(embed|rerank)/, { chat: false }],
  [/^ai21\.jamba/, { ...streaming, ...limits(256_000, 4_096) }],
  [
    /^writer\./,
    { ...wholeAnswers, toolBlocksAlone: true, toolResultStatus: false, ...limits(122_880, 8_192) },
  ],
  [/^writer\.palmyra-x5/, limits(1_040_000, 8_192)],

  [/^openai\.gpt-oss/, { ...streaming, ...limits(128_000, 16_384) }],
  [/^openai\.gpt-\d/, { ...streaming, ...limits(272_000, 128_000) }],
  [/^qwen\./, { ...streaming, ...limits(131_072, 32_768) }],
  [/^qwen\.qwen3-32b/, limits(32_768, 16_384)],
  [/^google\.gemma-3/, limits(128_000, 8_192)],
  [/^google\.gemma-4/, { ...streaming, ...limits(131_072, 8_192) }],
  [/^minimax\./, { ...streaming, ...limits(196_608, 98_304) }],
  [/^moonshot/, { ...streaming, ...limits(262_143, 16_000) }],
  [/^nvidia\./, { ...streaming, ...limits(128_000, 8_192) }],
  [/^zai\./, { ...streaming, ...limits(200_000, 98_304) }],
  [/^xai\./, { ...streaming, ...limits(500_000, 131_072) }],

  [/^(stability|luma)\./, { chat: false }],
  [/^twelvelabs\./, { chat: false }],
];

/** The facts of a model by its foundation model id. Compiled once an id. */
export function modelFacts(modelId: string): ModelFacts {
  let facts = known.get(modelId);
  if (!facts) {
    facts = Object.assign(
      {},
      UNKNOWN,
      { line: modelId },
      ...FAMILIES.filter(([family]) => family.test(modelId)).map(([, row]) => row),
    ) as ModelFacts;
    known.set(modelId, facts);
  }
  return facts;
}

const known = new Map<string, ModelFacts>();

/** What all of several models take. */
export function commonFacts(all: readonly ModelFacts[]): ModelFacts {
  return all[0] ?? UNKNOWN;
}
