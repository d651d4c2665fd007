/** When the simulator's own models came out, and when those of the past are taken away. */

export interface Lifecycle {
  status: 'ACTIVE' | 'LEGACY';
  startOfLifeTime: string;
  legacyTime?: string;
  endOfLifeTime?: string;
}

/** About the day on which AWS had each model, by what its id begins with; the first that fits counts. */
const launches: Readonly<Record<string, string>> = {
  'anthropic.claude-opus-5': '2026-07-24',
  'anthropic.claude-sonnet-5': '2026-06-30',
  'anthropic.claude-opus-4-7': '2026-04-16',
  'anthropic.claude-opus-4-6': '2026-02-05',
  'anthropic.claude-sonnet-4-6': '2026-02-17',
  'anthropic.claude-opus-4-5': '2025-11-24',
  'anthropic.claude-sonnet-4-5': '2025-09-29',
  'anthropic.claude-haiku-4-5': '2025-10-15',
  'anthropic.claude-opus-4-1': '2025-08-05',
  'anthropic.claude-sonnet-4': '2025-05-22',
  'anthropic.claude-3-7-sonnet': '2025-02-24',
  'anthropic.claude-3-5-haiku': '2024-11-04',
  'anthropic.claude-3-5-sonnet': '2024-06-20',
  'anthropic.claude-3-haiku': '2024-03-13',
  'anthropic.claude-3-opus': '2024-04-16',
  'anthropic.claude-v2:1': '2023-11-29',
  'amazon.nova-2-': '2025-12-02',
  'amazon.nova-premier': '2025-04-30',
  'amazon.nova-reel-v1:1': '2025-04-07',
  'amazon.nova-': '2024-12-03',
  'amazon.titan-text-express': '2023-11-29',
  'amazon.titan-embed-text-v2': '2024-04-30',
  'meta.llama4': '2025-04-28',
  'meta.llama3-3': '2024-12-19',
  'meta.llama3-1': '2024-07-23',
  'meta.llama3-8b': '2024-04-18',
  'mistral.mistral-large-3': '2025-12-02',
  'mistral.pixtral-large-2502': '2025-04-08',
  'mistral.mistral-large-2402': '2024-04-02',
  'mistral.mi': '2024-03-01',
  'deepseek.r1': '2025-03-10',
  'cohere.command-r-plus': '2024-04-29',
  'cohere.embed-v4': '2025-10-02',
  'cohere.rerank-v3-5': '2024-12-01',
  'ai21.jamba-1-5': '2024-09-23',
  'qwen.qwen3-vl': '2025-12-02',
  'qwen.qwen3-coder': '2025-09-18',
  'openai.gpt-oss': '2025-08-05',
  'google.gemma-3': '2025-12-02',
  'nvidia.nemotron-nano-3': '2025-12-15',
  'minimax.minimax-m2': '2025-12-02',
  'moonshot.kimi-k2': '2025-12-02',
  'writer.palmyra-x5': '2025-04-28',
  'stability.stable-image': '2025-09-18',
  'twelvelabs.pegasus': '2025-07-15',
  'twelvelabs.marengo': '2025-10-29',
  'luma.ray-v2': '2025-01-23',
};

/** The real ones differ, and have passed: what is listed here is not gone yet. AWS gives at least half a year. */
const passing = { legacyTime: midnight('2026-09-01'), endOfLifeTime: midnight('2027-06-01') };

export function lifecycle(modelId: string, isLegacy: boolean): Lifecycle {
  const launch = Object.entries(launches).find(([start]) => modelId.startsWith(start))?.[1];
  if (launch === undefined) {
    throw new Error(`No day is known on which ${modelId} came out.`);
  }
  const startOfLifeTime = midnight(launch);
  return isLegacy ? { status: 'LEGACY', startOfLifeTime, ...passing } : { status: 'ACTIVE', startOfLifeTime };
}

/** Times are ISO 8601 on this service's wire. */
export function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
