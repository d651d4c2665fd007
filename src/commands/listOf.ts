/** The models that a node of the tree belongs to. */
import * as vscode from 'vscode';
import type { ModelList } from '../state/modelList.ts';

/** Undefined for what is no such node; told by what it holds, since bundles have classes of their own. */
export function listOf(target: unknown): ModelList | undefined {
  if (!(target instanceof vscode.TreeItem)) return undefined;
  const { list, root } = target as { list?: ModelList; root?: { list: ModelList } };
  return list ?? root?.list;
}
