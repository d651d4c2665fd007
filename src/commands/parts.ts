/** What commands work with. */
import type { Uri } from 'vscode';
import type { ApiKey } from '../editor/apiKey.ts';
import type { BuiltInChat } from '../editor/builtInChat.ts';
import type { ContextKeys } from '../editor/contextKeys.ts';
import type { DiffViewer } from '../editor/diff.ts';
import type { Log } from '../editor/log.ts';
import type { Memory } from '../editor/memory.ts';
import type { SetupReport } from '../setup/setupReport.ts';
import type { ConfigEditor } from '../state/configEditor.ts';
import type { Connections } from '../state/connections.ts';
import type { InstalledOpenClaw } from '../state/installedOpenClaw.ts';
import type { ModelAccess } from '../state/modelAccess.ts';
import type { ModelChoices } from '../state/modelChoices.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import type { RoleSetup } from '../state/roleSetup.ts';

export interface Parts {
  readonly connections: Connections;
  readonly config: OpenClawConfig;
  /** What a person chose about models. */
  readonly choices: ModelChoices;
  /** Whether models may be used. */
  readonly access: ModelAccess;
  /** What is selected in the tree. */
  readonly selectedNodes: () => readonly unknown[];
  readonly configEditor: ConfigEditor;
  readonly diffViewer: DiffViewer;
  readonly installed: InstalledOpenClaw;
  /** Runs every check of the set-up and yields where they stand. */
  readonly checkSetup: (signal: AbortSignal) => AsyncIterable<SetupReport>;
  /** Shows models side by side in an editor tab. */
  readonly comparePage: {
    show(compared?: { readonly root?: string; readonly keys?: readonly string[] }): void;
  };
  /** Shows that in an editor tab. */
  readonly setupPage: { show(): void };
  /** Shows the steps to an instance role in an editor tab. */
  readonly rolePage: { show(setup: RoleSetup, lookAgain: () => Promise<RoleSetup>): void };
  readonly extensionUri: Uri;
  readonly contextKeys: ContextKeys;
  readonly log: Log;
  /** The Bedrock API key in the editor's secret storage. */
  readonly apiKey: ApiKey;
  /** Warnings that this window has told already. */
  readonly told: Set<string>;
  /** The agent of the editor's own chat. */
  readonly builtInChat: BuiltInChat;
  /** Whether the editor has provider groups of ours. */
  readonly groups: { readonly hasGroups: boolean };
  /** The names of the provider groups that Use in Chat has added; outlives a reload. */
  readonly groupsMade: Memory<readonly string[]>;
  /** What people called the groups that Add Connection made, by `groupKey`; outlives a reload. */
  readonly connectionNames: Memory<Readonly<Record<string, string>>>;
}

/** A command's id and what it does; `run` gets the arguments that it was called with. */
export interface Command {
  readonly id: `openclawBedrock.${string}`;
  readonly run: (parts: Parts, ...args: never[]) => unknown;
}
