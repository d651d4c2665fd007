/** Builds the parts and registers them; touches neither the network nor the AWS SDK. */
import * as vscode from 'vscode';
import { RememberedInstanceRoles } from './bedrock/connection/instanceRole.ts';
import { speak } from './bedrock/loadCalls.ts';
import { PROVIDER_ID } from './bedrock/models/bedrockModel.ts';
import { createParticipant } from './chat/participant.ts';
import { BedrockChatProvider } from './chat/provider.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { ApiKey } from './editor/apiKey.ts';
import { inBackground } from './editor/background.ts';
import { Log } from './editor/log.ts';
import { groupMemory, type Memory, memory } from './editor/memory.ts';
import { whenOpened } from './editor/whenOpened.ts';
import { ModelsView } from './sidebar/modelsView.ts';
import { StatusBar } from './sidebar/statusBar.ts';
import { Connections } from './state/connections.ts';
import { ModelCache } from './state/modelCache.ts';
import { OpenClawConfig } from './state/openclawConfig.ts';
import type { Shared, Tools } from './tools.ts';

export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) speak(vscode.l10n.bundle);

  const channel = vscode.window.createOutputChannel('Amazon Bedrock', { log: true });
  const log = new Log(channel);
  const config = new OpenClawConfig(process.env, log);
  const cache = new ModelCache(context.globalStorageUri.fsPath);
  const apiKey = new ApiKey(context.secrets);
  const instanceRoles = new RememberedInstanceRoles(memory(context, 'instanceRole'), vscode.env.remoteName);
  const connectionNames: Memory<Readonly<Record<string, string>>> = memory(context, 'connectionNames');
  const connections = new Connections({ config, cache, apiKey, instanceRoles, connectionNames, log });
  const view = new ModelsView(connections, config, log);
  const statusBar = new StatusBar(connections, config, log);
  const tools = loadedOnce(context, {
    connections,
    config,
    apiKey,
    log,
    environment: process.env,
    extensionUri: context.extensionUri,
    connectionNames,
    groupsMade: memory(context, 'providerGroupsMade'),
    openclawMemory: { cli: memory(context, 'openclawCli'), answer: memory(context, 'openclawAnswer') },
  });
  const nothingDone = () => ({ path: config.path, changed: false, notDone: [], warnings: [] });
  const commands = registerCommands(commandIds(context), log, nothingDone, async (id, args) =>
    (await tools()).run(id, args),
  );
  context.subscriptions.push(channel, config, apiKey, connections, view, statusBar, commands);
  const provider = registerChat(context, connections, config, log);

  // After activation: the OpenClaw config is read, and the models known from before are shown to the editor.
  setImmediate(() => {
    inBackground(statusBar.update(), log);
    const isConfig = (document: vscode.TextDocument) => config.isIn(document);
    context.subscriptions.push(whenOpened(isConfig, config.onDidChange, () => inBackground(tools(), log)));
    inBackground(provider?.announce(), log);
  });
}

/** The tools, loaded when they are first needed. */
function loadedOnce({ subscriptions }: vscode.ExtensionContext, shared: Shared): () => Promise<Tools> {
  let tools: Promise<Tools> | undefined;
  const load = async () => {
    const { Tools } = await import('./tools.ts');
    const loaded = new Tools(shared);
    subscriptions.push(loaded);
    return loaded;
  };
  // One that fails is not kept: the next command tries again.
  return () =>
    (tools ??= load().catch((error: unknown) => {
      tools = undefined;
      throw error;
    }));
}

/** The commands that the manifest declares. */
function commandIds({ extension }: vscode.ExtensionContext): string[] {
  const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
  return contributes.commands.map(({ command }) => command);
}

/** Editors without these parts of the API keep the sidebar and the OpenClaw commands. */
function registerChat(
  context: vscode.ExtensionContext,
  connections: Connections,
  config: OpenClawConfig,
  log: Log,
): BedrockChatProvider | undefined {
  const { lm, chat } = vscode as Partial<typeof vscode>;
  const icon = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
  if ('createChatParticipant' in (chat ?? {})) {
    context.subscriptions.push(createParticipant(connections, config, icon));
  }
  if (!('registerLanguageModelChatProvider' in (lm ?? {}))) return undefined;
  const provider = new BedrockChatProvider(
    connections,
    log,
    groupMemory(memory(context, 'hasProviderGroups'), log),
  );
  context.subscriptions.push(provider, vscode.lm.registerLanguageModelChatProvider(PROVIDER_ID, provider));
  return provider;
}
