/** Finds the model that an id or ARN in the path stands for, or refuses it as the service does. */
import { lastSegment, modelArn } from './arns.ts';
import { hasAccess, isInRegion, type Availabilities } from './availability.ts';
import { familyOf, type Family } from './families.ts';
import type { ModelLists, ModelSummary, ProfileSummary } from './lists.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Operation } from './requests.ts';

export interface InvokedModel {
  /** The foundation model's id, behind whatever it was reached through; of an imported model, its ARN. */
  modelId: string;
  family: Family;
  /** Whether it takes images. */
  images: boolean;
}

export interface Service {
  region: string;
  lists: ModelLists;
  availability: Availabilities;
}

const texts = {
  unknown: 'The provided model identifier is invalid.',
  notChat:
    "This action doesn't support the model that you provided. Try again with a supported text or chat model.",
  noStreaming: 'The model is unsupported for streaming.',
  noAccess: "You don't have access to the model with the specified model ID.",
  notReady: 'Model is not ready for inference. Wait and try your request again.',
  // The apostrophe is the service's own U+2019.
  notOnDemand: (id: string) =>
    `Invocation of model ID ${id} with on-demand throughput isn’t supported. Retry your request with the ID or ` +
    'ARN of an inference profile that contains this model.',
};

/** What an id or ARN leads to. `bare`: a foundation model by its own id or ARN, and so on demand. */
interface Target {
  modelId: string;
  bare: boolean;
}

export function invokedModel(idOrArn: string, operation: Operation, service: Service): InvokedModel {
  const { modelId, bare } = target(idOrArn, service);
  const summary = service.lists.foundationModels.find(model => model.modelId === modelId);
  if (bare && !isInRegion(modelId, service.availability)) {
    throw invalid(texts.unknown);
  }
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
  if (!hasAccess(modelId, service.availability)) {
    throw new Refusal(403, 'AccessDeniedException', texts.noAccess);
  }
  return { modelId, family, images: summary?.inputModalities?.includes('IMAGE') ?? false };
}

function target(idOrArn: string, service: Service): Target {
  const found =
    profileTarget(idOrArn, service) ??
    provisionedTarget(idOrArn, service) ??
    importedTarget(idOrArn, service) ??
    routerTarget(idOrArn, service) ??
    bareTarget(idOrArn, service);
  if (!found) {
    throw invalid(texts.unknown);
  }
  return found;
}

function profileTarget(idOrArn: string, { lists }: Service): Target | undefined {
  const profile = lists.inferenceProfiles.find(profile => isNamed(profile, idOrArn));
  return profile && { modelId: lastSegment(profile.models[0]?.modelArn ?? ''), bare: false };
}

/** The short id of an application profile can't be invoked, only its ARN. */
function isNamed(profile: ProfileSummary, idOrArn: string): boolean {
  const byId = profile.type === 'SYSTEM_DEFINED' && profile.inferenceProfileId === idOrArn;
  return byId || profile.inferenceProfileArn === idOrArn;
}

/** A customised model takes what the one takes that it was made from. */
function provisionedTarget(arn: string, { lists }: Service): Target | undefined {
  const throughput = lists.provisionedThroughputs.find(each => each.provisionedModelArn === arn);
  if (throughput?.status === 'Creating') {
    throw new Refusal(429, 'ModelNotReadyException', texts.notReady);
  }
  if (!throughput || throughput.status === 'Failed') {
    return undefined;
  }
  return { modelId: lastSegment(throughput.foundationModelArn), bare: false };
}

function importedTarget(arn: string, { lists }: Service): Target | undefined {
  const model = lists.importedModels.find(each => each.modelArn === arn);
  if (model && model.instructSupported !== true) {
    throw invalid(texts.notChat);
  }
  return model && { modelId: model.modelArn, bare: false };
}

/** The simulator doesn't weigh prompts: the fallback answers all of them. */
function routerTarget(arn: string, service: Service): Target | undefined {
  const router = service.lists.promptRouters.find(each => each.promptRouterArn === arn);
  const chosen = router?.fallbackModel ?? router?.models[0];
  return chosen && target(chosen.modelArn, service);
}

function bareTarget(idOrArn: string, { region, lists }: Service): Target | undefined {
  const ownArn = modelArn('', region);
  const modelId = idOrArn.startsWith(ownArn) ? idOrArn.slice(ownArn.length) : idOrArn;
  return lists.foundationModels.some(model => model.modelId === modelId)
    ? { modelId, bare: true }
    : undefined;
}

function readsAndWritesText({ inputModalities, outputModalities }: ModelSummary): boolean {
  return Boolean(inputModalities?.includes('TEXT') && outputModalities?.includes('TEXT'));
}
