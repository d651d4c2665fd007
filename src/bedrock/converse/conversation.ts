/**
 * A conversation and its answer in the words of a language model, free of the editor's types and of the SDK's:
 * what the chat panel hands in, and what it gets back.
 */

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export interface ToolCallPart {
  readonly type: 'tool-call';
  readonly id: string;
  readonly name: string;
  readonly input: object;
}

export interface ToolResultPart {
  readonly type: 'tool-result';
  readonly callId: string;
  readonly text: string;
  readonly isError: boolean;
}

export type Part = TextPart | ToolCallPart | ToolResultPart;

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly parts: readonly Part[];
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** A JSON schema, as the tool's author wrote it. */
  readonly inputSchema?: object | undefined;
}

export interface Question {
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
  /** True when the model must call one of the tools. */
  readonly mustCallTool: boolean;
}

/** Tokens. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
}

export type AnswerPart =
  | TextPart
  | ToolCallPart
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'usage'; readonly usage: Usage }
  | { readonly type: 'stop'; readonly reason: string };
