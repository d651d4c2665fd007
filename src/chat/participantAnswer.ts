/** What `@bedrock` does with a question. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { modelToBeginWith, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { plain } from '../editor/markdown.ts';
import { commandOf, stepsOf } from '../editor/notify.ts';
import { ProblemError } from '../problem.ts';
import type { Connections } from '../state/connections.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { whyNoModels } from '../state/whyNoModels.ts';
import { attachedParts, hasAttachments } from './attached.ts';
import { instructionFor, isAboutCode } from './participantCommands.ts';
import { answerWithTools } from './toolLoop.ts';

export interface Asked {
  readonly request: vscode.ChatRequest;
  readonly context: vscode.ChatContext;
  readonly response: vscode.ChatResponseStream;
  readonly token: vscode.CancellationToken;
}

/** Asks through the editor's own API, so that a question goes to just the model and connection that was picked. */
export async function answerQuestion(
  { request, context, response, token }: Asked,
  connections: Connections,
  config: OpenClawConfig,
): Promise<vscode.ChatResult> {
  const metadata = { command: request.command };
  try {
    const question = await questionOf(request, context, text => response.markdown(`*${plain(text)}*\n\n`));
    if (!question) {
      response.markdown(nothingAsked(request.command));
      return {};
    }
    const model = await chooseModel(request.model, connections, config);
    const messages = [...(await historyOf(context)), question];
    const hasAnswered = await answerWithTools({ model, request, messages, response, token });
    if (!hasAnswered && !token.isCancellationRequested)
      response.markdown(`*${l10n.t('The model answered nothing. Ask in another way.')}*`);
    return { metadata };
  } catch (error) {
    if (error instanceof ProblemError) {
      for (const step of stepsOf(error.problem)) response.button(commandOf(step));
    }
    return { metadata, errorDetails: { message: (error as Error).message } };
  }
}

/** The model picked in the panel if it is one of ours, else OpenClaw's primary, else one to begin with. */
async function chooseModel(
  picked: vscode.LanguageModelChat,
  connections: Connections,
  config: OpenClawConfig,
): Promise<vscode.LanguageModelChat> {
  const { vendor, id: pickedId } = picked;
  // The editor goes on showing a model whose connection has been broken since.
  const isThere = async () => (await vscode.lm.selectChatModels({ vendor, id: pickedId })).length > 0;
  if (vendor === PROVIDER_ID && (await isThere())) return picked;
  const list = await connections.detected();
  const models = await list.models();
  const primary = primaryModel(models, (await config.read()).value);
  const id = (primary ?? modelToBeginWith(models))?.key;
  const [model] = id ? await vscode.lm.selectChatModels({ vendor: PROVIDER_ID, id }) : [];
  if (model) return model;
  throw new ProblemError(whyNoModels(list));
}

/** What was asked and answered before, with what was attached, as it is now. */
async function historyOf({ history }: vscode.ChatContext): Promise<vscode.LanguageModelChatMessage[]> {
  return Promise.all(
    history.map(async turn => {
      if (turn instanceof vscode.ChatRequestTurn) {
        const attached = await attachedParts(turn.references);
        return asked(turn.command, turn.prompt, attached);
      }
      const said = turn.response.flatMap(part =>
        part instanceof vscode.ChatResponseMarkdownPart ? [part.value.value] : [],
      );
      return vscode.LanguageModelChatMessage.Assistant(said.join(''));
    }),
  );
}

/**
 * A command that is about code is meant for what is open, where nothing is attached, now or before. Undefined where
 * there is nothing to ask about.
 */
async function questionOf(
  { command, prompt, references }: vscode.ChatRequest,
  { history }: vscode.ChatContext,
  warn: (text: string) => void,
): Promise<vscode.LanguageModelChatMessage | undefined> {
  const wasAttached = history.some(turn => turn instanceof vscode.ChatRequestTurn && hasAttachments(turn));
  const editor = isAboutCode(command) && !wasAttached ? vscode.window.activeTextEditor : undefined;
  const attached = await attachedParts(references, { editor, warn });
  const isEmpty = prompt.trim() === '' && attached.length === 0 && !(command && history.length > 0);
  return isEmpty ? undefined : asked(command, prompt, attached);
}

function nothingAsked(command: string | undefined): string {
  return isAboutCode(command)
    ? l10n.t('Open, select or attach some code first, then ask again.')
    : l10n.t('What would you like to know? Write it behind "@bedrock".');
}

type Attached = Awaited<ReturnType<typeof attachedParts>>;

function asked(
  command: string | undefined,
  prompt: string,
  attached: Attached,
): vscode.LanguageModelChatMessage {
  const words = [instructionFor(command), prompt].filter(Boolean).join('\n\n');
  return vscode.LanguageModelChatMessage.User([...attached, new vscode.LanguageModelTextPart(words)]);
}
