/** OpenClaw's agents, in either layout, and the models they have of their own. */
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../../problem.ts';
import { isObject, type JsonObject, type Path, valueAt } from '../jsonValue.ts';
import { allowing } from './allowlist.ts';
import { fallbackRefs } from './fallbacks.ts';
import { fallbacksOf, primaryEdit, primaryOf } from './modelSlot.ts';
import type { Plan, Surroundings, Warning } from './plan.ts';
import { provision } from './provider.ts';
import { differenceWarnings, firstEntryWarnings, modelWarnings, pluginWarnings } from './warnings.ts';

export interface Agent {
  readonly id: string;
  /** Where its own model stands, or would. */
  readonly slot: Path;
  /** The ref of its own model; undefined where it has the default one. */
  readonly model: string | undefined;
}

/** The agents that the config names, in its order. */
export function agentsOf(config: JsonObject | undefined): Agent[] {
  const list = valueAt(config, ['agents', 'list']);
  const entries = valueAt(config, ['agents', 'entries']);
  const listed = (Array.isArray(list) ? list : []).flatMap((agent, at) =>
    isObject(agent) && typeof agent['id'] === 'string'
      ? [{ id: agent['id'], slot: ['agents', 'list', at, 'model'] }]
      : [],
  );
  const entered = Object.keys(isObject(entries) ? entries : {}).map(id => ({
    id,
    slot: ['agents', 'entries', id, 'model'],
  }));
  return [...listed, ...entered].map(agent => ({ ...agent, model: primaryOf(config, agent.slot) }));
}

/** The agents for which another default model changes nothing. */
export function agentsWithOwnModel(config: JsonObject, ref: string): Agent[] {
  return agentsOf(config).filter(({ model }) => model !== undefined && model !== ref);
}

/**
 * Gives an agent (by its id, in any case) a model of its own, or, without a ref, the default one again. Throws when
 * there is no such agent.
 */
export function planAgentModel(
  config: JsonObject,
  agentId: string,
  ref: string | undefined,
  around: Surroundings,
): Plan {
  const agents = agentsOf(config);
  const agent = agents.find(({ id }) => id.toLowerCase() === agentId.toLowerCase());
  if (!agent) throw new ProblemError(noSuchAgent(agentId, agents));
  if (ref === undefined) return { edits: [{ path: agent.slot, remove: true }], related: [], warnings: [] };
  const related = [...allowing(config, [ref], agent.slot.slice(0, -1)), ...provision(config, [ref], around)];
  const relatedEdits = related.flatMap(({ edits }) => edits);
  return {
    edits: [agentEdit(config, agent, ref)],
    related,
    warnings: [
      ...firstEntryWarnings(config, ref, relatedEdits),
      ...fallbackWarnings(config, agent),
      ...modelWarnings([ref], around),
      ...differenceWarnings(around),
      ...pluginWarnings(config, around),
    ],
  };
}

/** An agent with a model of its own does without the fallbacks of the default one. */
function fallbackWarnings(config: JsonObject, { id, slot }: Agent): Warning[] {
  const isLost = fallbackRefs(config).length > 0 && fallbacksOf(config, slot).length === 0;
  return isLost
    ? [{ text: l10n.t('With a model of its own, the agent {0} does not use the fallback models.', id) }]
    : [];
}

/** An agent's model is a ref alone, as OpenClaw itself writes it, unless it is an object already. */
function agentEdit(config: JsonObject, { slot }: Agent, ref: string) {
  return isObject(valueAt(config, slot)) ? primaryEdit(config, slot, ref) : { path: slot, value: ref };
}

function noSuchAgent(id: string, agents: readonly Agent[]) {
  const known = agents.map(agent => agent.id).join(', ');
  return {
    code: 'agent-unknown' as const,
    title: l10n.t('No such agent'),
    explanation: known
      ? l10n.t('The OpenClaw config has no agent "{0}". It has: {1}.', id, known)
      : l10n.t('The OpenClaw config names no agents. Set the primary model instead: all agents use it.'),
    fixes: [{ label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }],
  };
}
