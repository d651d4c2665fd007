/** The primary model in OpenClaw's config: reading it, and the edits that set it. */
import { type BedrockModel, findByRef } from '../bedrock/models/bedrockModel.ts';
import type { Edit } from './editConfig.ts';
import { isObject, type JsonObject, valueAt } from './jsonValue.ts';

const MODEL = ['agents', 'defaults', 'model'] as const;
const MODELS = ['agents', 'defaults', 'models'] as const;

/** The ref of the primary model, such as `amazon-bedrock/us.amazon.nova-pro-v1:0`, of whatever provider. */
export function primaryRef(config: JsonObject | undefined): string | undefined {
  const model = valueAt(config, MODEL);
  const primary = isObject(model) ? model['primary'] : model;
  return typeof primary === 'string' && primary ? primary : undefined;
}

/** The model that is the primary one, whichever of its routes the config names; undefined when it is none of these. */
export function primaryModel(
  models: readonly BedrockModel[],
  config: JsonObject | undefined,
): BedrockModel | undefined {
  const ref = primaryRef(config);
  return ref === undefined ? undefined : findByRef(models, ref)?.model;
}

/**
 * The edits that make `ref` the primary model. A string stays a string and an object keeps its `fallbacks`.
 * A map of models that is not empty is OpenClaw's allowlist, so the ref is added to it; none is ever made,
 * since that would turn "any model" into "only this one".
 */
export function primaryEdits(config: JsonObject, ref: string): Edit[] {
  const model = valueAt(config, MODEL);
  const models = valueAt(config, MODELS);
  const primary: Edit =
    typeof model === 'string'
      ? { path: MODEL, value: ref }
      : isObject(model)
        ? { path: [...MODEL, 'primary'], value: ref }
        : { path: MODEL, value: { primary: ref } };
  const isAllowlist = isObject(models) && Object.keys(models).length > 0;
  return isAllowlist && !Object.hasOwn(models, ref)
    ? [primary, { path: [...MODELS, ref], value: {} }]
    : [primary];
}
