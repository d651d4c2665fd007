/**
 * The turns of a conversation, put into the order that Converse takes: a user's turn first, roles in
 * alternation, no blank text, and every tool call answered in the very next turn, each exactly once.
 */
import type {
  ContentBlock,
  Message as Turn,
  SystemContentBlock,
  ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import type { ModelFacts } from '../models/modelFacts.ts';
import type { KeptReasoning, Message, TextPart, ToolCallPart } from './conversation.ts';
import { isObject } from '../isObject.ts';
import { type PlacedPart, placeReasoning, reasoningContent } from './reasoning.ts';
import {
  type SettledContent,
  type SettledMessage,
  type SettledResult,
  settleMedia,
  type Takes,
} from './settledMedia.ts';
import { toolCallId, type ToolNames } from './toolNames.ts';

export interface Turns {
  readonly system: SystemContentBlock[];
  readonly messages: Turn[];
  /** The tools, by their own names, that the turns hold calls of. */
  readonly calledTools: ReadonlySet<string>;
}

/** A turn before its blocks are made: adjacent messages of one role are one turn. */
interface Draft {
  role: 'user' | 'assistant';
  parts: PlacedPart[];
}

/**
 * Converts the messages of a conversation; throws nothing, whatever their order. Of the reasoning in it that is given
 * back which `isTaken`.
 */
export function turnsOf(
  messages: readonly Message[],
  takes: Takes,
  names: ToolNames,
  isTaken: (reasoning: KeptReasoning) => boolean,
): Turns {
  const { facts } = takes;
  const system = textsOf(messages.filter(({ role }) => role === 'system'));
  const settled = settleMedia(withoutSystem(messages, facts, system), takes);
  const drafts = paired(withUniqueIds(merged(settled, isTaken)), facts);
  const calledTools = new Set<string>();
  const turns = drafts.map(({ role, parts }): Turn => {
    for (const part of parts) if (part.type === 'tool-call') calledTools.add(part.name);
    return { role, content: withText(parts).map(part => block(part, facts, names)) };
  });
  return {
    system: facts.systemPrompt ? system.map(text => ({ text })) : [],
    messages: turns,
    calledTools,
  };
}

function textsOf(messages: readonly Message[]): string[] {
  return messages.flatMap(({ parts }) =>
    parts.flatMap(part => (part.type === 'text' && part.text.trim() !== '' ? [part.text] : [])),
  );
}

/** Without the system messages; where a family has no system prompt, their text opens the first user turn. */
function withoutSystem(
  messages: readonly Message[],
  facts: ModelFacts,
  system: readonly string[],
): Message[] {
  const rest = messages.filter(({ role }) => role !== 'system');
  if (facts.systemPrompt || system.length === 0) return rest;
  return [{ role: 'user', parts: system.map(text => ({ type: 'text', text })) }, ...rest];
}

function merged(
  messages: readonly SettledMessage[],
  isTaken: (reasoning: KeptReasoning) => boolean,
): Draft[] {
  const drafts: Draft[] = [];
  for (const { role, parts } of messages) {
    const isReplayed = (reasoning: KeptReasoning) => role === 'assistant' && isTaken(reasoning);
    const kept = placeReasoning(parts, isReplayed).filter(part => !isBlank(part));
    const last = drafts.at(-1);
    if (role === 'system' || !kept.some(({ type }) => type !== 'reasoning-block')) continue;
    if (last?.role === role) last.parts.push(...kept);
    else drafts.push({ role, parts: kept });
  }
  return drafts;
}

/**
 * Gives each call an id of its own, and each result that of its call: models that make ids up use one twice, in a turn
 * or in a later one, which is refused. The first call keeps its id, and of several with one id in a turn the first
 * result belongs to the first.
 */
function withUniqueIds(drafts: readonly Draft[]): Draft[] {
  const uses = new Map<string, number>();
  /** The ids of the last turn's calls, by those that the model gave. */
  let open = new Map<string, string[]>();
  return drafts.map(({ role, parts }) => {
    if (role === 'assistant') open = new Map();
    const named = parts.map(part => {
      if (part.type === 'tool-call' && role === 'assistant') {
        const use = uses.get(part.id) ?? 0;
        uses.set(part.id, use + 1);
        const id = use === 0 ? part.id : `${part.id}#${use}`;
        open.set(part.id, [...(open.get(part.id) ?? []), id]);
        return { ...part, id };
      }
      if (part.type !== 'tool-result') return part;
      return { ...part, callId: open.get(part.callId)?.shift() ?? part.callId };
    });
    return { role, parts: named };
  });
}

/**
 * Puts the results of each turn's calls first in the next user turn. A call without a result gets a note in
 * its place; a result without a call, and every tool part for a family without tools, becomes text.
 */
function paired(drafts: readonly Draft[], facts: ModelFacts): Draft[] {
  const turns: Draft[] = [];
  let open: ToolCallPart[] = [];

  for (const draft of drafts) {
    if (facts.tools === 'none') {
      turns.push({ role: draft.role, parts: draft.parts.flatMap(asWords) });
    } else if (draft.role === 'assistant') {
      turns.push(...asked(draft.parts, facts));
      open = callsOf(draft.parts);
    } else {
      turns.push(...answered(draft.parts, open, facts));
      open = [];
    }
  }
  if (open.length > 0) turns.push(...answered([], open, facts));
  // Both ends must be the user's: a conversation can begin with the assistant when its start was dropped, and
  // newer models refuse to go on from words put into their mouth.
  if (turns[0]?.role !== 'user') turns.unshift(nudge());
  if (turns.at(-1)?.role !== 'user') turns.push(nudge());
  return turns;
}

function asked(parts: readonly PlacedPart[], facts: ModelFacts): Draft[] {
  // Reasoning is refused as the end of a turn.
  const end = parts.findLastIndex(({ type }) => type !== 'reasoning-block') + 1;
  const kept = parts.slice(0, end).flatMap(part => (part.type === 'tool-call' ? [part] : asWords(part)));
  const calls = callsOf(kept);
  const words = kept.filter(({ type }) => type !== 'tool-call');
  if (words.length === 0 || calls.length === 0) return [{ role: 'assistant', parts: kept }];
  if (!facts.toolBlocksAlone) {
    // What a model thought between two calls has to stay there.
    const isOrdered = kept.some(({ type }) => type === 'reasoning-block');
    return [{ role: 'assistant', parts: isOrdered ? kept : [...words, ...calls] }];
  }
  // Some families want nothing beside the calls in their turn, so the model's words get one before it.
  return [{ role: 'assistant', parts: words }, nudge(), { role: 'assistant', parts: calls }];
}

function callsOf(parts: readonly PlacedPart[]): ToolCallPart[] {
  return parts.filter(part => part.type === 'tool-call');
}

function answered(parts: readonly PlacedPart[], calls: readonly ToolCallPart[], facts: ModelFacts): Draft[] {
  const found = new Map<string, SettledResult>();
  const others: PlacedPart[] = [];
  const ids = new Set(calls.map(({ id }) => id));
  for (const part of parts) {
    if (part.type === 'tool-result' && ids.has(part.callId) && !found.has(part.callId))
      found.set(part.callId, part);
    else others.push(...asWords(part));
  }
  const results = calls.map(({ id }) => found.get(id) ?? missingResult(id));
  if (!facts.toolBlocksAlone || results.length === 0 || others.length === 0) {
    return [{ role: 'user', parts: [...results, ...others] }];
  }
  // Some families want nothing beside the results in their turn, so the user's words wait for the next one.
  return [
    { role: 'user', parts: results },
    { role: 'assistant', parts: [{ type: 'text', text: 'Understood.' }] },
    { role: 'user', parts: others },
  ];
}

function nudge(): Draft {
  return { role: 'user', parts: [{ type: 'text', text: 'Continue.' }] };
}

function missingResult(callId: string): SettledResult {
  const content = [{ type: 'text', text: 'The tool was not run.' }] as const;
  return { type: 'tool-result', callId, content, isError: true };
}

/** What can stand in a turn of either role where no tool is in play. */
function asWords(part: PlacedPart): PlacedPart[] {
  switch (part.type) {
    case 'tool-call':
      return [{ type: 'text', text: `[Called the tool ${part.name} with ${JSON.stringify(inputOf(part))}]` }];
    case 'tool-result': {
      const texts = part.content.flatMap(each => (each.type === 'text' ? [each.text] : []));
      const media = part.content.filter(({ type }) => type !== 'text');
      return [{ type: 'text', text: `[Result of a tool call: ${texts.join('\n')}]` }, ...media];
    }
    default:
      return [part];
  }
}

function isBlank(part: PlacedPart): boolean {
  return part.type === 'text' && part.text.trim() === '';
}

/** A document is refused where no text stands beside it. */
function withText<P extends PlacedPart>(parts: readonly P[]): (P | TextPart)[] {
  const needsText =
    parts.some(({ type }) => type === 'document') && !parts.some(({ type }) => type === 'text');
  return needsText ? [...parts, { type: 'text', text: 'See the attached document.' }] : [...parts];
}

function block(part: PlacedPart, facts: ModelFacts, names: ToolNames): ContentBlock {
  switch (part.type) {
    case 'reasoning-block':
      return reasoningContent(part.block);
    case 'tool-call':
      return {
        toolUse: {
          toolUseId: toolCallId(part.id, facts),
          name: names.toModel(part.name),
          input: inputOf(part),
        },
      } as ContentBlock;
    case 'tool-result':
      return {
        toolResult: {
          toolUseId: toolCallId(part.callId, facts),
          content: resultContent(part),
          ...(facts.toolResultStatus && part.isError && { status: 'error' }),
        },
      };
    default:
      return contentBlock(part);
  }
}

function resultContent({ content }: SettledResult): ToolResultContentBlock[] {
  const kept = withText(content.filter(part => !isBlank(part)));
  return kept.length > 0 ? kept.map(contentBlock) : [{ text: 'The tool returned nothing.' }];
}

/** Blocks of the three kinds have one form in a turn and in a tool's result. */
function contentBlock(part: SettledContent): ContentBlock & ToolResultContentBlock {
  switch (part.type) {
    case 'text':
      return { text: part.text };
    case 'image':
      return { image: { format: part.format, source: { bytes: part.bytes } } };
    case 'document':
      return { document: { format: part.format, name: part.name, source: { bytes: part.bytes } } };
  }
}

/** An object: callers in JavaScript hand in what they like, such as nothing for a call without arguments. */
function inputOf({ input }: ToolCallPart): object {
  return isObject(input) ? input : {};
}
