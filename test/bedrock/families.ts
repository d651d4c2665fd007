/**
 * What the families of models accept, as the real service does. This is the simulator's own knowledge and
 * shares nothing with the extension's, so that a mistake in one shows against the other. Sources: the Bedrock
 * user guide's table of Converse features and the error texts that its users report.
 */

/** `converseOnly`: tools work with Converse but not while streaming. */
export type ToolSupport = 'none' | 'converseOnly' | 'streaming';

export type Thinking =
  'budget' | 'adaptive' | 'max' | 'reasoning_effort' | 'reasoningConfig' | 'reasoning_config';

export interface CachePoints {
  /** Tokens below which nothing is kept. */
  minimum: number;
  inTools: boolean;
  afterResults: boolean;
}

export interface Family {
  /** Answers Converse at all. */
  chat: boolean;
  tools: ToolSupport;
  toolChoice: readonly ('auto' | 'any' | 'tool')[];
  /** Takes a system prompt. */
  system: boolean;
  /** Goes on from an assistant turn at the end. */
  prefill: boolean;
  /** Tool calls and tool results may stand beside other content in a turn. */
  mixedToolTurns: boolean;
  /** Takes a tool result's `status`. */
  resultStatus: boolean;
  /** The ids that it accepts for tool calls, beyond the service's own pattern. */
  toolUseId?: RegExp;
  /** Takes documents in the turns of a user. */
  documents: boolean;
  mediaInResults: readonly ('image' | 'document')[];
  /** Takes nothing but text in the result of a tool that failed. */
  errorsInWords: boolean;
  /** Absent where cache points are refused. */
  cachePoints?: CachePoints;
  /** The ways in which it can be told to think. */
  thinks: readonly Thinking[];
  /** Signs its reasoning, and takes back only what it has signed. */
  signs: boolean;
  /** Takes its reasoning back only with the tools and the system prompt that it came with. */
  binds: boolean;
  /** Which of temperature and top_p it takes. */
  sampling: 'both' | 'one' | 'none';
  /** The most output tokens that may be asked for; unlimited where the figure isn't documented. */
  maxTokens?: number;
}

const usual: Family = {
  chat: true,
  tools: 'streaming',
  toolChoice: ['auto', 'any', 'tool'],
  system: true,
  prefill: true,
  mixedToolTurns: true,
  resultStatus: true,
  documents: false,
  mediaInResults: [],
  errorsInWords: false,
  thinks: [],
  signs: false,
  binds: false,
  sampling: 'both',
};

const alone = { toolChoice: ['auto'], mixedToolTurns: false } as const;

const everywhere = (minimum: number) => ({ cachePoints: { minimum, inTools: true, afterResults: true } });

/** Every row that matches a model's id applies; later rows win. */
const rows: readonly [RegExp, Partial<Family>][] = [
  [/rerank|sonic|pegasus/, { chat: false }],
  // AWS's table says nothing of models that somebody imported: here they take no more than is known.
  [/:imported-model\//, { tools: 'none' }],

  [/^anthropic\.claude-(v2|instant)/, { tools: 'none', maxTokens: 4096 }],
  [/^anthropic\.claude-3-/, { maxTokens: 4096 }],
  [/^anthropic\.claude-3-5-/, { maxTokens: 8192 }],
  [/^anthropic\.claude-3-7-/, { maxTokens: 131_072 }],
  [/^anthropic\.claude-(sonnet|haiku)-4/, { maxTokens: 64_000 }],
  [/^anthropic\.claude-opus-4/, { maxTokens: 32_000 }],
  [/^anthropic\.claude-opus-4-5/, { maxTokens: 64_000 }],
  [/^anthropic\.claude-[a-z]+-(4-[6-9]|[5-9])/, { maxTokens: 128_000, prefill: false }],

  [/^amazon\.nova-/, { maxTokens: 10_000 }],
  [/^amazon\.nova-premier-/, { maxTokens: 32_000 }],
  [/^amazon\.nova-2-/, { maxTokens: 65_535 }],
  [/^amazon\.titan-/, { tools: 'none', system: false, maxTokens: 8192 }],

  [/^meta\.llama/, { ...alone, tools: 'converseOnly', maxTokens: 8192 }],
  [/^meta\.llama3-2-[13]b-/, { tools: 'none' }],
  [/^meta\.llama3-\d+b-/, { tools: 'none', maxTokens: 2048 }],

  [/^mistral\./, { ...alone, toolUseId: /^[a-zA-Z0-9]{9}$/ }],
  [/^mistral\.(mistral-large|mistral-small|pixtral-large)/, { toolChoice: ['auto', 'any'] }],
  [/^mistral\.(mistral|pixtral)-\w+-\d{4}-v/, { tools: 'converseOnly', maxTokens: 8192 }],
  [/^mistral\.(mistral-7b|mixtral)-/, { tools: 'none', system: false, maxTokens: 4096 }],
  [/^mistral\.mistral-7b-/, { maxTokens: 8192 }],

  [/^deepseek\.r1-/, { tools: 'none', maxTokens: 32_768 }],
  [/^cohere\.command-r/, { toolChoice: ['auto'], maxTokens: 4096 }],
  [/^ai21\.jamba-/, { toolChoice: ['auto'], maxTokens: 4096 }],
  [/^writer\./, { ...alone, tools: 'converseOnly', resultStatus: false, maxTokens: 8192 }],

  // Media (the table of Converse features, and its notes on tool results).
  [/^(anthropic|amazon\.nova|amazon\.titan-t|meta|mistral|deepseek|cohere|ai21|writer)/, { documents: true }],
  [/^amazon\.nova-micro/, { documents: false }],
  [/^anthropic\.claude-/, { mediaInResults: ['image', 'document'], errorsInWords: true }],
  [/^anthropic\.claude-(v2|instant)/, { mediaInResults: [] }],
  [/^meta\.llama/, { mediaInResults: ['image', 'document'] }],
  [/^amazon\.nova/, { mediaInResults: ['image'] }],
  [/^mistral\./, { mediaInResults: ['document'] }],

  // Prompt caching.
  [/^anthropic\.claude-(3-7|(sonnet|opus|haiku)-4|[a-z]+-5)/, everywhere(1_024)],
  [/^anthropic\.claude-3-5-haiku/, everywhere(2_048)],
  [/^anthropic\.claude-(haiku-4-5|opus-4-[5-9])/, everywhere(4_096)],
  [
    /^amazon\.nova-(micro|lite|pro|premier|2-lite)/,
    { cachePoints: { minimum: 1_000, inTools: false, afterResults: false } },
  ],

  // Reasoning.
  [/^anthropic\.claude-(3-7|(sonnet|opus|haiku)-4)/, { thinks: ['budget'], signs: true }],
  [/^anthropic\.claude-(sonnet|opus)-4-6/, { thinks: ['budget', 'adaptive'] }],
  [/^anthropic\.claude-(opus-4-[78]|sonnet-4-[78]|[a-z]+-5)/, { thinks: ['adaptive'], signs: true }],
  [/^anthropic\.claude-opus-4-6/, { thinks: ['budget', 'adaptive', 'max'] }],
  [/^anthropic\.claude-opus-(4-[78]|5)/, { thinks: ['adaptive', 'max'] }],
  [/^anthropic\.claude-[a-z]+-5-[1-9](?!\d)/, { binds: true }],
  [/^openai\.gpt/, { thinks: ['reasoning_effort'] }],
  [/^amazon\.nova-2/, { thinks: ['reasoningConfig'] }],
  [/^qwen\.qwen3/, { thinks: ['reasoning_config'] }],

  [/^anthropic\.claude-(opus-4-1|(opus|sonnet|haiku)-4-[56])/, { sampling: 'one' }],
  [/^anthropic\.claude-(opus-4-[78]|[a-z]+-5)/, { sampling: 'none' }],
];

export function familyOf(modelId: string): Family {
  return Object.assign(
    {},
    usual,
    ...rows.filter(([ids]) => ids.test(modelId)).map(([, facts]) => facts),
  ) as Family;
}
