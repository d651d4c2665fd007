/**
 * Members that the editor passes through at run time though its typings call them proposed, or that came
 * after the version we are typed against. Each is used only where it is found.
 */
import 'vscode';

declare module 'vscode' {
  interface LanguageModelChatInformation {
    /** Shown in the model picker; without it the model can only be reached through the models editor. */
    readonly isUserSelectable?: boolean;
    /** Paid for by the user's own account. */
    readonly isBYOK?: boolean;
    /** A JSON schema of what can be chosen for the model; the choice comes with each request. */
    readonly configurationSchema?: object;
  }

  interface PrepareLanguageModelChatModelOptions {
    /** The provider group asked for; absent in the call for no group. Secrets are resolved. */
    readonly configuration?: Readonly<Record<string, unknown>>;
  }

  interface ProvideLanguageModelChatResponseOptions {
    /** The id of the extension that asks, or `core`. */
    readonly requestInitiator?: string;
    /** What was chosen by `configurationSchema`. */
    readonly modelConfiguration?: Readonly<Record<string, unknown>>;
  }

  /** What a model thinks before it answers. It comes back with its metadata in the rounds of tools that follow. */
  class LanguageModelThinkingPart {
    value: string | string[];
    id?: string;
    metadata?: Readonly<Record<string, unknown>>;
    constructor(value: string | string[], id?: string, metadata?: Readonly<Record<string, unknown>>);
  }
}
