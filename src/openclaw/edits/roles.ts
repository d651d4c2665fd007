/** What a model is in OpenClaw's config, by whichever of its routes the config names it. */
import { type BedrockModel, findByRef, PROVIDER_ID } from '../../bedrock/models/bedrockModel.ts';
import type { JsonObject } from '../jsonValue.ts';
import { aliasOf } from './alias.ts';
import { fallbackRefs } from './fallbacks.ts';
import { imageRef } from './imageModel.ts';
import { describedRefs } from './modelEntries.ts';
import { primaryRef } from './primaryModel.ts';

export interface Roles {
  readonly isPrimary: boolean;
  /** From 1 in the order in which fallbacks are tried; 0: it is none. */
  readonly fallback: number;
  readonly isImageModel: boolean;
  /** Whether the provider block describes it. */
  readonly isDescribed: boolean;
  readonly alias: string | undefined;
}

export function rolesOf(config: JsonObject | undefined, model: BedrockModel): Roles {
  const isIt = (ref: string | undefined) => ref !== undefined && findByRef([model], ref) !== undefined;
  return {
    isPrimary: isIt(primaryRef(config)),
    fallback: fallbackRefs(config).findIndex(isIt) + 1,
    isImageModel: isIt(imageRef(config)),
    isDescribed: describedRefs(config).some(isIt),
    alias: model.routes.map(({ id }) => aliasOf(config, `${PROVIDER_ID}/${id}`)).find(Boolean),
  };
}

/** Whether OpenClaw uses the model by itself. */
export function isInUse(config: JsonObject | undefined, model: BedrockModel): boolean {
  const { isPrimary, fallback, isImageModel } = rolesOf(config, model);
  return isPrimary || fallback > 0 || isImageModel;
}
