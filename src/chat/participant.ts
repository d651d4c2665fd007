/** The `@bedrock` participant: questions answered with what is attached and with the editor's tools, in any editor with a chat. */
import * as vscode from 'vscode';
import type { Asked } from './participantAnswer.ts';
import { followupsTo } from './participantCommands.ts';

export function createParticipant(
  answer: (asked: Asked) => Promise<vscode.ChatResult>,
  iconPath: vscode.Uri,
): vscode.Disposable {
  const participant = vscode.chat.createChatParticipant(
    'openclawBedrock.chat',
    (request, context, response, token) => answer({ request, context, response, token }),
  );
  participant.iconPath = iconPath;
  participant.followupProvider = {
    provideFollowups: ({ metadata }) => followupsTo(metadata?.['command'] as string | undefined),
  };
  return participant;
}
