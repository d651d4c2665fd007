/** A model as the rest of the extension sees it: one for each model and connection, with its routes. */
import { modelFacts } from './modelFacts.ts';

/** One way to invoke a model. */
export interface Route {
  readonly kind: 'on-demand' | 'profile' | 'application';
  /** What Converse takes as `modelId`: the foundation model's id, or the inference profile's. */
  readonly id: string;
  /**
   * Where requests may be processed: `region` (the caller's own), `geography` (several regions that include
   * the caller's) or `global` (any commercial region).
   */
  readonly reach: 'region' | 'geography' | 'global';
  /** Shown to people: `on demand`, or a profile's prefix such as `us`, `eu` and `global`. */
  readonly label: string;
  /** Regions the profile names; empty for on-demand routes. */
  readonly regions: readonly string[];
}

export type Input = 'text' | 'image';

export interface BedrockModel {
  /** The foundation model's id: stable over time and the same on every connection. */
  readonly key: string;
  readonly name: string;
  readonly provider: string;
  /** The ways to invoke it, the default first; never empty. */
  readonly routes: readonly [Route, ...Route[]];
  /** Text first. */
  readonly input: readonly Input[];
  readonly reasoning: boolean;
  /** Tokens. */
  readonly contextWindow: number;
  /** The largest answer, in tokens. */
  readonly maxTokens: number;
  /** True where both limits are the discovery defaults, since nothing is known of this model. */
  readonly limitsAreDefaults: boolean;
}

/** What the default route of a model is invoked by. */
export function invocationId({ routes }: BedrockModel): string {
  return routes[0].id;
}

/** OpenClaw's provider id, and our vendor in the editor's chat. */
export const PROVIDER_ID = 'amazon-bedrock';

/** How OpenClaw's config refers to a model: `amazon-bedrock/<invocation id>`. */
export function modelRef(model: BedrockModel): string {
  return `${PROVIDER_ID}/${invocationId(model)}`;
}

/** The invocation id in an OpenClaw ref, if it is one of Bedrock's; only the first slash separates. */
export function invocationIdOfRef(ref: string): string | undefined {
  const prefix = `${PROVIDER_ID}/`;
  return ref.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}

/** A model to begin with where nobody has chosen one: an all-round model with much room, else any with tools. */
export function modelToBeginWith(models: readonly BedrockModel[]): BedrockModel | undefined {
  const byRoom = models.toSorted((a, b) => b.contextWindow - a.contextWindow || b.maxTokens - a.maxTokens);
  return (
    byRoom.find(({ key }) => modelFacts(key).allRound) ??
    byRoom.find(({ key }) => modelFacts(key).tools === 'streaming') ??
    models[0]
  );
}

/** The model and route that an OpenClaw ref names, whichever of the model's routes it is. */
export function findByRef(
  models: readonly BedrockModel[],
  ref: string,
): { model: BedrockModel; route: Route } | undefined {
  const id = invocationIdOfRef(ref);
  for (const model of models) {
    const route = model.routes.find(candidate => candidate.id === id);
    if (route) return { model, route };
  }
  return undefined;
}
