/** Short ways to write what the two list calls answer. */
import {
  DEFAULT_DISCOVERY,
  type DiscoverySettings,
} from '../../../../src/bedrock/models/discoverySettings.ts';
import { AMAZON_BEDROCK_MODELS } from '../../../../src/bedrock/models/catalogue.ts';
import type { FoundationModel, InferenceProfile, Lists } from '../../../../src/bedrock/models/lists.ts';
import { modelsOf } from '../../../../src/bedrock/models/modelsOf.ts';

export function foundationModel(modelId: string, more: Partial<FoundationModel> = {}): FoundationModel {
  return {
    modelId,
    modelName: `Name of ${modelId}`,
    providerName: 'Acme',
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    responseStreamingSupported: true,
    inferenceTypesSupported: ['ON_DEMAND'],
    modelLifecycle: { status: 'ACTIVE' },
    ...more,
  };
}

/** A profile for `modelId` over `regions`; a blank region is an ARN without one, as global profiles have. */
export function profile(
  inferenceProfileId: string,
  modelId: string,
  regions: readonly string[],
  more: Partial<InferenceProfile> = {},
): InferenceProfile {
  return {
    inferenceProfileId,
    inferenceProfileName: `Profile ${inferenceProfileId}`,
    status: 'ACTIVE',
    models: regions.map(region => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/${modelId}` })),
    ...more,
  };
}

export function models(
  lists: Partial<Lists>,
  settings: Partial<DiscoverySettings> = {},
  region = 'us-east-1',
) {
  return modelsOf(
    { inferenceProfiles: [], ...lists },
    { region, settings: { ...DEFAULT_DISCOVERY, ...settings }, catalogue: AMAZON_BEDROCK_MODELS },
  );
}

export function keys(lists: Partial<Lists>, settings: Partial<DiscoverySettings> = {}): string[] {
  return models(lists, settings).map(({ key }) => key);
}
