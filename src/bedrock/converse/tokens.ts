/** A local estimate of tokens: the editor asks for every key and string of every tool's schema. */
import type { Message, Part } from './conversation.ts';

/** Characters a token in English and code; rather too many tokens than too few. */
const CHARACTERS_PER_TOKEN = 3.6;
/** What the roles and frames of a message come to. */
const TOKENS_PER_MESSAGE = 4;

/** Tokens of a text or of whole messages. */
export function estimateTokens(content: string | readonly Message[]): number {
  if (typeof content === 'string') return Math.ceil(content.length / CHARACTERS_PER_TOKEN);
  return content.reduce(
    (sum, { parts }) => sum + TOKENS_PER_MESSAGE + parts.reduce((part, each) => part + tokensOf(each), 0),
    0,
  );
}

function tokensOf(part: Part): number {
  switch (part.type) {
    case 'text':
    case 'tool-result':
      return estimateTokens(part.text);
    case 'tool-call':
      return estimateTokens(part.name) + estimateTokens(JSON.stringify(part.input));
  }
}
