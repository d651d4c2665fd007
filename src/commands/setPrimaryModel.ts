/** OpenClaw: Set Primary Model. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { findByRef, invocationIdOfRef, modelRef } from '../bedrock/models/bedrockModel.ts';
import { notifyProblem } from '../editor/notify.ts';
import { primaryEdits, primaryModel } from '../openclaw/primaryModel.ts';
import { type Problem, ProblemError, withoutDetails } from '../problem.ts';
import { ModelNode } from '../sidebar/modelNode.ts';
import type { ConfigChange } from '../state/configEditor.ts';
import { announceChange } from './announceChange.ts';
import type { Command, Parts } from './parts.ts';
import { pickModel } from './pickModel.ts';

export interface EditOptions {
  /** Make the config when there is none. */
  readonly create?: boolean;
}

/** What a command that edits the config answers. */
export interface EditResult {
  readonly path: string;
  readonly ref?: string;
  readonly changed: boolean;
  /** What was not done for want of consent, in words. */
  readonly notDone: readonly string[];
  readonly warnings: readonly string[];
  readonly problem?: Problem;
}

export const setPrimaryModel: Command = {
  id: 'openclawBedrock.setPrimaryModel',
  /** Called with a ref it asks nothing; from the tree it gets the model's node, from the palette nothing. */
  run: async (parts: Parts, target?: string | ModelNode, options: EditOptions = {}): Promise<EditResult> => {
    const { path } = parts.config;
    const result = { path, changed: false, notDone: [], warnings: [] };
    const isByHand = typeof target !== 'string';
    const ref = await chosenRef(parts, target);
    if (!ref) return result;
    try {
      if (!invocationIdOfRef(ref)) throw new ProblemError(invalidRef(ref));
      const create = options.create === true || (isByHand && (await mayCreate(parts)));
      if (create === 'cancelled') return result;
      const change = await parts.configEditor.apply(config => primaryEdits(config, ref), { create });
      tell(parts, ref, change);
      return { ...result, ref, changed: change !== undefined };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      parts.log.problem(error.problem);
      if (isByHand) void notifyProblem(error.problem);
      return { ...result, ref, problem: withoutDetails(error.problem) };
    }
  },
};

async function chosenRef({ connections, config }: Parts, target: string | ModelNode | undefined) {
  if (typeof target === 'string') return target;
  if (target instanceof ModelNode) return modelRef(target.model);
  const list = await connections.detected();
  const { value } = await config.read();
  const model = await pickModel(list, l10n.t('Set OpenClaw’s Primary Model'), models =>
    primaryModel(models, value),
  );
  return model && modelRef(model);
}

/** Whether a config may be made: not needed where there is one, else the user decides. */
async function mayCreate({ config }: Parts): Promise<boolean | 'cancelled'> {
  const { path, problem } = await config.reread();
  if (problem?.code !== 'config-missing') return false;
  const create = l10n.t('Create');
  const answer = await vscode.window.showInformationMessage(
    l10n.t('There is no OpenClaw config at {0} yet. Create it with this primary model?', path),
    { modal: true },
    create,
  );
  return answer === create || 'cancelled';
}

function tell(parts: Parts, ref: string, change: ConfigChange | undefined): void {
  const known = parts.connections.lists.flatMap(({ state }) => findByRef(state.models ?? [], ref) ?? []);
  const name = known[0]?.model.name ?? ref;
  if (!change) {
    void vscode.window.showInformationMessage(l10n.t('{0} is OpenClaw’s primary model already.', name));
    return;
  }
  const text = change.isUnsaved
    ? l10n.t(
        '{0} is set as OpenClaw’s primary model in the open config, which has unsaved changes. Save it to apply.',
        name,
      )
    : l10n.t('{0} is now OpenClaw’s primary model.', name);
  void announceChange(text, change, parts);
}

function invalidRef(ref: string): Problem {
  return {
    code: 'reference-invalid',
    title: l10n.t('Not a Bedrock model'),
    explanation: l10n.t(
      '"{0}" does not have the form amazon-bedrock/<model id>. Choose a model from the list.',
      ref,
    ),
    fixes: [{ label: l10n.t('Choose a Model'), command: 'openclawBedrock.setPrimaryModel' }],
  };
}
