/** OpenClaw: Set Model for Agent. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type Agent, agentsOf, planAgentModel } from '../openclaw/edits/agents.ts';
import { configByHand } from './configByHand.ts';
import { type EditOptions, makeChange, unchanged } from './change.ts';
import { chosenRef, nameOf, refuseOddTarget, refuseOtherThanBedrock } from './chosenModel.ts';
import type { Command, Parts } from './parts.ts';

/** A ref, or null for the default model. */
type AgentModel = string | null;

export const setAgentModel: Command = {
  id: 'openclawBedrock.setAgentModel',
  /** Called with an agent and a ref it asks nothing; null takes the agent's own model away. */
  run: async (parts: Parts, agentId?: string, model?: AgentModel, options?: EditOptions) => {
    if (typeof agentId !== 'string') refuseOddTarget(agentId);
    if (model !== null && typeof model !== 'string') refuseOddTarget(model);
    const isByHand = typeof agentId !== 'string' || model === undefined;
    const agent = isByHand ? await pickAgent(parts, agentId) : { id: agentId };
    const choice = agent && (isByHand ? await pickAgentModel(parts, agent as Agent) : model);
    if (!agent || choice === undefined) return unchanged(parts);

    const ref = choice ?? undefined;
    const name = ref && nameOf(parts, ref);
    return makeChange(parts, isByHand ? 'hand' : (options ?? {}), {
      ...(ref !== undefined && { ref }),
      needsModels: true,
      check: () => ref !== undefined && refuseOtherThanBedrock(ref),
      plan: (config, around) => planAgentModel(config, agent.id, ref, around),
      question: l10n.t('Give the agent {0} the model {1}?', agent.id, name ?? ''),
      done: name
        ? l10n.t('The agent {0} now uses {1}.', agent.id, name)
        : l10n.t('The agent {0} now uses the default model.', agent.id),
      same: name
        ? l10n.t('The agent {0} uses {1} already.', agent.id, name)
        : l10n.t('The agent {0} uses the default model already.', agent.id),
    });
  },
};

async function pickAgent(parts: Parts, id: unknown): Promise<Agent | undefined> {
  const config = await configByHand(parts, { canBeMade: false });
  if (!config) return undefined;
  const agents = agentsOf(config);
  const given = agents.find(agent => agent.id === id);
  if (given) return given;
  if (agents.length === 0) {
    const setPrimary = l10n.t('Set Primary Model');
    const answer = await vscode.window.showInformationMessage(
      l10n.t('The OpenClaw config names no agents, so that all use the primary model.'),
      setPrimary,
    );
    if (answer === setPrimary) await vscode.commands.executeCommand('openclawBedrock.setPrimaryModel');
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    agents.map(agent => ({
      label: agent.id,
      description: agent.model === undefined ? l10n.t('default model') : nameOf(parts, agent.model),
      agent,
    })),
    { title: l10n.t('Set Model for Agent'), placeHolder: l10n.t('Choose the agent') },
  );
  return picked?.agent;
}

/** A ref, null for the default model, or undefined when nothing was picked. */
async function pickAgentModel(parts: Parts, { id, model }: Agent): Promise<AgentModel | undefined> {
  const title = l10n.t('Set the Model of {0}', id);
  if (model !== undefined) {
    const own = l10n.t('Another model of its own');
    const same = l10n.t('The default model');
    const picked = await vscode.window.showQuickPick([{ label: own, description: model }, { label: same }], {
      title,
      placeHolder: l10n.t('Choose what it uses'),
    });
    if (!picked) return undefined;
    if (picked.label === same) return null;
  }
  return chosenRef(parts, undefined, { title, current: () => model });
}
