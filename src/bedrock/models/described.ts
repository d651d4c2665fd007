/** Models as somebody describes them in OpenClaw's config: what stands there goes before what is known otherwise. */
import type { BedrockModel } from './bedrockModel.ts';
import type { Price } from './figures.ts';

/** What an entry says of the model that is invoked by `id`; what it leaves out is as it is. */
export interface Described extends Partial<Pick<BedrockModel, 'contextWindow' | 'maxTokens'>> {
  readonly id: string;
  readonly price?: Price;
}

/** The models with what the entries say of them. */
export function asDescribed(
  models: readonly BedrockModel[],
  entries: readonly Described[],
): readonly BedrockModel[] {
  if (entries.length === 0) return models;
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  return models.map(model => {
    // The default route's own entry, else that of any other.
    const entry = [...model.routes, { id: model.key }].map(({ id }) => byId.get(id)).find(Boolean);
    return entry ? overridden(model, entry, byId) : model;
  });
}

function overridden(
  model: BedrockModel,
  { contextWindow, maxTokens }: Described,
  byId: ReadonlyMap<string, Described>,
): BedrockModel {
  const [first, ...others] = model.routes;
  const priced = (route: BedrockModel['routes'][0]) => {
    const price = byId.get(route.id)?.price ?? route.price;
    return { ...route, ...(price && { price }) };
  };
  return {
    ...model,
    routes: [priced(first), ...others.map(priced)],
    contextWindow: contextWindow ?? model.contextWindow,
    maxTokens: maxTokens ?? model.maxTokens,
    sources: {
      contextWindow: contextWindow === undefined ? model.sources.contextWindow : 'config',
      maxTokens: maxTokens === undefined ? model.sources.maxTokens : 'config',
    },
  };
}
