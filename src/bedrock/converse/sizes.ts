/** How many tokens the sections of a request come to, estimated: what it may ask for, and what it may cache, depend on it. */
import type {
  ContentBlock,
  Message as Turn,
  SystemContentBlock,
  Tool,
  ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { estimateTokens, TOKENS_PER_IMAGE, TOKENS_PER_MESSAGE, tokensOfDocument } from './tokens.ts';

export interface Sizes {
  readonly tools: number;
  readonly system: number;
  /** Of each turn. */
  readonly turns: readonly number[];
  readonly total: number;
}

export interface Sections {
  readonly tools: readonly Tool[];
  readonly system: readonly SystemContentBlock[];
  readonly messages: readonly Turn[];
}

export function sizesOf({ tools, system, messages }: Sections): Sizes {
  const sizes = {
    tools: sum(tools, ({ toolSpec }) => ofJson(toolSpec)),
    system: sum(system, ({ text = '' }) => estimateTokens(text)),
    turns: messages.map(({ content = [] }) => TOKENS_PER_MESSAGE + sum(content, ofBlock)),
  };
  return { ...sizes, total: sizes.tools + sizes.system + sum(sizes.turns, size => size) };
}

function ofBlock(block: ContentBlock): number {
  const { reasoningContent, toolUse, toolResult } = block;
  if (toolUse) return estimateTokens(toolUse.name ?? '') + ofJson(toolUse.input);
  if (toolResult) return sum(toolResult.content ?? [], ofContent);
  if (reasoningContent?.reasoningText) return estimateTokens(reasoningContent.reasoningText.text ?? '');
  return ofContent(block);
}

function ofContent({ text, image, document }: ContentBlock | ToolResultContentBlock): number {
  if (text !== undefined) return estimateTokens(text);
  if (image) return TOKENS_PER_IMAGE;
  return document?.source?.bytes ? tokensOfDocument(document.source.bytes.length) : 0;
}

function ofJson(value: unknown): number {
  return value === undefined ? 0 : estimateTokens(JSON.stringify(value));
}

function sum<Item>(items: readonly Item[], size: (item: Item) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}
