/** Bedrock: Chat with Model. */
import * as l10n from '@vscode/l10n';
import { offering } from '../state/offering.ts';
import { addToChat, openChat, refuseClosedChat } from './chatPanel.ts';
import { chosenModels, type Targets } from './chosenModels.ts';
import type { Command, Parts } from './parts.ts';

export const chatWithModel: Command = {
  id: 'openclawBedrock.chatWithModel',
  /** Called with a ref it asks for nothing but whether to use Bedrock in the chat, where that is not so yet. */
  run: async (parts: Parts, target?: Targets) => {
    const { builtInChat, choices, config, groups } = parts;
    refuseClosedChat();
    const [chosen] = await chosenModels(parts, target, undefined, l10n.t('Chat with a Model'));
    if (!chosen) return { opened: false };
    const { model, list } = chosen;
    // Where nothing but @bedrock answers, a group brings nothing.
    const needsGroup = !groups.hasGroups && !builtInChat.isMissing;
    if (needsGroup && (await addToChat(parts)) === undefined) return { opened: false };
    // What is not in the picker can't be picked.
    const isOffered = offering(list.state.models ?? [], choices, await config.lastGood());
    if (!isOffered(model)) choices.setShown([model.key], true);
    await openChat(builtInChat, model.key);
    return { opened: true, model: model.key };
  },
};
