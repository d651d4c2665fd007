/** Models, configs and short forms of plans, for tests of the plans. */
import type { BedrockModel, Route } from '../../../../src/bedrock/models/bedrockModel.ts';
import { modelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import type { Edit } from '../../../../src/openclaw/editConfig.ts';
import type { Plan, RelatedChange } from '../../../../src/openclaw/edits/plan.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';

function route(kind: Route['kind'], id: string, label: string): Route {
  return { kind, id, label, reach: kind === 'on-demand' ? 'region' : 'geography', regions: [] };
}

/** On demand, and through a profile. */
export const ONE: BedrockModel = {
  key: 'acme.one-v1:0',
  name: 'One',
  provider: 'Acme',
  routes: [route('on-demand', 'acme.one-v1:0', 'on demand'), route('profile', 'us.acme.one-v1:0', 'us')],
  input: ['text', 'image'],
  reasoning: true,
  contextWindow: 200_000,
  maxTokens: 8_192,
  sources: { contextWindow: 'catalogue', maxTokens: 'catalogue' },
  facts: modelFacts('acme.one-v1:0'),
};

/** Through a profile alone; takes no images. */
export const TWO: BedrockModel = {
  ...ONE,
  key: 'acme.two-v1:0',
  name: 'Two',
  routes: [route('profile', 'eu.acme.two-v1:0', 'eu')],
  input: ['text'],
  reasoning: false,
  maxTokens: 4_096,
};

export const [ONE_REF, ONE_US_REF, TWO_REF] = [
  'amazon-bedrock/acme.one-v1:0',
  'amazon-bedrock/us.acme.one-v1:0',
  'amazon-bedrock/eu.acme.two-v1:0',
];

/** As entries of a provider block. */
export const ONE_ENTRY = {
  id: 'acme.one-v1:0',
  name: 'One',
  reasoning: true,
  input: ['text', 'image'],
  contextWindow: 200_000,
  maxTokens: 8_192,
};
export const TWO_ENTRY = {
  id: 'eu.acme.two-v1:0',
  name: 'Two',
  reasoning: false,
  input: ['text'],
  contextWindow: 200_000,
  maxTokens: 4_096,
};

export const PROVIDER = ['models', 'providers', 'amazon-bedrock'];
export const PLUGIN = ['plugins', 'entries', 'amazon-bedrock'];

export function defaults(its: JsonObject): JsonObject {
  return { agents: { defaults: its } };
}

/** A provider block with these entries. */
export function block(...models: JsonObject[]): JsonObject {
  return { models: { providers: { 'amazon-bedrock': { baseUrl: 'https://x', models } } } };
}

/** The block that is made where there is none. */
export function newBlock(...models: JsonObject[]): Edit {
  return {
    path: PROVIDER,
    value: {
      baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
      api: 'bedrock-converse-stream',
      auth: 'aws-sdk',
      models,
    },
  };
}

type Brief = readonly [consent: RelatedChange['consent'], text: string, ...edits: Edit[]];

export function related(plan: Plan): Brief[] {
  return plan.related.map(({ consent, text, edits }) => [consent, text, ...edits]);
}

export function warnings(plan: Plan): string[] {
  return plan.warnings.map(({ text }) => text);
}
