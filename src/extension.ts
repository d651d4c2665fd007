/** Builds the parts and registers them; touches neither the network nor the AWS SDK. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { PROVIDER_ID } from './bedrock/models/bedrockModel.ts';
import { createParticipant } from './chat/participant.ts';
import { BedrockChatProvider } from './chat/provider.ts';
import { registerCommands } from './commands/index.ts';
import { ConfigLanguage } from './configLanguage/configLanguage.ts';
import { ConfigLanguage } from './configLanguage/configLanguage.ts';
import { DiffViewer } from './editor/diff.ts';
import { Log } from './editor/log.ts';
import { ModelsView } from './sidebar/modelsView.ts';
import { StatusBar } from './sidebar/statusBar.ts';
import { ConfigEditor } from './state/configEditor.ts';
import { Connections } from './state/connections.ts';
import { InstalledOpenClaw } from './state/installedOpenClaw.ts';
import { ModelCache } from './state/modelCache.ts';
import { OpenClawConfig } from './state/openclawConfig.ts';

export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

  const channel = vscode.window.createOutputChannel('Amazon Bedrock', { log: true });
  const log = new Log(channel);
  const config = new OpenClawConfig(process.env);
  const cache = new ModelCache(context.globalStorageUri.fsPath);
  const connections = new Connections(process.env, config, cache, log);
  const diffViewer = new DiffViewer();
  const configEditor = new ConfigEditor(config, process.env);
  const installed = new InstalledOpenClaw(process.env, config, connections, memory(context, 'openclawCli'));
  const language = new ConfigLanguage(config, connections, () => installed.current());
  const configLanguage = new ConfigLanguage(config, connections, () => installed.current());
  const view = new ModelsView(connections, config);
  const statusBar = new StatusBar(connections, config);
  const commands = registerCommands({
    connections,
    config,
    configEditor,
    diffViewer,
    installed,
    log,
    groupsMade: memory(context, 'providerGroupsMade'),
  });
  context.subscriptions.push(channel, config, connections, view, statusBar, commands);
  context.subscriptions.push(diffViewer, language);
  const provider = registerChat(context, connections, config, log);

  // After activation: the OpenClaw config is read, and the models known from before are shown to the editor.
  setImmediate(() => {
    void statusBar.update();
    void provider?.announce();
  });
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
  const provider = new BedrockChatProvider(connections, log, groupMemory(context));
  context.subscriptions.push(provider, vscode.lm.registerLanguageModelChatProvider(PROVIDER_ID, provider));
  return provider;
}

/** Whether there were provider groups when the editor last asked. */
function groupMemory(context: vscode.ExtensionContext) {
  const had = memory<boolean>(context, 'hasProviderGroups');
  return {
    get hasGroups() {
      return had.get() ?? false;
    },
    set hasGroups(value: boolean) {
      if (value !== this.hasGroups) void had.set(value);
    },
  };
}

/** A value that outlives a reload. */
function memory<Value>({ globalState }: vscode.ExtensionContext, key: string) {
  return {
    get: () => globalState.get<Value>(key),
    set: (value: Value) => globalState.update(key, value),
  };
}
