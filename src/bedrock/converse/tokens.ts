/** A local estimate of tokens: the editor asks for every key and string of every tool's schema. */
import type { MediaPart, Message, Part } from './conversation.ts';

/** Characters a token in English and code; rather too many tokens than too few. */
const CHARACTERS_PER_TOKEN = 3.6;
/** What the roles and frames of a message come to. */
export const TOKENS_PER_MESSAGE = 4;
/** The most that Claude makes of an image (Anthropic, Vision); others make about as much of it. */
export const TOKENS_PER_IMAGE = 1_600;

/** Tokens of a text or of whole messages. */
export function estimateTokens(content: string | readonly Message[]): number {
  if (typeof content === 'string') return Math.ceil(content.length / CHARACTERS_PER_TOKEN);
  return content.reduce(
    (sum, { parts }) => sum + TOKENS_PER_MESSAGE + parts.reduce((part, each) => part + tokensOf(each), 0),
    0,
  );
}

/** A page is some 50 KB of a PDF, and some 2,000 tokens. */
export function tokensOfDocument(bytes: number): number {
  return 2_000 * Math.ceil(bytes / 50_000);
}

function tokensOf(part: Part): number {
  switch (part.type) {
    case 'text':
      return estimateTokens(part.text);
    case 'media':
      return tokensOfMedia(part);
    case 'tool-result':
      return part.content.reduce((sum, each) => sum + tokensOf(each), 0);
    case 'tool-call':
      return estimateTokens(part.name) + estimateTokens(JSON.stringify(part.input));
    case 'reasoning':
      return part.reasoning.blocks.reduce((sum, { text = '' }) => sum + estimateTokens(text), 0);
  }
}

function tokensOfMedia({ mimeType, data }: MediaPart): number {
  // The editor's own marks are sent nowhere.
  if (!mimeType.includes('/')) return 0;
  if (mimeType.startsWith('image/')) return TOKENS_PER_IMAGE;
  return mimeType === 'application/pdf'
    ? tokensOfDocument(data.length)
    : Math.ceil(data.length / CHARACTERS_PER_TOKEN);
}
