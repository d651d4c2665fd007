/** The models of a group as nodes of the tree, with all that is known and was chosen of each. */
import { rolesOf } from '../openclaw/edits/roles.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import type { ModelAccess } from '../state/modelAccess.ts';
import type { ModelChoices } from '../state/modelChoices.ts';
import { offering } from '../state/offering.ts';
import type { GroupNode } from './groupNode.ts';
import { ModelNode } from './modelNode.ts';

export interface ModelsLook {
  /** OpenClaw's config. */
  readonly config: JsonObject | undefined;
  readonly choices: Pick<ModelChoices, 'isFavourite' | 'isShown'>;
  readonly access: Pick<ModelAccess, 'of'>;
}

export function modelNodes(
  { root, models }: GroupNode,
  { config, choices, access }: ModelsLook,
): ModelNode[] {
  const { list } = root;
  const isOffered = offering(list.state.models ?? [], choices, config);
  return models.map(model => {
    const look = {
      roles: rolesOf(config, model),
      access: access.of(list, model),
      isFavourite: choices.isFavourite(model.key),
      isHidden: choices.isShown(model.key) === false,
      isOffered: isOffered(model),
    };
    return new ModelNode(model, look, root);
  });
}
