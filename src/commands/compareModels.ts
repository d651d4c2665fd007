/** Bedrock: Compare Models. */
import * as vscode from 'vscode';
import type { GroupNode } from '../sidebar/groupNode.ts';
import { isModelNode } from '../sidebar/modelNode.ts';
import { listOf } from './listOf.ts';
import type { Command, Parts } from './parts.ts';

export const compareModels: Command = {
  id: 'openclawBedrock.compareModels',
  /** From the tree: the models that are selected, or those of a group or a connection. */
  run: ({ comparePage, connections }: Parts, target?: unknown, selection?: unknown) => {
    const list = listOf(target);
    const root = connections.roots.find(each => each.list === list)?.id;
    const selected = Array.isArray(selection) ? selection.filter(isModelNode) : [];
    const chosen =
      selected.length > 1 ? selected.map(({ model }) => model) : isGroup(target) ? target.models : undefined;
    const keys = chosen?.map(({ key }) => key);
    comparePage.show({ ...(root && { root }), ...(keys && { keys }) });
  },
};

/** Told by what it holds, since bundles have classes of their own. */
function isGroup(target: unknown): target is Pick<GroupNode, 'models'> {
  return target instanceof vscode.TreeItem && 'models' in target;
}
