/** How the models of a list are seen: with the routes that the policy allows, and as OpenClaw's config describes them. */
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { asDescribed, type Described } from '../bedrock/models/described.ts';
import { type RoutePolicy, underPolicy } from '../bedrock/models/routePolicy.ts';

export interface Lens {
  readonly policy: RoutePolicy;
  readonly described: readonly Described[];
}

export interface Seen {
  readonly models: readonly BedrockModel[];
  /** Those that the policy leaves no route to. */
  readonly outOfReach: readonly BedrockModel[];
}

export function through({ policy, described }: Lens, models: readonly BedrockModel[]): Seen {
  const [seen, outOfReach]: [BedrockModel[], BedrockModel[]] = [[], []];
  for (const model of models) {
    const allowed = underPolicy(model, policy);
    if (allowed) seen.push(allowed);
    else outOfReach.push(model);
  }
  return { models: asDescribed(seen, described), outOfReach };
}
