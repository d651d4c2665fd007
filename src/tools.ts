/**
 * What is needed once somebody runs a command, opens OpenClaw's config or asks `@bedrock`: a bundle of its own. Its
 * classes are others than those of the first bundle, so nothing may be told by `instanceof` between the two.
 */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { answerQuestion, type Asked } from './chat/participantAnswer.ts';
import { COMMANDS } from './commands/index.ts';
import type { Parts } from './commands/parts.ts';
import { ConfigLanguage } from './configLanguage/configLanguage.ts';
import type { ContextKeys } from './editor/contextKeys.ts';
import { BuiltInChat } from './editor/builtInChat.ts';
import { DiffViewer } from './editor/diff.ts';
import { Disposable } from './editor/disposable.ts';
import { ConfigEditor } from './state/configEditor.ts';
import { ComparePage } from './pages/comparePage.ts';
import { CheckSetupPage } from './pages/checkSetupPage.ts';
import { InstanceRolePage } from './pages/instanceRolePage.ts';
import { InstalledOpenClaw, type OpenClawMemory } from './state/installedOpenClaw.ts';
import { checkedSetup } from './state/setupOfThisMachine.ts';

/** What the tools share with the rest of the extension. */
export type Shared = Pick<
  Parts,
  | 'connections'
  | 'config'
  | 'choices'
  | 'access'
  | 'selectedNodes'
  | 'apiKey'
  | 'log'
  | 'groups'
  | 'groupsMade'
  | 'connectionNames'
> & {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly extensionUri: vscode.Uri;
  readonly contextKeys: ContextKeys;
  readonly openclawMemory: OpenClawMemory;
};

export class Tools extends Disposable {
  readonly #parts: Parts;

  constructor({ environment, extensionUri, contextKeys, openclawMemory, ...shared }: Shared) {
    super();
    if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
    const { config, connections, choices, access, log } = shared;
    const compared = { extensionUri, connections, config, choices, access, log };
    const installed = new InstalledOpenClaw(environment, config, connections, openclawMemory);
    const checkSetup = (signal: AbortSignal) =>
      checkedSetup({ connections, config, installed, contextKeys }, signal);
    this.#parts = {
      ...shared,
      extensionUri,
      contextKeys,
      installed,
      checkSetup,
      comparePage: this.register(new ComparePage(compared)),
      rolePage: this.register(new InstanceRolePage(extensionUri, log)),
      setupPage: this.register(new CheckSetupPage(extensionUri, checkSetup)),
      told: new Set(),
      configEditor: new ConfigEditor(config),
      diffViewer: this.register(new DiffViewer()),
      builtInChat: new BuiltInChat(),
    };
    this.register(new ConfigLanguage(config, connections, () => installed.current()));
  }

  /** Answers a question to `@bedrock`. */
  answer(asked: Asked): Promise<vscode.ChatResult> {
    return answerQuestion(asked, this.#parts.connections, this.#parts.config);
  }

  /** Runs the command of this id. */
  run(id: string, args: readonly unknown[]): unknown {
    return COMMANDS.find(command => command.id === id)?.run(this.#parts, ...(args as never[]));
  }
}
