/** A local estimate of the tokens of messages, and of what a service adds to them. */
import type { MediaPart, Message, Part, ToolCallPart } from './conversation.ts';
import { textTokens, type Tokenizer } from './textTokens.ts';

/** What models get to read beside a request: gpt-oss some 70, Claude some 35 where it thinks (recorded answers). */
export const TOKENS_PER_REQUEST = 80;
/** How to call tools: Claude gets 346 tokens of it (Anthropic, Tool use), Nova about as many (recorded answers). */
export const TOKENS_FOR_TOOLS = 350;
/** What the roles and frames of a message come to. */
export const TOKENS_PER_MESSAGE = 4;
/** The most that Claude makes of an image (Anthropic, Vision); others make about as much of it. */
export const TOKENS_PER_IMAGE = 1_600;

/** Tokens of a text or of whole messages. */
export function estimateTokens(content: string | readonly Message[], tokenizer: Tokenizer): number {
  if (typeof content === 'string') return textTokens(content, tokenizer);
  return content.reduce(
    (sum, { parts }) =>
      sum + TOKENS_PER_MESSAGE + parts.reduce((part, each) => part + tokensOf(each, tokenizer), 0),
    0,
  );
}

/** A page is some 50 KB of a PDF, and some 2,000 tokens. */
export function tokensOfDocument(bytes: number): number {
  return 2_000 * Math.ceil(bytes / 50_000);
}

function tokensOf(part: Part, tokenizer: Tokenizer): number {
  switch (part.type) {
    case 'text':
      return textTokens(part.text, tokenizer);
    case 'media':
      return tokensOfMedia(part, tokenizer);
    case 'tool-result':
      return part.content.reduce((sum, each) => sum + tokensOf(each, tokenizer), 0);
    case 'tool-call':
      return textTokens(part.name, tokenizer) + ofInput(part, tokenizer);
    case 'reasoning':
      return part.reasoning.blocks.reduce((sum, { text = '' }) => sum + textTokens(text, tokenizer), 0);
  }
}

/** Callers in JavaScript hand in nothing for a call without arguments. */
function ofInput({ input }: ToolCallPart, tokenizer: Tokenizer): number {
  return textTokens(JSON.stringify({ input }), tokenizer);
}

function tokensOfMedia({ mimeType, data }: MediaPart, tokenizer: Tokenizer): number {
  // The editor's own marks are sent nowhere.
  if (!mimeType.includes('/')) return 0;
  if (/^text\/|[/+](x-)?(json|xml|javascript|yaml)$/.test(mimeType)) {
    return textTokens(new TextDecoder().decode(data), tokenizer);
  }
  return mimeType.startsWith('image/') ? TOKENS_PER_IMAGE : tokensOfDocument(data.length);
}
