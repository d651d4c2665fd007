/** From the editor's chat messages and tools to a conversation in our own words. */
import * as vscode from 'vscode';
import type { MediaPart, Message, Part, TextPart, Tool } from '../bedrock/converse/conversation.ts';
import { fragmentParts } from './promptTsx.ts';
import { isThinking, keptIn } from './thinking.ts';

/** System messages arrive with a role that the typings do not name. */
const SYSTEM_ROLE = 3;

export function conversationOf(messages: readonly vscode.LanguageModelChatRequestMessage[]): Message[] {
  return messages.map(({ role, content }) => ({ role: roleOf(role), parts: content.flatMap(partOf) }));
}

export function toolsOf(tools: readonly vscode.LanguageModelChatTool[] | undefined): Tool[] {
  return (tools ?? []).map(({ name, description, inputSchema }) => ({
    name,
    // Callers in JavaScript leave it out.
    description: (description as string | undefined) ?? '',
    inputSchema,
  }));
}

function roleOf(role: vscode.LanguageModelChatMessageRole): Message['role'] {
  if ((role as number) === SYSTEM_ROLE) return 'system';
  return role === vscode.LanguageModelChatMessageRole.Assistant ? 'assistant' : 'user';
}

/** Parts that no model takes, such as the thinking of other providers, are left out. */
function partOf(part: unknown): Part[] {
  if (part instanceof vscode.LanguageModelToolCallPart) {
    return [{ type: 'tool-call', id: part.callId, name: part.name, input: part.input }];
  }
  if (part instanceof vscode.LanguageModelToolResultPart) {
    const isError = 'isError' in part && part.isError === true;
    return [{ type: 'tool-result', callId: part.callId, content: part.content.flatMap(contentOf), isError }];
  }
  if (isThinking(part)) {
    const reasoning = keptIn(part);
    return reasoning ? [{ type: 'reasoning', reasoning }] : [];
  }
  return contentOf(part);
}

function contentOf(part: unknown): (TextPart | MediaPart)[] {
  if (part instanceof vscode.LanguageModelTextPart) return [{ type: 'text', text: part.value }];
  if (part instanceof vscode.LanguageModelPromptTsxPart) return fragmentParts(part.value);
  if (part instanceof vscode.LanguageModelDataPart) {
    return [{ type: 'media', mimeType: part.mimeType, data: part.data }];
  }
  return [];
}
