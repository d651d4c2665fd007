/** Models of this account's own: customised ones with throughput of theirs, imported ones, and prompt routers. */
import { type BedrockModel, IMPORTED, type Input, type Route } from './bedrockModel.ts';
import { limitsOf } from './figures.ts';
import {
  type ImportedModel,
  type Lists,
  parseModelArn,
  type PromptRouter,
  type ProvisionedThroughput,
} from './lists.ts';
import type { Making } from './modelsOf.ts';
import { commonFacts, modelFacts } from './modelFacts.ts';
import { isInService, ownRoute, REACHES } from './routes.ts';

/** `models`: the foundation models, by which a router is known. */
export function ownModels(lists: Lists, models: readonly BedrockModel[], making: Making): BedrockModel[] {
  const { provisionedThroughputs = [], importedModels = [], promptRouters = [] } = lists;
  return [
    ...provisionedThroughputs.flatMap(each => customised(each, models, making)),
    ...importedModels.flatMap(each => imported(each, making)),
    ...promptRouters.flatMap(each => router(each, models)),
  ];
}

/** Throughput of a foundation model is a route to that; this is what has no other entry. */
function customised(
  throughput: ProvisionedThroughput,
  models: readonly BedrockModel[],
  { settings, catalogue }: Making,
): BedrockModel[] {
  const { provisionedModelArn, provisionedModelName, modelArn, foundationModelArn } = throughput;
  const route = ownRoute('provisioned', provisionedModelArn, provisionedModelName);
  if (!route || parseModelArn(modelArn).modelId || !isInService(throughput)) return [];
  const base = parseModelArn(foundationModelArn).modelId;
  const facts = modelFacts(base);
  const known = models.find(({ key }) => key === base);
  return [
    {
      ...named(route),
      provider: known?.provider ?? IMPORTED,
      input: known?.input ?? ['text'],
      ...limitsOf(base, facts, catalogue, settings),
      facts,
    },
  ];
}

function imported(
  { modelArn, modelName, creationTime, instructSupported }: ImportedModel,
  { settings, catalogue }: Making,
): BedrockModel[] {
  const route = ownRoute('imported', modelArn, modelName);
  if (!route || instructSupported !== true) return [];
  const facts = modelFacts(route.id);
  return [
    {
      ...named(route),
      provider: IMPORTED,
      input: ['text'],
      ...limitsOf(route.id, facts, catalogue, settings),
      facts,
      ...(creationTime && { released: creationTime.getTime() }),
    },
  ];
}

/** Any of its models may answer, so it takes and holds what all of them do. */
function router(
  { promptRouterArn, promptRouterName, status, models: targets = [], fallbackModel }: PromptRouter,
  models: readonly BedrockModel[],
): BedrockModel[] {
  const route = ownRoute('router', promptRouterArn, promptRouterName);
  const all = fallbackModel && targets.length > 0 ? [...targets, fallbackModel] : targets;
  const found = all.map(({ modelArn }) => target(modelArn, models));
  const [first] = found;
  if (!route || !first || status !== 'AVAILABLE' || !found.every(each => each !== undefined)) return [];
  const reaches = found.map(each => each.route.reach);
  const least = (figure: 'contextWindow' | 'maxTokens') =>
    found.map(each => each.model).reduce((a, b) => (b[figure] < a[figure] ? b : a));
  const [window, output] = [least('contextWindow'), least('maxTokens')];
  const inputs: readonly Input[] = ['text', 'image'];
  return [
    {
      ...named({ ...route, reach: REACHES.findLast(reach => reaches.includes(reach)) ?? 'region' }),
      provider: first.model.provider,
      input: inputs.filter(input => found.every(each => each.model.input.includes(input))),
      contextWindow: window.contextWindow,
      maxTokens: output.maxTokens,
      sources: { contextWindow: window.sources.contextWindow, maxTokens: output.sources.maxTokens },
      facts: commonFacts(found.map(each => each.model.facts)),
    },
  ];
}

/** The model and the route of it that an ARN names: a foundation model's own, or an inference profile's. */
function target(arn: string | undefined, models: readonly BedrockModel[]) {
  const { modelId } = parseModelArn(arn);
  for (const model of models) {
    const route = model.routes.find(
      each => each.arn === arn || (each.kind === 'on-demand' && each.id === modelId),
    );
    if (route) return { model, route };
  }
  return undefined;
}

function named(route: Route): Pick<BedrockModel, 'key' | 'name' | 'routes' | 'reasoning'> {
  return {
    key: route.id,
    name: route.label,
    routes: [route],
    reasoning: /reasoning|thinking/i.test(route.label),
  };
}
