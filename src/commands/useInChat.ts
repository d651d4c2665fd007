/** Bedrock: Use in Chat. */
import { modelToBeginWith } from '../bedrock/models/bedrockModel.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { addToChat, type Group, openChatPanel } from './chatPanel.ts';
import type { Command, Parts } from './parts.ts';

export const useInChat: Command = {
  id: 'openclawBedrock.useInChat',
  /** Called with a group it asks nothing. Opens the panel on OpenClaw's primary model, or on another of Bedrock's. */
  run: async (parts: Parts, group?: Group) => {
    const changed = await addToChat(parts, group);
    if (changed === undefined) return { changed: false };
    const models = await (await parts.connections.detected()).models();
    const primary = primaryModel(models, (await parts.config.read()).value);
    await openChatPanel((primary ?? modelToBeginWith(models))?.key);
    return { changed };
  },
};
