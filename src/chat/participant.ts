/** The `@bedrock` participant: plain questions, answered with the conversation so far, in any editor with a chat. */
import * as vscode from 'vscode';
import { modelToBeginWith, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { loadCalls } from '../bedrock/loadCalls.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { ProblemError } from '../problem.ts';
import type { Connections } from '../state/connections.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';

/** Asks through the editor's own API, so that a question goes to just the model and connection that was picked. */
export function createParticipant(
  connections: Connections,
  config: OpenClawConfig,
  iconPath: vscode.Uri,
): vscode.Disposable {
  const participant = vscode.chat.createChatParticipant(
    'openclawBedrock.chat',
    async (request, context, response, token) => {
      try {
        const model = await chooseModel(request.model, connections, config);
        const messages = [...historyOf(context), vscode.LanguageModelChatMessage.User(request.prompt)];
        const answer = await model.sendRequest(messages, {}, token);
        for await (const text of answer.text) response.markdown(text);
        return {};
      } catch (error) {
        return { errorDetails: { message: (error as Error).message } };
      }
    },
  );
  participant.iconPath = iconPath;
  return participant;
}

/** The model picked in the panel if it is one of ours, else OpenClaw's primary, else one to begin with. */
async function chooseModel(
  picked: vscode.LanguageModelChat,
  connections: Connections,
  config: OpenClawConfig,
): Promise<vscode.LanguageModelChat> {
  if (picked.vendor === PROVIDER_ID) return picked;
  const list = await connections.detected();
  const models = await list.models();
  const primary = primaryModel(models, (await config.read()).value);
  const id = (primary ?? modelToBeginWith(models))?.key;
  const [model] = id ? await vscode.lm.selectChatModels({ vendor: PROVIDER_ID, id }) : [];
  if (model) return model;
  const { noModels } = await loadCalls();
  throw new ProblemError(list.state.problems[0] ?? noModels(list.connection));
}

function historyOf({ history }: vscode.ChatContext): vscode.LanguageModelChatMessage[] {
  return history.map(turn => {
    if (turn instanceof vscode.ChatRequestTurn) return vscode.LanguageModelChatMessage.User(turn.prompt);
    const said = turn.response.flatMap(part =>
      part instanceof vscode.ChatResponseMarkdownPart ? [part.value.value] : [],
    );
    return vscode.LanguageModelChatMessage.Assistant(said.join(''));
  });
}
