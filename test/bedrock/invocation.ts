/** Finds the model that an id or ARN in the path stands for, or refuses it as the service does. */
import { lastSegment, modelArn } from './arns.ts';
import { familyOf, type Family } from './families.ts';
import type { ModelLists, ModelSummary, ProfileSummary } from './lists.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Operation } from './requests.ts';

export interface InvokedModel {
  /** The foundation model's id, behind whatever profile it was reached through. */
  modelId: string;
  family: Family;
}

export interface Service {
  region: string;
  lists: ModelLists;
  /** Ids of foundation models which this account has no access to. */
  noAccess: ReadonlySet<string>;
}

const texts = {
  unknown: 'The provided model identifier is invalid.',
  notChat:
    "This action doesn't support the model that you provided. Try again with a supported text or chat model.",
  noStreaming: 'The model is unsupported for streaming.',
  noAccess: "You don't have access to the model with the specified model ID.",
  // The apostrophe is the service's own U+2019.
  notOnDemand: (id: string) =>
    `Invocation of model ID ${id} with on-demand throughput isn’t supported. Retry your request with the ID or ` +
    'ARN of an inference profile that contains this model.',
};

export function invokedModel(idOrArn: string, operation: Operation, service: Service): InvokedModel {
  const { modelId, bare } = foundationModel(idOrArn, service);
  const summary = service.lists.foundationModels.find(model => model.modelId === modelId);
  if (bare && !summary?.inferenceTypesSupported?.includes('ON_DEMAND')) {
    throw invalid(texts.notOnDemand(idOrArn));
  }
  const family = familyOf(modelId);
  if (!family.chat || (summary && !readsAndWritesText(summary))) {
    throw invalid(texts.notChat);
  }
  if (operation === 'ConverseStream' && summary?.responseStreamingSupported === false) {
    throw invalid(texts.noStreaming);
  }
  if (service.noAccess.has(modelId)) {
    throw new Refusal(403, 'AccessDeniedException', texts.noAccess);
  }
  return { modelId, family };
}

/** `bare`: invoked by its own id or ARN, and not through a profile. */
function foundationModel(idOrArn: string, { region, lists }: Service): { modelId: string; bare: boolean } {
  const profile = lists.inferenceProfiles.find(profile => isNamed(profile, idOrArn));
  if (profile) {
    return { modelId: lastSegment(profile.models[0]?.modelArn ?? ''), bare: false };
  }
  const ownArn = modelArn('', region);
  const modelId = idOrArn.startsWith(ownArn) ? idOrArn.slice(ownArn.length) : idOrArn;
  if (!lists.foundationModels.some(model => model.modelId === modelId)) {
    throw invalid(texts.unknown);
  }
  return { modelId, bare: true };
}

/** The short id of an application profile can't be invoked, only its ARN. */
function isNamed(profile: ProfileSummary, idOrArn: string): boolean {
  const byId = profile.type === 'SYSTEM_DEFINED' && profile.inferenceProfileId === idOrArn;
  return byId || profile.inferenceProfileArn === idOrArn;
}

function readsAndWritesText({ inputModalities, outputModalities }: ModelSummary): boolean {
  return Boolean(inputModalities?.includes('TEXT') && outputModalities?.includes('TEXT'));
}
