/** The `@bedrock` participant: plain questions, answered with the conversation so far, in any editor with a chat. */
import * as vscode from 'vscode';
import { answer } from '../bedrock/converse/answer.ts';
import type { Message } from '../bedrock/converse/conversation.ts';
import { noteOnStop } from '../bedrock/converse/stopReason.ts';
import {
  type BedrockModel,
  findByRef,
  modelToBeginWith,
  PROVIDER_ID,
} from '../bedrock/models/bedrockModel.ts';
import { noModels } from '../bedrock/problems.ts';
import type { Log } from '../editor/log.ts';
import { primaryRef } from '../openclaw/primaryModel.ts';
import { ProblemError } from '../problem.ts';
import type { Connections } from '../state/connections.ts';
import type { ModelList } from '../state/modelList.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { JoinedText } from './joinedText.ts';

export function createParticipant(
  connections: Connections,
  config: OpenClawConfig,
  log: Log,
  iconPath: vscode.Uri,
): vscode.Disposable {
  const participant = vscode.chat.createChatParticipant(
    'openclawBedrock.chat',
    async (request, context, response, token) => {
      const abort = new AbortController();
      const cancelled = token.onCancellationRequested(() => abort.abort());
      const text = new JoinedText(joined => response.markdown(joined));
      try {
        const { model, list } = await chooseModel(request.model, connections, config);
        const { connection, clients } = list;
        const messages = [...historyOf(context), userMessage(request.prompt)];
        const question = { messages, tools: [], mustCallTool: false };
        for await (const part of answer({ connection, clients, model, question, signal: abort.signal })) {
          if (part.type === 'text') text.push(part.text);
          if (part.type === 'stop') text.push(noteOnStop(part.reason));
        }
        return {};
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        log.problem(error.problem);
        return { errorDetails: { message: error.message } };
      } finally {
        text.flush();
        cancelled.dispose();
      }
    },
  );
  participant.iconPath = iconPath;
  return participant;
}

interface Choice {
  readonly model: BedrockModel;
  readonly list: ModelList;
}

/** The model picked in the panel if it is one of ours, else OpenClaw's primary, else one to begin with. */
async function chooseModel(
  picked: vscode.LanguageModelChat,
  connections: Connections,
  config: OpenClawConfig,
): Promise<Choice> {
  const list = await connections.detected();
  const models = await list.models();
  if (picked.vendor === PROVIDER_ID) {
    for (const candidate of [list, ...connections.lists]) {
      const model = candidate.state.models?.find(({ key }) => key === picked.id);
      if (model) return { model, list: candidate };
    }
  }
  const primary = findByRef(models, primaryRef((await config.read()).value) ?? '');
  const model = primary?.model ?? modelToBeginWith(models);
  if (model) return { model, list };
  throw new ProblemError(list.state.problems[0] ?? noModels(list.connection));
}

function historyOf({ history }: vscode.ChatContext): Message[] {
  return history.map((turn): Message => {
    if (turn instanceof vscode.ChatRequestTurn) return userMessage(turn.prompt);
    const said = turn.response.flatMap(part =>
      part instanceof vscode.ChatResponseMarkdownPart ? [part.value.value] : [],
    );
    return { role: 'assistant', parts: [{ type: 'text', text: said.join('') }] };
  });
}

function userMessage(text: string): Message {
  return { role: 'user', parts: [{ type: 'text', text }] };
}
