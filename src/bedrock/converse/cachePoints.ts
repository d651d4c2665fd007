/**
 * Where a request says that its beginning is worth keeping: behind the tools, the system prompt and the last turns of
 * the user. Each round of an agent sends all that went before, so it finds what the round before has kept.
 */
import type { Message as Turn, SystemContentBlock, Tool } from '@aws-sdk/client-bedrock-runtime';
import type { CachePoints } from '../models/modelFacts.ts';
import type { Sections, Sizes } from './sizes.ts';

/** The most that a request may hold. */
const MOST_POINTS = 4;
/** Two turns: this one's, for the next round to find, and the one that the round before has kept. */
const TURNS = 2;

export interface WithCachePoints {
  readonly tools: Tool[];
  readonly system: SystemContentBlock[];
  readonly messages: Turn[];
}

/** The sections with cache points where the family takes them and enough stands before them. */
export function withCachePoints(
  { tools, system, messages }: Sections,
  sizes: Sizes,
  { places, minimumTokens, afterToolResults }: CachePoints,
): WithCachePoints {
  const isWorth = (tokens: number) => tokens >= minimumTokens;
  const afterTools = places.includes('tools') && tools.length > 0 && isWorth(sizes.tools);
  const afterSystem = places.includes('system') && system.length > 0 && isWorth(sizes.tools + sizes.system);
  const chosen = new Set<number>();
  const room = Math.min(TURNS, MOST_POINTS - Number(afterTools) - Number(afterSystem));
  let before = sizes.total;
  for (let at = messages.length - 1; at >= 0 && chosen.size < room && places.includes('messages'); at--) {
    if (isWorth(before) && canEndWithPoint(messages[at], afterToolResults)) chosen.add(at);
    before -= sizes.turns[at] ?? 0;
  }
  return {
    tools: [...tools, ...(afterTools ? [POINT] : [])],
    system: [...system, ...(afterSystem ? [POINT] : [])],
    messages: messages.map((turn, at) =>
      chosen.has(at) ? { ...turn, content: [...(turn.content ?? []), POINT] } : turn,
    ),
  };
}

const POINT = { cachePoint: { type: 'default' } } as const;

/** A point is refused behind a document, and by some families behind a tool's result. */
function canEndWithPoint(turn: Turn | undefined, afterToolResults: boolean): boolean {
  const last = turn?.content?.at(-1);
  if (turn?.role !== 'user' || !last || last.document) return false;
  return afterToolResults || !last.toolResult;
}
