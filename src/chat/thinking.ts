/**
 * Thinking in the editor: shown as it comes, and kept with all that the model needs to get it back. It is kept in the
 * conversation itself, never in the provider's memory: two chats run side by side.
 */
import * as vscode from 'vscode';
import type { KeptReasoning, ReasoningBlock } from '../bedrock/converse/conversation.ts';

/** The member of a thinking part's metadata that is ours. */
const KEPT = 'openclawBedrock';

type ThinkingPart = vscode.LanguageModelThinkingPart;

/** A part that shows `text`; undefined in an editor that knows no thinking. */
export function thinkingPart(text: string): ThinkingPart | undefined {
  return create(text);
}

/** A part that shows nothing and keeps `reasoning`. */
export function keepingPart(reasoning: KeptReasoning): ThinkingPart | undefined {
  return create('', { [KEPT]: reasoning });
}

export function isThinking(part: unknown): part is ThinkingPart {
  const Part = partClass();
  return Part !== undefined && part instanceof Part;
}

/** The reasoning that a part keeps, if it is one of ours and as it was. */
export function keptIn({ metadata }: ThinkingPart): KeptReasoning | undefined {
  const kept = metadata?.[KEPT];
  return isKept(kept) ? kept : undefined;
}

function create(text: string, metadata?: Readonly<Record<string, unknown>>): ThinkingPart | undefined {
  const Part = partClass();
  return Part && new Part(text, '', metadata);
}

function partClass(): typeof vscode.LanguageModelThinkingPart | undefined {
  return (vscode as Partial<typeof vscode>).LanguageModelThinkingPart;
}

function isKept(value: unknown): value is KeptReasoning {
  const { answer, model, prefix, blocks } = asRecord(value);
  return (
    [answer, model, prefix].every(each => typeof each === 'string') &&
    Array.isArray(blocks) &&
    blocks.every(isBlock)
  );
}

function isBlock(value: unknown): value is ReasoningBlock {
  const { textBefore, callsBefore, text = '', signature = '', redacted = '' } = asRecord(value);
  return (
    [textBefore, callsBefore].every(each => typeof each === 'number') &&
    [text, signature, redacted].every(each => typeof each === 'string')
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
