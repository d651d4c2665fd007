/**
 * A conversation and its answer in the words of a language model, free of the editor's types and of the SDK's:
 * what the chat panel hands in, and what it gets back.
 */
import type { Problem } from '../../problem.ts';
import type { Route } from '../models/bedrockModel.ts';

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** An image, a document or any other file, as its sender declares it. */
export interface MediaPart {
  readonly type: 'media';
  readonly mimeType: string;
  readonly data: Uint8Array;
}

/**
 * The reasoning of one answer, given back so that the model can go on from it. It stands where the first of it stood
 * in the answer.
 */
export interface ReasoningPart {
  readonly type: 'reasoning';
  readonly reasoning: KeptReasoning;
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
  readonly content: readonly (TextPart | MediaPart)[];
  readonly isError: boolean;
}

export type Part = TextPart | MediaPart | ReasoningPart | ToolCallPart | ToolResultPart;

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly parts: readonly Part[];
}

/** The reasoning of an answer, with all that is needed to give it back as it was. Plain JSON: the editor keeps it. */
export interface KeptReasoning {
  /** Tells one answer from another. */
  readonly answer: string;
  /** The key of the model that reasoned: no other takes it. */
  readonly model: string;
  /** A digest of the tools and the system prompt that it reasoned with. */
  readonly prefix: string;
  readonly blocks: readonly ReasoningBlock[];
}

/** A block of reasoning: its text with its signature, or what the service has encrypted. */
export interface ReasoningBlock {
  /** Characters of text, and tool calls, that the answer had before it. */
  readonly textBefore: number;
  readonly callsBefore: number;
  /** Can be empty beside a signature. */
  readonly text?: string;
  readonly signature?: string;
  /** Base64. */
  readonly redacted?: string;
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
  /** How hard to think, one of `effortsOf` the model; absent, and what is none of them: the model's default. */
  readonly effort?: string | undefined;
}

/** Tokens. */
export interface Usage {
  /** All that went in, from the cache or not. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

export interface Citation {
  readonly title: string;
  /** Absent for what is on no page. */
  readonly url?: string;
}

export type AnswerPart =
  | TextPart
  | ToolCallPart
  | { readonly type: 'reasoning'; readonly text: string }
  /** All of the answer's reasoning so far, whenever a block of it is whole. */
  | { readonly type: 'kept-reasoning'; readonly reasoning: KeptReasoning }
  | { readonly type: 'citation'; readonly citation: Citation }
  /** The request failed before anything came, and is sent once more after some seconds. */
  | { readonly type: 'retrying'; readonly problem: Problem; readonly seconds: number }
  /** Another way to the model is taken from now on, since the one before is refused. */
  | { readonly type: 'rerouted'; readonly from: Route; readonly to: Route }
  | {
      readonly type: 'usage';
      readonly usage: Usage;
      /** Tokens that went in, by our own estimate. */
      readonly estimate?: number;
    }
  | { readonly type: 'stop'; readonly reason: string };
