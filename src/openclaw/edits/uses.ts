/** Everywhere that OpenClaw's config says which models to use, by their refs or aliases. */
import type { JsonObject, Path } from '../jsonValue.ts';
import { isObject, valueAt } from '../jsonValue.ts';
import { agentsOf } from './agents.ts';
import { POLICY } from './allowlist.ts';
import { DEFAULT_MODEL, IMAGE_MODEL } from './modelSlot.ts';

/** A place that holds the name of a model. */
export interface Use {
  readonly path: Path;
  readonly name: string;
}

/** The places that name models to be used, and those that allow some; the map of models is not among them. */
export function usesOf(config: JsonObject): Use[] {
  const agents = agentsOf(config).map(({ slot }) => slot);
  const policies = [POLICY, ...agents.map(slot => [...slot.slice(0, -1), 'modelPolicy'])];
  return [
    ...[DEFAULT_MODEL, IMAGE_MODEL, ...agents].flatMap(slot => usesIn(config, slot)),
    ...policies.flatMap(policy => listed(config, [...policy, 'allow'])),
  ];
}

function usesIn(config: JsonObject, slot: Path): Use[] {
  const first = isObject(valueAt(config, slot)) ? [...slot, 'primary'] : slot;
  const name = valueAt(config, first);
  return [
    ...(typeof name === 'string' ? [{ path: first, name }] : []),
    ...listed(config, [...slot, 'fallbacks']),
  ];
}

function listed(config: JsonObject, path: Path): Use[] {
  const names = valueAt(config, path);
  if (!Array.isArray(names)) return [];
  return names.flatMap((name, at) => (typeof name === 'string' ? [{ path: [...path, at], name }] : []));
}
