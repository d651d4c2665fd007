/** The primary model in OpenClaw's config: reading it, and what setting it takes. */
import { type BedrockModel, findByRef } from '../../bedrock/models/bedrockModel.ts';
import { isObject, type JsonObject, valueAt } from '../jsonValue.ts';
import { allowing } from './allowlist.ts';
import { agentsWithOwnModel } from './agents.ts';
import { DEFAULT_MODEL, primaryEdit, primaryOf } from './modelSlot.ts';
import type { Plan, Surroundings } from './plan.ts';
import { provision } from './provider.ts';
import { agentWarnings, differenceWarnings, modelWarnings, pluginWarnings } from './warnings.ts';

/** The ref of the primary model, such as `amazon-bedrock/us.amazon.nova-pro-v1:0`, of whatever provider. */
export function primaryRef(config: JsonObject | undefined): string | undefined {
  return primaryOf(config, DEFAULT_MODEL);
}

/** The ref of the model that OpenClaw takes while none is set: the first that its config describes, of whatever provider. */
export function implicitPrimaryRef(config: JsonObject): string | undefined {
  const providers = valueAt(config, ['models', 'providers']);
  const refs = Object.entries(isObject(providers) ? providers : {}).flatMap(([provider, block]) => {
    const id = valueAt(block, ['models', 0, 'id']);
    return typeof id === 'string' && id ? [`${provider}/${id}`] : [];
  });
  return primaryRef(config) === undefined ? refs[0] : undefined;
}

/** The model that is the primary one, whichever of its routes the config names; undefined when it is none of these. */
export function primaryModel(
  models: readonly BedrockModel[],
  config: JsonObject | undefined,
): BedrockModel | undefined {
  const ref = primaryRef(config);
  return ref === undefined ? undefined : findByRef(models, ref)?.model;
}

/** Makes `ref` the primary model, and usable as such. */
export function planPrimary(config: JsonObject, ref: string, around: Surroundings): Plan {
  return {
    edits: [primaryEdit(config, DEFAULT_MODEL, ref)],
    related: [...allowing(config, [ref]), ...provision(config, [ref], around)],
    warnings: [
      ...modelWarnings([ref], around),
      ...differenceWarnings(around),
      ...agentWarnings(agentsWithOwnModel(config, ref)),
      ...pluginWarnings(config, around),
    ],
  };
}
