/** Reasoning: how a model is told to think, and how what it thought is given back to it, byte for byte. */
import { createHash } from 'node:crypto';
import type { ContentBlock } from '@aws-sdk/client-bedrock-runtime';
import type { BedrockModel } from '../models/bedrockModel.ts';
import type { ModelFacts, ReasoningForm } from '../models/modelFacts.ts';
import type { KeptReasoning, Question, ReasoningBlock } from './conversation.ts';
import type { SettledPart } from './settledMedia.ts';

export type Effort = 'off' | 'low' | 'medium' | 'high' | 'max';

export interface Efforts {
  /** From the least to the most. */
  readonly levels: readonly Effort[];
  /** What is used where nobody chose. */
  readonly usual: Effort;
}

/** What a request says of thinking. */
export interface Thinking {
  readonly isOn: boolean;
  /** Members of `additionalModelRequestFields`. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** True where a request must leave out `maxTokens`. */
  readonly withoutLimit: boolean;
}

/** The efforts that a model lets people choose from; undefined where it thinks as it likes, or not at all. */
export function effortsOf({ reasoning, maxEffort }: ModelFacts): Efforts | undefined {
  const efforts = EFFORTS[reasoning];
  return efforts && maxEffort ? { ...efforts, levels: [...efforts.levels, 'max'] } : efforts;
}

/** How a model is told to think as hard as `chosen` within `maxTokens` of answer. */
export function thinking(facts: ModelFacts, chosen: string | undefined, maxTokens: number): Thinking {
  const efforts = effortsOf(facts);
  const effort = efforts?.levels.find(level => level === chosen) ?? efforts?.usual ?? 'off';
  const fields = effort === 'off' ? undefined : FIELDS[facts.reasoning]?.(effort, maxTokens);
  if (!fields) return NO_THINKING;
  // AWS, Nova 2: at the highest effort `maxTokens`, `temperature` and `topP` must be unset.
  return { isOn: true, fields, withoutLimit: facts.reasoning === 'nova' && effort === 'high' };
}

export const NO_THINKING: Thinking = { isOn: false, fields: {}, withoutLimit: false };

const OFF_TO_HIGH = ['off', 'low', 'medium', 'high'] as const;
const EFFORTS: Readonly<Partial<Record<ReasoningForm, Efforts>>> = {
  budget: { levels: OFF_TO_HIGH, usual: 'off' },
  adaptive: { levels: OFF_TO_HIGH, usual: 'medium' },
  effort: { levels: ['low', 'medium', 'high'], usual: 'medium' },
  nova: { levels: OFF_TO_HIGH, usual: 'off' },
  qwen: { levels: OFF_TO_HIGH, usual: 'off' },
};

type Fields = (effort: Effort, maxTokens: number) => Record<string, unknown> | undefined;

const FIELDS: Readonly<Partial<Record<ReasoningForm, Fields>>> = {
  budget: budgetFields,
  adaptive: effort => ({ thinking: { type: 'adaptive' }, output_config: { effort } }),
  effort: effort => ({ reasoning_effort: effort }),
  nova: effort => ({ reasoningConfig: { type: 'enabled', maxReasoningEffort: effort } }),
  qwen: effort => ({ reasoning_config: effort }),
};

/** Tokens to think with. */
const BUDGETS: Readonly<Partial<Record<Effort, number>>> = { low: 2_048, medium: 8_192, high: 24_576 };
/** The least that Claude takes. */
const LEAST_BUDGET = 1_024;
/** Tokens of an answer that are not thought away. */
const LEAST_ANSWER = 1_024;

/** The budget has to leave room for the answer; where there is none for both, there is no thinking. */
function budgetFields(effort: Effort, maxTokens: number): Record<string, unknown> | undefined {
  const budget = Math.min(BUDGETS[effort] ?? 0, maxTokens - LEAST_ANSWER);
  return budget >= LEAST_BUDGET ? { thinking: { type: 'enabled', budget_tokens: budget } } : undefined;
}

/** A digest of what comes before the conversation, to which some models bind their reasoning. */
export function prefixDigest({ messages, tools }: Question): string {
  const system = messages.filter(({ role }) => role === 'system');
  return createHash('sha256')
    .update(JSON.stringify([system, tools]))
    .digest('base64url')
    .slice(0, 22);
}

/** Whether a model takes reasoning back: its own, signed, and of this conversation where it is bound to it. */
export function takesBack({ key, facts }: BedrockModel, kept: KeptReasoning, prefix: string): boolean {
  return facts.signedReasoning && kept.model === key && (!facts.boundReasoning || kept.prefix === prefix);
}

/** A block as a part of a turn. */
export interface ReasoningBlockPart {
  readonly type: 'reasoning-block';
  readonly block: ReasoningBlock;
}

export type PlacedPart = Exclude<SettledPart, { readonly type: 'reasoning' }> | ReasoningBlockPart;

/**
 * Puts the blocks of reasoning that `isTaken` back to where they stood between the text and the tool calls of a
 * message. The editor joins and moves thinking as it likes, so each block says what was before it. Of an answer's
 * reasoning the last part counts: it holds all that went before.
 */
export function placeReasoning(
  parts: readonly SettledPart[],
  isTaken: (reasoning: KeptReasoning) => boolean,
): PlacedPart[] {
  const placed: PlacedPart[] = [];
  const waiting = blocksIn(parts, isTaken);
  const put = (isDue: (block: ReasoningBlock) => boolean) => {
    for (let block = waiting[0]; block && isDue(block); block = waiting[0]) {
      placed.push({ type: 'reasoning-block', block });
      waiting.shift();
    }
  };
  let text = 0;
  let calls = 0;
  for (const part of parts) {
    if (part.type === 'reasoning') continue;
    if (part.type === 'text') {
      for (const piece of cutAt(part.text, text, waiting)) {
        put(({ textBefore }) => textBefore <= text);
        placed.push({ type: 'text', text: piece });
        text += piece.length;
      }
      continue;
    }
    if (part.type === 'tool-call') {
      put(({ callsBefore }) => callsBefore <= calls);
      calls++;
    }
    placed.push(part);
  }
  put(() => true);
  return placed;
}

function blocksIn(
  parts: readonly SettledPart[],
  isTaken: (reasoning: KeptReasoning) => boolean,
): ReasoningBlock[] {
  const latest = new Map<string, KeptReasoning>();
  for (const part of parts) {
    if (part.type === 'reasoning' && isTaken(part.reasoning))
      latest.set(part.reasoning.answer, part.reasoning);
  }
  return [...latest.values()].flatMap(({ blocks }) => blocks);
}

/** A text that begins at `start` in its message, in pieces between which blocks have to stand. */
function cutAt(text: string, start: number, blocks: readonly ReasoningBlock[]): string[] {
  const cuts = blocks.map(({ textBefore }) => textBefore - start).filter(at => at > 0 && at < text.length);
  const ends = [...new Set(cuts), text.length];
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

export function reasoningContent({ text, signature, redacted }: ReasoningBlock): ContentBlock {
  return {
    reasoningContent:
      redacted === undefined
        ? { reasoningText: { text: text ?? '', ...(signature !== undefined && { signature }) } }
        : { redactedContent: Buffer.from(redacted, 'base64') },
  };
}
