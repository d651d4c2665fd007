/** Asks a model and runs the tools that it calls, round by round, until it has answered. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

/** What is picked in the panel is passed on by newer editors, and not in the typings yet. */
type Request = vscode.ChatRequest & {
  readonly tools?: ReadonlyMap<string | vscode.LanguageModelToolInformation, boolean>;
};

export interface Loop {
  readonly model: vscode.LanguageModelChat;
  readonly request: Request;
  readonly messages: readonly vscode.LanguageModelChatMessage[];
  readonly response: vscode.ChatResponseStream;
  readonly token: vscode.CancellationToken;
}

/** A model that goes round in circles is stopped. */
const MOST_ROUNDS = 25;

/** The editor asks for confirmation where a tool wants it. Resolves to whether anything was answered. */
export async function answerWithTools({ model, request, messages, response, token }: Loop): Promise<boolean> {
  const tools = offeredTools(request);
  const conversation = [...messages];
  for (let round = 0; round < MOST_ROUNDS && !token.isCancellationRequested; round++) {
    const { parts, calls } = await answerOf(model, conversation, tools, response, token);
    if (calls.length === 0) return parts.some(part => part instanceof vscode.LanguageModelTextPart);
    // All of the answer goes back: thinking that was signed has to.
    conversation.push(vscode.LanguageModelChatMessage.Assistant(parts));
    const results: vscode.LanguageModelToolResultPart[] = [];
    for (const call of calls) results.push(await run(call, request, response, token));
    conversation.push(vscode.LanguageModelChatMessage.User(results));
  }
  if (!token.isCancellationRequested) {
    response.markdown(`\n\n*${l10n.t('Stopped after {0} rounds of tools. Ask to go on.', MOST_ROUNDS)}*`);
  }
  return true;
}

/** Tools that the editor's own agent works with: they ask its questions and end its turns. */
const OF_THE_AGENT =
  /_internal$|^vscode_get_|^inline_chat_|_subagent$|^(runSubagent|skill|task_complete|tool_search|copilot_editFiles|copilot_switchAgent)$/;

/** The tools that the question names, else those picked in the panel, else all but the agent's own. */
function offeredTools({ toolReferences, tools: picked }: Request): vscode.LanguageModelChatTool[] {
  const named = new Set(toolReferences.map(({ name }) => name));
  const chosen = new Set(
    [...(picked ?? [])].flatMap(([tool, isOn]) =>
      isOn ? [typeof tool === 'string' ? tool : tool.name] : [],
    ),
  );
  const isOffered = (name: string) =>
    named.size > 0 ? named.has(name) : !OF_THE_AGENT.test(name) && (!picked || chosen.has(name));
  return vscode.lm.tools
    .filter(({ name }) => isOffered(name))
    .map(({ name, description, inputSchema }) => ({ name, description, inputSchema: inputSchema ?? {} }));
}

type AnswerParts = Parameters<typeof vscode.LanguageModelChatMessage.Assistant>[0] & readonly unknown[];

async function answerOf(
  model: vscode.LanguageModelChat,
  messages: vscode.LanguageModelChatMessage[],
  tools: vscode.LanguageModelChatTool[],
  response: vscode.ChatResponseStream,
  token: vscode.CancellationToken,
): Promise<{ parts: AnswerParts; calls: vscode.LanguageModelToolCallPart[] }> {
  const { stream } = await model.sendRequest(messages, tools.length > 0 ? { tools } : {}, token);
  const parts: unknown[] = [];
  const calls: vscode.LanguageModelToolCallPart[] = [];
  for await (const part of stream) {
    parts.push(part);
    if (part instanceof vscode.LanguageModelTextPart) response.markdown(part.value);
    if (part instanceof vscode.LanguageModelToolCallPart) calls.push(part);
  }
  return { parts: parts as AnswerParts, calls };
}

async function run(
  { callId, name, input }: vscode.LanguageModelToolCallPart,
  { toolInvocationToken }: vscode.ChatRequest,
  response: vscode.ChatResponseStream,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResultPart> {
  // Arguments that could not be read stand in place of themselves; a tool that needs none would run all the same.
  if ('invalidArguments' in input) {
    const text = new vscode.LanguageModelTextPart(
      'The tool was not run: its arguments are no valid JSON object.',
    );
    return new vscode.LanguageModelToolResultPart(callId, [text]);
  }
  response.progress(l10n.t('Running {0}', name));
  try {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken }, token);
    return new vscode.LanguageModelToolResultPart(callId, content);
  } catch (error) {
    // The model is told, and can do otherwise.
    const text = new vscode.LanguageModelTextPart(`The tool failed: ${(error as Error).message}`);
    return new vscode.LanguageModelToolResultPart(callId, [text]);
  }
}
