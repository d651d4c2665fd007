/** A model as the rest of the extension sees it: one for each model and connection, with its routes. */
import type { Price } from './figures.ts';
import type { ModelFacts } from './modelFacts.ts';

/**
 * How a route came to be: `on-demand` and `profile` are AWS's own, the others somebody of this account made or bought:
 * `provisioned` throughput, an `application` profile, an `imported` model, a prompt `router`.
 */
export type RouteKind = 'on-demand' | 'provisioned' | 'profile' | 'application' | 'imported' | 'router';

/** One way to invoke a model. */
export interface Route {
  readonly kind: RouteKind;
  /** What Converse takes as `modelId`: an id, or the ARN of what somebody made. */
  readonly id: string;
  /** Absent where the lists name none. */
  readonly arn?: string;
  /**
   * Where requests may be processed: `region` (the caller's own), `geography` (several regions that include
   * the caller's) or `global` (any commercial region).
   */
  readonly reach: 'region' | 'geography' | 'global';
  /** Shown to people: a profile's prefix such as `us`, `eu` and `global`, or the name that somebody gave it. */
  readonly label: string;
  /** Regions the profile names; empty for routes that stay in the caller's own. */
  readonly regions: readonly string[];
  /** Absent where the catalogue has none. */
  readonly price?: Price;
}

export type Input = 'text' | 'image';

/** Where a figure comes from. `default`: nothing is known, and discovery's own default stands in. */
export type FigureSource = 'config' | 'catalogue' | 'family' | 'default';

export interface BedrockModel {
  /** The foundation model's id, or the ARN of what somebody made: stable, and the same on every connection. */
  readonly key: string;
  readonly name: string;
  readonly provider: string;
  /** The ways to invoke it, the default first; never empty. */
  readonly routes: readonly [Route, ...Route[]];
  /** As OpenClaw has them. */
  readonly input: readonly Input[];
  /** As OpenClaw has it, by the name; whether and how a model reasons is in `facts`. */
  readonly reasoning: boolean;
  /** Tokens. */
  readonly contextWindow: number;
  /** The largest answer, in tokens. */
  readonly maxTokens: number;
  readonly sources: Readonly<Record<'contextWindow' | 'maxTokens', FigureSource>>;
  /** What the model takes in a conversation. */
  readonly facts: ModelFacts;
  /** When it came out, in milliseconds since the epoch. */
  readonly released?: number;
  /** There for models that AWS is about to take away. */
  readonly legacy?: Legacy;
}

export interface Legacy {
  /** Milliseconds since the epoch; absent where AWS does not say. */
  readonly endOfLife?: number;
}

/** What the default route of a model is invoked by. */
export function invocationId({ routes }: BedrockModel): string {
  return routes[0].id;
}

/** OpenClaw's provider id, and our vendor in the editor's chat. */
export const PROVIDER_ID = 'amazon-bedrock';

/** The provider under which imported models stand: AWS names none. */
export const IMPORTED = 'Imported';

/** How OpenClaw's config refers to a model: `amazon-bedrock/<invocation id>`. */
export function modelRef(model: BedrockModel): string {
  return `${PROVIDER_ID}/${invocationId(model)}`;
}

/** The invocation id in an OpenClaw ref, if it is one of Bedrock's; only the first slash separates. */
export function invocationIdOfRef(ref: string): string | undefined {
  const prefix = `${PROVIDER_ID}/`;
  return ref.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}

export function isBedrockRef(ref: string): boolean {
  return invocationIdOfRef(ref) !== undefined;
}

/**
 * A model to begin with where nobody has chosen one: an all-round model with much room, else any with tools; none that
 * AWS calls legacy, unless there is no other.
 */
export function modelToBeginWith(models: readonly BedrockModel[]): BedrockModel | undefined {
  const current = models.filter(({ legacy }) => !legacy);
  const byRoom = (current.length > 0 ? current : models).toSorted(
    (a, b) => b.contextWindow - a.contextWindow || b.maxTokens - a.maxTokens,
  );
  return (
    byRoom.find(({ facts }) => facts.allRound) ??
    byRoom.find(({ facts }) => facts.tools === 'streaming') ??
    byRoom[0]
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
