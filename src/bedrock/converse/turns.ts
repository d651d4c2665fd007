/**
 * The turns of a conversation, put into the order that Converse takes: a user's turn first, roles in
 * alternation, no blank text, and every tool call answered in the very next turn, each exactly once.
 */
import type { ContentBlock, Message as Turn, SystemContentBlock } from '@aws-sdk/client-bedrock-runtime';
import type { ModelFacts } from '../models/modelFacts.ts';
import type { Message, Part, ToolCallPart, ToolResultPart } from './conversation.ts';
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
  parts: Part[];
}

/** Converts the messages of a conversation; throws nothing, whatever their order. */
export function turnsOf(messages: readonly Message[], facts: ModelFacts, names: ToolNames): Turns {
  const system = textsOf(messages.filter(({ role }) => role === 'system'));
  const drafts = paired(merged(withoutSystem(messages, facts, system)), facts);
  const calledTools = new Set<string>();
  const turns = drafts.map(({ role, parts }): Turn => {
    for (const part of parts) if (part.type === 'tool-call') calledTools.add(part.name);
    return { role, content: parts.map(part => block(part, facts, names)) };
  });
  return {
    system: facts.systemPrompt ? system.map(text => ({ text })) : [],
    messages: turns,
    calledTools,
  };
}

function textsOf(messages: readonly Message[]): string[] {
  return messages.flatMap(({ parts }) =>
    parts.flatMap(part => (part.type === 'text' && !isBlank(part) ? [part.text] : [])),
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

function merged(messages: readonly Message[]): Draft[] {
  const drafts: Draft[] = [];
  for (const { role, parts } of messages) {
    const kept = parts.filter(part => !isBlank(part));
    const last = drafts.at(-1);
    if (kept.length === 0 || role === 'system') continue;
    if (last?.role === role) last.parts.push(...kept);
    else drafts.push({ role, parts: kept });
  }
  return drafts;
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
      turns.push({ role: draft.role, parts: draft.parts.map(asText) });
    } else if (draft.role === 'assistant') {
      turns.push(...asked(draft.parts, facts));
      open = [...callsOf(draft.parts).values()];
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

function asked(parts: readonly Part[], facts: ModelFacts): Draft[] {
  const words = parts.flatMap(part => (part.type === 'tool-call' ? [] : [asText(part)]));
  const calls = [...callsOf(parts).values()];
  if (!facts.toolBlocksAlone || words.length === 0 || calls.length === 0) {
    return [{ role: 'assistant', parts: [...words, ...calls] }];
  }
  // Some families want nothing beside the calls in their turn, so the model's words get one before it.
  return [{ role: 'assistant', parts: words }, nudge(), { role: 'assistant', parts: calls }];
}

/** The calls of a turn by their ids; models that make ids up can use one twice, which Bedrock refuses. */
function callsOf(parts: readonly Part[]): Map<string, ToolCallPart> {
  return new Map(parts.flatMap(part => (part.type === 'tool-call' ? [[part.id, part]] : [])));
}

function answered(parts: readonly Part[], calls: readonly ToolCallPart[], facts: ModelFacts): Draft[] {
  const found = new Map<string, ToolResultPart>();
  const others: Part[] = [];
  const ids = new Set(calls.map(({ id }) => id));
  for (const part of parts) {
    if (part.type === 'tool-result' && ids.has(part.callId) && !found.has(part.callId))
      found.set(part.callId, part);
    else others.push(part.type === 'text' ? part : asText(part));
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

function missingResult(callId: string): ToolResultPart {
  return { type: 'tool-result', callId, text: 'The tool was not run.', isError: true };
}

function asText(part: Part): Part {
  switch (part.type) {
    case 'text':
      return part;
    case 'tool-call':
      return { type: 'text', text: `[Called the tool ${part.name} with ${JSON.stringify(part.input)}]` };
    case 'tool-result':
      return { type: 'text', text: `[Result of a tool call: ${part.text}]` };
  }
}

function isBlank(part: Part): boolean {
  return part.type === 'text' && part.text.trim() === '';
}

function block(part: Part, facts: ModelFacts, names: ToolNames): ContentBlock {
  switch (part.type) {
    case 'text':
      return { text: part.text };
    case 'tool-call':
      return {
        toolUse: {
          toolUseId: toolCallId(part.id, facts),
          name: names.toModel(part.name),
          input: part.input,
        },
      } as ContentBlock;
    case 'tool-result':
      return {
        toolResult: {
          toolUseId: toolCallId(part.callId, facts),
          content: [{ text: part.text.trim() ? part.text : 'The tool returned nothing.' }],
          ...(facts.toolResultStatus && part.isError && { status: 'error' }),
        },
      };
  }
}
