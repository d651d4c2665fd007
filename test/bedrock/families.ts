/**
 * What the families of models accept, as the real service does. This is the simulator's own knowledge and
 * shares nothing with the extension's, so that a mistake in one shows against the other. Sources: the Bedrock
 * user guide's table of Converse features and the error texts that its users report.
 */

/** `converseOnly`: tools work with Converse but not while streaming. */
export type ToolSupport = 'none' | 'converseOnly' | 'streaming';

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
};

const alone = { toolChoice: ['auto'], mixedToolTurns: false } as const;

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
];

export function familyOf(modelId: string): Family {
  return Object.assign(
    {},
    usual,
    ...rows.filter(([ids]) => ids.test(modelId)).map(([, facts]) => facts),
  ) as Family;
}
