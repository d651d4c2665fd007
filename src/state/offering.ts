/** Which models the chat's picker offers: what somebody chose, what OpenClaw uses, else a few that are worth it. */
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { offeredByDefault } from '../bedrock/models/offered.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { isInUse } from '../openclaw/edits/roles.ts';
import type { ModelChoices } from './modelChoices.ts';

/** Whether each of these models is offered. `config`: OpenClaw's. */
export function offering(
  models: readonly BedrockModel[],
  choices: Pick<ModelChoices, 'isFavourite' | 'isShown'>,
  config: JsonObject | undefined,
): (model: BedrockModel) => boolean {
  const byDefault = offeredByDefault(models);
  return model => {
    const chosen = choices.isShown(model.key);
    if (chosen !== undefined) return chosen;
    return byDefault.has(model.key) || choices.isFavourite(model.key) || isInUse(config, model);
  };
}
