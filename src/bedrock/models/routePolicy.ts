/** Which routes may be used, and which of them first: a matter of where a company lets its data go. */
import type { BedrockModel, Route } from './bedrockModel.ts';

/**
 * - `auto`: the nearest that there is, `global` only where there is nothing else.
 * - `regional`: never beyond the geography of the caller.
 * - `global`: `global` where there is one, else the nearest.
 * - `on-demand`: never beyond the caller's own region.
 */
export const ROUTE_POLICIES = ['auto', 'regional', 'global', 'on-demand'] as const;
export type RoutePolicy = (typeof ROUTE_POLICIES)[number];

/** The model with the routes that the policy lets it have, the default first; undefined where that is none. */
export function underPolicy(model: BedrockModel, policy: RoutePolicy): BedrockModel | undefined {
  const allowed = model.routes.filter(ALLOWS[policy]);
  // The sort is stable: what is equal keeps the order of preference.
  const [first, ...others] =
    policy === 'global' ? allowed.sort((a, b) => Number(isGlobal(b)) - Number(isGlobal(a))) : allowed;
  return first && { ...model, routes: [first, ...others] };
}

const isGlobal = ({ reach }: Route) => reach === 'global';
const ALLOWS: Readonly<Record<RoutePolicy, (route: Route) => boolean>> = {
  auto: () => true,
  regional: route => !isGlobal(route),
  global: () => true,
  'on-demand': ({ reach }) => reach === 'region',
};
