/** Bedrock: Compare Models. */
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
    const keys = selected.length > 1 ? selected.map(({ model }) => model.key) : undefined;
    comparePage.show({ ...(root && { root }), ...(keys && { keys }) });
  },
};
