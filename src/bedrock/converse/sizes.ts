/** How many tokens the sections of a request come to, estimated: what it may ask for, and what it may cache, depend on it. */
import type {
  ContentBlock,
  Message as Turn,
  SystemContentBlock,
  Tool,
  ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { textTokens, type Tokenizer } from './textTokens.ts';
import {
  TOKENS_FOR_TOOLS,
  TOKENS_PER_IMAGE,
  TOKENS_PER_MESSAGE,
  TOKENS_PER_REQUEST,
  tokensOfDocument,
} from './tokens.ts';

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

export function sizesOf({ tools, system, messages }: Sections, tokenizer: Tokenizer): Sizes {
  const sizes = {
    tools:
      tools.length === 0 ? 0 : TOKENS_FOR_TOOLS + sum(tools, ({ toolSpec }) => ofJson(toolSpec, tokenizer)),
    system: sum(system, ({ text = '' }) => textTokens(text, tokenizer)),
    turns: messages.map(
      ({ content = [] }) => TOKENS_PER_MESSAGE + sum(content, block => ofBlock(block, tokenizer)),
    ),
  };
  return {
    ...sizes,
    total: TOKENS_PER_REQUEST + sizes.tools + sizes.system + sum(sizes.turns, size => size),
  };
}

function ofBlock(block: ContentBlock, tokenizer: Tokenizer): number {
  const { reasoningContent, toolUse, toolResult } = block;
  if (toolUse) return textTokens(toolUse.name ?? '', tokenizer) + ofJson(toolUse.input, tokenizer);
  if (toolResult) return sum(toolResult.content ?? [], each => ofContent(each, tokenizer));
  if (reasoningContent?.reasoningText)
    return textTokens(reasoningContent.reasoningText.text ?? '', tokenizer);
  return ofContent(block, tokenizer);
}

function ofContent(
  { text, image, document }: ContentBlock | ToolResultContentBlock,
  tokenizer: Tokenizer,
): number {
  if (text !== undefined) return textTokens(text, tokenizer);
  if (image) return TOKENS_PER_IMAGE;
  return document?.source?.bytes ? tokensOfDocument(document.source.bytes.length) : 0;
}

function ofJson(value: unknown, tokenizer: Tokenizer): number {
  return value === undefined ? 0 : textTokens(JSON.stringify(value), tokenizer);
}

function sum<Item>(items: readonly Item[], size: (item: Item) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}
