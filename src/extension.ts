/** Builds the parts and registers them; touches neither the network nor the AWS SDK. */
import * as vscode from 'vscode';
import { RememberedInstanceRoles } from './bedrock/connection/instanceRole.ts';
import { speak } from './bedrock/loadCalls.ts';
import { PROVIDER_ID } from './bedrock/models/bedrockModel.ts';
import { createParticipant } from './chat/participant.ts';
import { BedrockChatProvider, type ProviderParts } from './chat/provider.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { ApiKey } from './editor/apiKey.ts';
import { inBackground } from './editor/background.ts';
import { ContextKeys } from './editor/contextKeys.ts';
import { Log } from './editor/log.ts';
import { groupMemory, type Memory, memory } from './editor/memory.ts';
import { whenOpened } from './editor/whenOpened.ts';
import { ModelsView } from './sidebar/modelsView.ts';
import { StatusBar } from './sidebar/statusBar.ts';
import { CacheFolder } from './state/cacheFolder.ts';
import { Connections } from './state/connections.ts';
import { ModelAccess } from './state/modelAccess.ts';
import { ModelCache } from './state/modelCache.ts';
import { ModelChoices } from './state/modelChoices.ts';
import { OpenClawConfig } from './state/openclawConfig.ts';
import { Progress } from './state/progress.ts';
import { Spending } from './state/spending.ts';
import { toolsLoader } from './toolsLoader.ts';

export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) speak(vscode.l10n.bundle);

  const { version, contributes } = context.extension.packageJSON as Manifest;
  const channel = vscode.window.createOutputChannel('Amazon Bedrock', { log: true });
  const log = new Log(channel);
  const config = new OpenClawConfig(process.env, log);
  const folder = new CacheFolder(context.globalStorageUri.fsPath, version);
  const apiKey = new ApiKey(context.secrets);
  const instanceRoles = new RememberedInstanceRoles(memory(context, 'instanceRole'), vscode.env.remoteName);
  const connectionNames: Memory<Readonly<Record<string, string>>> = memory(context, 'connectionNames');
  const cache = new ModelCache(folder);
  const connections = new Connections({ config, cache, apiKey, instanceRoles, connectionNames, log });
  const choices = new ModelChoices(memory(context, 'modelChoices'), log);
  const access = new ModelAccess(folder, log);
  const contextKeys = new ContextKeys();
  const view = new ModelsView({ connections, config, choices, access, contextKeys, log });
  const spending = new Spending();
  const progress = new Progress({ connections, config, choices, spending, contextKeys, log });
  const statusBar = new StatusBar(connections, config, spending, log);
  const groups = groupMemory(memory(context, 'hasProviderGroups'), log);
  const tools = toolsLoader(context, {
    connections,
    config,
    choices,
    access,
    selectedNodes: () => view.selection,
    apiKey,
    contextKeys,
    log,
    environment: process.env,
    extensionUri: context.extensionUri,
    connectionNames,
    groups,
    groupsMade: memory(context, 'providerGroupsMade'),
    openclawMemory: { cli: memory(context, 'openclawCli'), answer: memory(context, 'openclawAnswer') },
  });
  const nothingDone = () => ({ path: config.path, changed: false, notDone: [], warnings: [] });
  const ids = contributes.commands.map(({ command }) => command);
  const commands = registerCommands(ids, log, nothingDone, async (id, args) => (await tools()).run(id, args));
  context.subscriptions.push(
    channel,
    config,
    apiKey,
    connections,
    choices,
    access,
    view,
    spending,
    progress,
    statusBar,
    commands,
  );
  registerParticipant(context, async asked => (await tools()).answer(asked));
  const provider = registerProvider(context, { connections, config, choices, spending, log, memory: groups });

  // After activation: the OpenClaw config is read, and the models known from before are shown to the editor.
  setImmediate(() => {
    inBackground(statusBar.update(), log);
    inBackground(progress.update(), log);
    const isConfig = (document: vscode.TextDocument) => config.isIn(document);
    context.subscriptions.push(whenOpened(isConfig, config.onDidChange, () => inBackground(tools(), log)));
    inBackground(provider?.announce(), log);
  });
}

/** What is read of the extension's own manifest. */
interface Manifest {
  readonly version: string;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** Editors without these parts of the API keep the sidebar and the OpenClaw commands. */
function registerParticipant(
  { subscriptions, extensionUri }: vscode.ExtensionContext,
  answer: Parameters<typeof createParticipant>[0],
): void {
  const { chat } = vscode as Partial<typeof vscode>;
  const icon = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  if ('createChatParticipant' in (chat ?? {})) subscriptions.push(createParticipant(answer, icon));
}

function registerProvider(
  { subscriptions }: vscode.ExtensionContext,
  parts: ProviderParts,
): BedrockChatProvider | undefined {
  const { lm } = vscode as Partial<typeof vscode>;
  if (!('registerLanguageModelChatProvider' in (lm ?? {}))) return undefined;
  const provider = new BedrockChatProvider(parts);
  subscriptions.push(provider, vscode.lm.registerLanguageModelChatProvider(PROVIDER_ID, provider));
  return provider;
}
