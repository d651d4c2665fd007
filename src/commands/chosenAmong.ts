/** The model that a command is about, among those that the config names. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { findByRef, modelRef } from '../bedrock/models/bedrockModel.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { isModelNode } from '../sidebar/modelNode.ts';
import { nameOf, refuseOddTarget, type Target } from './chosenModel.ts';
import { configByHand } from './configByHand.ts';
import type { Parts } from './parts.ts';

/**
 * The ref that is given, that is one of the clicked model's routes, or that is picked; undefined when none is.
 * `none` is said where there is nothing to pick from.
 */
export async function chosenAmong(
  parts: Parts,
  target: Target,
  refsOf: (config: JsonObject) => readonly string[],
  { title, none }: { readonly title: string; readonly none: string },
): Promise<string | undefined> {
  if (typeof target === 'string') return target;
  refuseOddTarget(target);
  const config = await configByHand(parts, { canBeMade: false });
  if (!config) return undefined;
  const refs = refsOf(config);
  if (isModelNode(target)) {
    const { model } = target;
    return refs.find(ref => findByRef([model], ref)) ?? modelRef(model);
  }
  if (refs.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    refs.map(ref => refItem(parts, ref)),
    { title, placeHolder: l10n.t('Type a name or an id'), matchOnDescription: true },
  );
  return picked?.ref;
}

/** A ref under its model's name, where that is known. */
export function refItem(parts: Parts, ref: string): vscode.QuickPickItem & { readonly ref: string } {
  const name = nameOf(parts, ref);
  return { label: name, ...(name !== ref && { description: ref }), ref };
}
