/** Loads the tools when they are first needed: they are a bundle of their own. */
import type * as vscode from 'vscode';
import type { Shared, Tools } from './tools.ts';

/** The tools, loaded once. */
export function toolsLoader(
  { subscriptions }: vscode.ExtensionContext,
  shared: Shared,
): () => Promise<Tools> {
  let tools: Promise<Tools> | undefined;
  const load = async () => {
    const { Tools } = await import('./tools.ts');
    const loaded = new Tools(shared);
    subscriptions.push(loaded);
    return loaded;
  };
  // One that fails is not kept: the next command tries again.
  return () =>
    (tools ??= load().catch((error: unknown) => {
      tools = undefined;
      throw error;
    }));
}
