/** Bedrock: Use in Chat. */
import { modelToBeginWith } from '../bedrock/models/bedrockModel.ts';
import { notifyProblem } from '../editor/notify.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { withoutDetails } from '../problem.ts';
import { whyNoModels } from '../state/whyNoModels.ts';
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
    if (models.length === 0) {
      // The panel has nothing to answer with, and would say so in words that help nobody.
      const problem = whyNoModels(list);
      void notifyProblem(problem);
      return { changed, problem: withoutDetails(problem) };
    }
    const primary = primaryModel(models, (await parts.config.read()).value);
    await openChat(parts.builtInChat, (primary ?? modelToBeginWith(models))?.key);
    return { changed };
  },
};
