/** Lists as long as a test wants them, for what has to stay quick or readable with more models than AWS has today. */
import type { OwnLists } from './bedrock.ts';
import { foundationModel, systemProfiles } from './lists.ts';
import { midnight } from './lifecycles.ts';
import type { InferenceTypes, ModelRow } from './models.ts';

/** Each is there in one version after the other. `profile`: to be reached through a profile only. */
const lines: readonly (readonly [start: string, name: string, inputs: string, inference: InferenceTypes])[] =
  [
    ['anthropic.claude-sonnet', 'Claude Sonnet', 'TEXT,IMAGE', 'profile'],
    ['anthropic.claude-haiku', 'Claude Haiku', 'TEXT,IMAGE', 'profile'],
    ['amazon.nova-pro', 'Nova Pro', 'TEXT,IMAGE,VIDEO', 'both'],
    ['meta.llama-70b-instruct', 'Llama 70B Instruct', 'TEXT', 'profile'],
    ['mistral.mistral-large', 'Mistral Large', 'TEXT,IMAGE', 'demand'],
    ['mistral.ministral-8b', 'Ministral 8B', 'TEXT', 'demand'],
    ['deepseek.chat', 'DeepSeek Chat', 'TEXT', 'demand'],
    ['qwen.qwen-coder', 'Qwen Coder', 'TEXT', 'demand'],
    ['openai.gpt-oss', 'gpt-oss', 'TEXT', 'demand'],
    ['google.gemma', 'Gemma', 'TEXT,IMAGE', 'demand'],
    ['cohere.command-r', 'Command R', 'TEXT', 'demand'],
    ['writer.palmyra', 'Palmyra', 'TEXT', 'profile'],
  ];

/**
 * `count` foundation models that stream text, of a dozen lines from ten providers, and AWS's profiles for them: one of
 * the region's geography for each that may be reached through one, and one for the whole world for the first of these
 * in each version.
 */
export function manyModels(count: number, region = 'us-east-1'): OwnLists {
  const rows = Array.from({ length: count }, (_, index) => row(index));
  const profiled = rows.filter(({ inference }) => inference !== 'demand');
  const global = profiled.filter(({ id }) => id.startsWith(lines[0]![0]));
  return {
    foundationModels: rows.map((row, index) => ({
      ...foundationModel(row, region),
      modelLifecycle: { status: 'ACTIVE', startOfLifeTime: launch(versionOf(index)) },
    })),
    inferenceProfiles: systemProfiles(profiled, global, region),
  };
}

function row(index: number): ModelRow {
  const [start, name, inputs, inference] = lines[index % lines.length]!;
  const version = String(versionOf(index));
  return {
    id: `${start}-${version}-v1:0`,
    name: `${name} ${version}`,
    inputs,
    outputs: 'TEXT',
    inference,
    legacy: false,
  };
}

function versionOf(index: number): number {
  return Math.floor(index / lines.length) + 1;
}

/** A version a week. */
function launch(version: number): string {
  const day = new Date(Date.UTC(2023, 0, 1 + version * 7));
  return midnight(day.toISOString().slice(0, 10));
}
