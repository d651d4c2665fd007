/** The model that a command is about: given by ref, by the tree's node, or picked from the list. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, findByRef, invocationIdOfRef, modelRef } from '../bedrock/models/bedrockModel.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { type Problem, ProblemError } from '../problem.ts';
import { isModelNode, type ModelNode, refOfNode } from '../sidebar/modelNode.ts';
import { configByHand } from './configByHand.ts';
import type { Parts } from './parts.ts';
import { pickModel } from './pickModel.ts';

/** What a command can be called with: a ref, the node in the tree that was clicked, or nothing. */
export type Target = string | ModelNode | undefined;

export interface Choice {
  readonly title: string;
  /** The ref that is in that place now. */
  readonly current?: (config: JsonObject | undefined) => string | undefined;
  /** Which models make sense there; default: all. */
  readonly suits?: (model: BedrockModel) => boolean;
}

/** The ref, or undefined when nothing was picked. */
export async function chosenRef(
  parts: Parts,
  target: Target,
  { title, current, suits }: Choice,
): Promise<string | undefined> {
  if (typeof target === 'string') return target;
  if (isModelNode(target)) return refOfNode(target);
  refuseOddTarget(target);
  const config = await configByHand(parts, { canBeMade: true });
  if (!config) return undefined;
  const list = await parts.connections.detected();
  const ref = current?.(config);
  const model = await pickModel(list, {
    title,
    current: models => (ref === undefined ? undefined : findByRef(models, ref)?.model),
    suits: each => parts.choices.isShown(each.key) !== false && (suits?.(each) ?? true),
  });
  return model && modelRef(model);
}

/** Throws a `ProblemError` for what is neither a ref nor comes from a click; other nodes of the tree mean nothing. */
export function refuseOddTarget(target: unknown): void {
  if (target === undefined || target instanceof vscode.TreeItem) return;
  throw new ProblemError(invalidRef(JSON.stringify(target)));
}

/** The model's name where the lists in memory know it, else the ref. */
export function nameOf({ connections }: Parts, ref: string): string {
  const known = connections.lists.flatMap(({ state }) => findByRef(state.models ?? [], ref) ?? []);
  return known[0]?.model.name ?? ref;
}

/** Throws a `ProblemError` unless the ref is one of Bedrock's. */
export function refuseOtherThanBedrock(ref: string): void {
  const id = invocationIdOfRef(ref);
  if (id === undefined || /\s/.test(id)) throw new ProblemError(invalidRef(ref));
}

function invalidRef(ref: string): Problem {
  return {
    code: 'reference-invalid',
    title: l10n.t('Not a Bedrock model'),
    explanation: l10n.t(
      '"{0}" does not have the form amazon-bedrock/<model id>. Choose a model from the list.',
      ref,
    ),
    fixes: [],
  };
}
