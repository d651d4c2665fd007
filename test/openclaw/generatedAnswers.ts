/** Answers of the two list calls as nobody has seen them: odd ids, missing members, every status and modality. */
import { Random } from '../unit/random.ts';
import type { DiscoveryCase } from './children/discovery.ts';

const PROVIDERS = ['Anthropic', 'Amazon', 'Mistral AI', 'acme', undefined];
const FAMILIES = [
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-3-haiku-20240307-v1:0',
  'amazon.nova-pro-v1:0',
  'amazon.nova-sonic-v1:0',
  'mistral.mistral-large-2402-v1:0',
  'cohere.rerank-v3-5:0',
  'acme.thinking-large-v2:0',
  'acme.one-v1:0',
  'ACME.Two-v1',
];
const MODALITIES = ['TEXT', 'IMAGE', 'text', 'Image', 'SPEECH', 'VIDEO', 'EMBEDDING'];
const INFERENCE = ['ON_DEMAND', 'INFERENCE_PROFILE', 'PROVISIONED'];
const PREFIXES = ['us', 'eu', 'apac', 'global', 'jp', 'ca', 'us-gov'];
const REGIONS = ['us-east-1', 'us-west-2', 'eu-central-1', 'ap-northeast-1', ''];
const FILTERS = [undefined, undefined, [], ['anthropic'], ['AMAZON ', 'acme'], ['mistral ai'], ['mistral']];

/** AWS gives no id to two things. */
function unique<Item>(items: readonly Item[], idOf: (item: Item) => string | undefined): Item[] {
  return [...new Map(items.map(item => [idOf(item)?.trim().toLowerCase(), item])).values()];
}

export function generatedAnswers(random: Random): DiscoveryCase {
  const some = <Item>(items: readonly Item[]) => items.filter(() => random.chance(0.4));
  const many = <Item>(make: () => Item, most: number) => Array.from({ length: random.below(most) }, make);
  const arn = (modelId: string) => `arn:aws:bedrock:${random.pick(REGIONS)}::foundation-model/${modelId}`;
  // Few, so that profiles find their models.
  const families = [random.pick(FAMILIES), random.pick(FAMILIES), random.pick(FAMILIES)];
  const modelId = () => random.pick(families) + random.pick(['', '', '', '', ':24k']);

  const foundationModel = () => ({
    modelId: random.pick([modelId(), modelId(), modelId(), ` ${modelId()}`, '', undefined]),
    modelName: random.pick(['One', 'Two Reasoning', ' Three ', '', undefined]),
    providerName: random.pick(PROVIDERS),
    inputModalities: random.pick([some(MODALITIES), ['TEXT'], ['TEXT', 'IMAGE'], undefined]),
    outputModalities: random.pick([some(MODALITIES), ['TEXT'], ['TEXT'], undefined]),
    responseStreamingSupported: random.pick([true, true, true, false, undefined]),
    inferenceTypesSupported: random.pick([some(INFERENCE), ['ON_DEMAND'], undefined]),
    modelLifecycle: random.pick([
      { status: 'ACTIVE' },
      { status: 'ACTIVE' },
      { status: 'active' },
      { status: 'LEGACY' },
      {},
      undefined,
    ]),
  });
  const profile = () => {
    const base = modelId();
    const own = `k7ttp2wxy${random.below(1_000_000)}`;
    return {
      inferenceProfileId: random.pick([`${random.pick(PREFIXES)}.${base}`, own, undefined]),
      inferenceProfileArn: `arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/${own}`,
      inferenceProfileName: random.pick(['US One', '', undefined]),
      status: random.pick(['ACTIVE', 'ACTIVE', 'INACTIVE', undefined]),
      type: random.pick(['SYSTEM_DEFINED', 'SYSTEM_DEFINED', 'APPLICATION']),
      models: random.pick([
        [...many(() => ({ modelArn: arn(base) }), 4), { modelArn: arn(base) }],
        [{ modelArn: arn(base) }],
        [{ modelArn: 'arn:aws:bedrock:us-east-1:1:custom-model/x' }],
        undefined,
      ]),
    };
  };
  const providerFilter = random.pick(FILTERS);
  const models = unique(many(foundationModel, 8), ({ modelId }) => modelId);
  return {
    region: 'us-east-1',
    foundationModels: random.chance(0.1) ? [...models, ...models] : models,
    inferenceProfiles: unique(many(profile, 8), each => each.inferenceProfileId),
    settings: {
      ...(providerFilter && { providerFilter }),
      ...(random.chance() && { defaultContextWindow: 12_345, defaultMaxTokens: 678 }),
    },
  };
}
