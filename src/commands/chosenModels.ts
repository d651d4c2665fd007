/** The models that a command is about: given by ref, the nodes that are selected in the tree, or picked from the list. */
import * as l10n from '@vscode/l10n';
import {
  type BedrockModel,
  findByRef,
  invocationIdOfRef,
  type Route,
} from '../bedrock/models/bedrockModel.ts';
import { ProblemError } from '../problem.ts';
import { isModelNode } from '../sidebar/modelNode.ts';
import { isRouteNode } from '../sidebar/routeNode.ts';
import type { ModelList } from '../state/modelList.ts';
import { refuseOddTarget } from './chosenModel.ts';
import type { Parts } from './parts.ts';
import { pickModel } from './pickModel.ts';

/** A ref or several, the node that was clicked, what is selected in the tree (by a key), or nothing. */
export type Targets = string | readonly string[] | { readonly selected: true } | object | undefined;

/** A model, and the way to it that is meant. */
export interface Chosen {
  readonly model: BedrockModel;
  readonly route: Route;
  readonly list: ModelList;
}

/**
 * `selection`: what the editor hands over beside the node that was clicked. Empty when nothing is picked. Throws a
 * `ProblemError` for a ref that is not in the list.
 */
export async function chosenModels(
  { connections, selectedNodes }: Parts,
  target: Targets,
  selection: unknown,
  title: string,
): Promise<readonly Chosen[]> {
  if (typeof target === 'string' || Array.isArray(target)) {
    const list = await connections.detected();
    const models = await list.models();
    return [target].flat().map(ref => ({ ...named(models, String(ref)), list }));
  }
  const byKey = typeof target === 'object' && 'selected' in target;
  const clicked = Array.isArray(selection) && selection.includes(target) ? selection : [target];
  const nodes: unknown[] = byKey ? [...selectedNodes()] : clicked;
  const chosen = nodes.filter(isModelNode).map(node => {
    const { model, list } = node;
    return { model, list, route: isRouteNode(node) ? node.route : model.routes[0] };
  });
  if (chosen.length > 0 || byKey) return chosen;
  refuseOddTarget(target);
  const list = await connections.detected();
  const model = await pickModel(list, { title, current: () => undefined });
  return model ? [{ model, route: model.routes[0], list }] : [];
}

/** Each model once, whichever of its routes were chosen. */
export function keysOf(chosen: readonly Chosen[]): string[] {
  return [...new Set(chosen.map(({ model }) => model.key))];
}

function named(models: readonly BedrockModel[], ref: string): { model: BedrockModel; route: Route } {
  const byKey = models.find(({ key }) => key === ref || key === invocationIdOfRef(ref));
  const found = findByRef(models, ref) ?? (byKey && { model: byKey, route: byKey.routes[0] });
  if (found) return found;
  throw new ProblemError({
    code: 'model-unknown',
    title: l10n.t('Bedrock does not list this model'),
    explanation: l10n.t(
      '"{0}" is not among the models of this account and region. Choose one of the list.',
      ref,
    ),
    fixes: [{ label: l10n.t('Refresh Models'), command: 'openclawBedrock.refreshModels' }],
  });
}
