/** The simulator's own foundation models, one row each. Ids and figures are the real service's. */

/** `demand`: by its own id; `profile`: only through an inference profile; `none`: no inference type is given. */
export type InferenceTypes = 'demand' | 'profile' | 'both' | 'provisioned' | 'demand+provisioned' | 'none';

export interface ModelRow {
  id: string;
  name: string;
  inputs: string;
  outputs: string;
  inference: InferenceTypes;
  legacy: boolean;
}

const text = 'TEXT > TEXT';
const vision = 'TEXT,IMAGE > TEXT';
const media = 'TEXT,IMAGE,VIDEO > TEXT';
const embedding = 'TEXT > EMBEDDING';
const image = 'TEXT,IMAGE > IMAGE';

export const modelRows: readonly ModelRow[] = [
  row('anthropic.claude-opus-5', 'Claude Opus 5', vision, 'profile'),
  row('anthropic.claude-sonnet-5', 'Claude Sonnet 5', vision, 'profile'),
  row('anthropic.claude-opus-4-7', 'Claude Opus 4.7', vision, 'profile'),
  row('anthropic.claude-opus-4-6-v1', 'Claude Opus 4.6', vision, 'profile'),
  row('anthropic.claude-sonnet-4-6', 'Claude Sonnet 4.6', vision, 'profile'),
  row('anthropic.claude-opus-4-5-20251101-v1:0', 'Claude Opus 4.5', vision, 'profile'),
  row('anthropic.claude-sonnet-4-5-20250929-v1:0', 'Claude Sonnet 4.5', vision, 'profile'),
  row('anthropic.claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5', vision, 'profile'),
  row('anthropic.claude-opus-4-1-20250805-v1:0', 'Claude Opus 4.1', vision, 'profile'),
  row('anthropic.claude-sonnet-4-20250514-v1:0', 'Claude Sonnet 4', vision, 'profile'),
  row('anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet', vision, 'profile', 'LEGACY'),
  row('anthropic.claude-3-5-haiku-20241022-v1:0', 'Claude 3.5 Haiku', text, 'profile'),
  row('anthropic.claude-3-5-sonnet-20240620-v1:0', 'Claude 3.5 Sonnet', vision, 'both', 'LEGACY'),
  row('anthropic.claude-3-haiku-20240307-v1:0:48k', 'Claude 3 Haiku', vision, 'provisioned'),
  row('anthropic.claude-3-haiku-20240307-v1:0:200k', 'Claude 3 Haiku', vision, 'provisioned'),
  row('anthropic.claude-3-haiku-20240307-v1:0', 'Claude 3 Haiku', vision, 'demand'),
  row('anthropic.claude-3-opus-20240229-v1:0:12k', 'Claude 3 Opus', vision, 'none', 'LEGACY'),
  row('anthropic.claude-v2:1:200k', 'Claude', text, 'provisioned', 'LEGACY'),
  row('amazon.nova-2-lite-v1:0', 'Nova 2 Lite', media, 'profile'),
  row('amazon.nova-2-lite-v1:0:256k', 'Nova 2 Lite', media, 'provisioned'),
  row('amazon.nova-premier-v1:0', 'Nova Premier', media, 'profile'),
  row('amazon.nova-premier-v1:0:8k', 'Nova Premier', media, 'none'),
  row('amazon.nova-pro-v1:0', 'Nova Pro', media, 'both'),
  row('amazon.nova-pro-v1:0:24k', 'Nova Pro', media, 'provisioned'),
  row('amazon.nova-lite-v1:0', 'Nova Lite', media, 'both'),
  row('amazon.nova-micro-v1:0', 'Nova Micro', text, 'both'),
  row('amazon.nova-2-sonic-v1:0', 'Nova 2 Sonic', 'SPEECH > SPEECH,TEXT', 'demand'),
  row('amazon.nova-canvas-v1:0', 'Nova Canvas', image, 'demand+provisioned'),
  row('amazon.nova-reel-v1:1', 'Nova Reel', 'TEXT,IMAGE > VIDEO', 'demand'),
  row('amazon.titan-text-express-v1:0:8k', 'Titan Text G1 - Express', text, 'provisioned', 'LEGACY'),
  row('amazon.titan-text-express-v1', 'Titan Text G1 - Express', text, 'demand', 'LEGACY'),
  row('amazon.titan-embed-text-v2:0', 'Titan Text Embeddings V2', embedding, 'demand'),
  row('amazon.titan-embed-text-v2:0:8k', 'Titan Text Embeddings V2', embedding, 'none'),
  row('meta.llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick 17B Instruct', vision, 'profile'),
  row('meta.llama4-scout-17b-instruct-v1:0', 'Llama 4 Scout 17B Instruct', vision, 'profile'),
  row('meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B Instruct', text, 'profile'),
  row('meta.llama3-1-8b-instruct-v1:0', 'Llama 3.1 8B Instruct', text, 'profile'),
  row('meta.llama3-8b-instruct-v1:0', 'Llama 3 8B Instruct', text, 'demand'),
  row('mistral.mistral-large-3-675b-instruct', 'Mistral Large 3', vision, 'demand'),
  row('mistral.pixtral-large-2502-v1:0', 'Pixtral Large (25.02)', vision, 'profile'),
  row('mistral.mistral-large-2402-v1:0', 'Mistral Large (24.02)', text, 'demand'),
  row('mistral.mixtral-8x7b-instruct-v0:1', 'Mixtral 8x7B Instruct', text, 'demand'),
  row('mistral.mistral-7b-instruct-v0:2', 'Mistral 7B Instruct', text, 'demand'),
  row('deepseek.r1-v1:0', 'DeepSeek-R1', text, 'profile'),
  row('cohere.command-r-plus-v1:0', 'Command R+', text, 'demand'),
  row('cohere.embed-v4:0', 'Embed v4', 'TEXT,IMAGE > EMBEDDING', 'both'),
  row('cohere.rerank-v3-5:0', 'Rerank 3.5', text, 'demand'),
  row('ai21.jamba-1-5-large-v1:0', 'Jamba 1.5 Large', text, 'demand'),
  row('qwen.qwen3-vl-235b-a22b', 'Qwen3 VL 235B A22B', vision, 'demand'),
  row('qwen.qwen3-coder-30b-a3b-v1:0', 'Qwen3-Coder-30B-A3B-Instruct', text, 'demand'),
  row('openai.gpt-oss-120b-1:0', 'gpt-oss-120b', text, 'demand'),
  row('google.gemma-3-27b-it', 'Gemma 3 27B PT', vision, 'demand'),
  row('nvidia.nemotron-nano-3-30b', 'Nemotron Nano 3 30B', text, 'demand'),
  row('minimax.minimax-m2', 'MiniMax M2', text, 'demand'),
  row('moonshot.kimi-k2-thinking', 'Kimi K2 Thinking', text, 'demand'),
  row('writer.palmyra-x5-v1:0', 'Palmyra X5', text, 'profile'),
  row('stability.stable-image-inpaint-v1:0', 'Stable Image Inpaint', image, 'profile'),
  row('twelvelabs.pegasus-1-2-v1:0', 'Pegasus v1.2', 'TEXT,VIDEO > TEXT', 'both'),
  row(
    'twelvelabs.marengo-embed-3-0-v1:0',
    'Marengo Embed 3.0',
    'TEXT,IMAGE,SPEECH,VIDEO > EMBEDDING',
    'both',
  ),
  row('luma.ray-v2:0', 'Ray v2', 'TEXT,IMAGE > VIDEO', 'demand'),
];

export const providers: Readonly<Record<string, string>> = {
  ai21: 'AI21 Labs',
  amazon: 'Amazon',
  anthropic: 'Anthropic',
  cohere: 'Cohere',
  deepseek: 'DeepSeek',
  google: 'Google',
  luma: 'Luma AI',
  meta: 'Meta',
  minimax: 'MiniMax',
  mistral: 'Mistral AI',
  moonshot: 'Moonshot AI',
  nvidia: 'NVIDIA',
  openai: 'OpenAI',
  qwen: 'Qwen',
  stability: 'Stability AI',
  twelvelabs: 'TwelveLabs',
  writer: 'Writer',
};

/** The models with a profile for the region's own geography, and those with one for the whole world. */
export const geographicProfiles: readonly string[] = [
  'anthropic.claude-opus-5',
  'anthropic.claude-sonnet-5',
  'anthropic.claude-opus-4-7',
  'anthropic.claude-opus-4-6-v1',
  'anthropic.claude-sonnet-4-6',
  'anthropic.claude-opus-4-5-20251101-v1:0',
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'anthropic.claude-opus-4-1-20250805-v1:0',
  'anthropic.claude-sonnet-4-20250514-v1:0',
  'anthropic.claude-3-7-sonnet-20250219-v1:0',
  'anthropic.claude-3-5-haiku-20241022-v1:0',
  'anthropic.claude-3-5-sonnet-20240620-v1:0',
  // Its summary names no profile, but there is one: so it is with the real service.
  'anthropic.claude-3-haiku-20240307-v1:0',
  'amazon.nova-2-lite-v1:0',
  'amazon.nova-premier-v1:0',
  'amazon.nova-pro-v1:0',
  'amazon.nova-lite-v1:0',
  'amazon.nova-micro-v1:0',
  'meta.llama4-maverick-17b-instruct-v1:0',
  'meta.llama3-3-70b-instruct-v1:0',
  'meta.llama3-1-8b-instruct-v1:0',
  'mistral.pixtral-large-2502-v1:0',
  'deepseek.r1-v1:0',
  'writer.palmyra-x5-v1:0',
  'stability.stable-image-inpaint-v1:0',
];

export const globalProfiles: readonly string[] = [
  'anthropic.claude-sonnet-5',
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'amazon.nova-2-lite-v1:0',
  'cohere.embed-v4:0',
];

/** One application profile: its id is a random string, and says nothing about the model behind it. */
export const applicationProfile = {
  id: 'k7ttp2wxy41q',
  name: 'team-assistant',
  model: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
};

function row(
  id: string,
  name: string,
  modalities: string,
  inference: InferenceTypes,
  lifecycle: 'ACTIVE' | 'LEGACY' = 'ACTIVE',
): ModelRow {
  const [inputs = '', outputs = ''] = modalities.split(' > ');
  return { id, name, inputs, outputs, inference, legacy: lifecycle === 'LEGACY' };
}
