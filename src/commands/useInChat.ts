/** Bedrock: Use in Chat. */
import { modelToBeginWith } from '../bedrock/models/bedrockModel.ts';
import { noModels } from '../bedrock/problems.ts';
import { notifyProblem } from '../editor/notify.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { type Problem, withoutDetails } from '../problem.ts';
import type { ModelList } from '../state/modelList.ts';
import { addToChat, type Group, openChat } from './chatPanel.ts';
import type { Command, Parts } from './parts.ts';

export const useInChat: Command = {
  id: 'openclawBedrock.useInChat',
  /** Called with a group it asks nothing. Opens the panel on OpenClaw's primary model, or on another of Bedrock's. */
  run: async (parts: Parts, group?: Group) => {
    const changed = await addToChat(parts, group);
    if (changed === undefined) return { changed: false };
    const list = await parts.connections.detected();
    const models = await list.models();
    if (models.length === 0) return { changed, problem: tellWhyEmpty(list) };
    const primary = primaryModel(models, (await parts.config.read()).value);
    await openChat(parts.builtInChat, (primary ?? modelToBeginWith(models))?.key);
    return { changed };
  },
};

/** The panel has nothing to answer with, and would say so in words that help nobody. */
function tellWhyEmpty({ state, connection }: ModelList): Problem {
  const problem = state.problems[0] ?? noModels(connection);
  void notifyProblem(problem);
  return withoutDetails(problem);
}
