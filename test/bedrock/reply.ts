/** What the simulated model answers, and its two forms on the wire: stream events and a Converse response. */
import { randomBytes } from 'node:crypto';

/** A tool call. `input` as fragments is sent as it stands, so that a test can break its JSON. */
export interface ToolCall {
  name: string;
  input: object | readonly string[];
  id?: string;
}

export type ReplyBlock =
  | { text: string | readonly string[]; chunkSize?: number }
  | { reasoning: { text: string | readonly string[]; signature?: string }; chunkSize?: number }
  | { redactedReasoning: string }
  | { toolUse: ToolCall; chunkSize?: number };

export interface Usage {
  inputTokens: number;
  outputTokens: number;
  cacheReadInputTokens?: number;
  cacheWriteInputTokens?: number;
}

/**
 * Don't change a reply after it was answered once: its frames are kept.
 * - `content`: text given as an array is one delta each; otherwise it is cut into `chunkSize` characters.
 * - `stopReason`: left out, it follows from the content.
 * - `framing`: all events in one chunk of the HTTP body, or one chunk each (the default).
 */
export interface Reply {
  readonly content: readonly ReplyBlock[];
  readonly stopReason?: string;
  readonly usage?: Usage;
  readonly latencyMs?: number;
  readonly framing?: 'together' | 'apart';
}

/** One event of a ConverseStream answer, before it is framed. */
export interface StreamEvent {
  type: string;
  payload: Record<string, unknown>;
}

const charactersPerDelta = 12;
const usualUsage: Usage = { inputTokens: 120, outputTokens: 40 };

/** The events of a reply, in the order in which the service sends them. */
export function streamEvents(reply: Reply): StreamEvent[] {
  return [
    { type: 'messageStart', payload: { role: 'assistant' } },
    ...reply.content.flatMap(blockEvents),
    { type: 'messageStop', payload: { stopReason: stopReason(reply) } },
    { type: 'metadata', payload: closing(reply) },
  ];
}

/** The body of a Converse response. */
export function converseResponse(reply: Reply): object {
  return {
    output: { message: { role: 'assistant', content: reply.content.map(wholeBlock) } },
    stopReason: stopReason(reply),
    ...closing(reply),
  };
}

/** Only tool blocks have a start event; text and reasoning begin with their first delta. */
function blockEvents(block: ReplyBlock, contentBlockIndex: number): StreamEvent[] {
  const start =
    'toolUse' in block
      ? [{ toolUse: { name: block.toolUse.name, toolUseId: toolUseId(block.toolUse) } }]
      : [];
  return [
    ...start.map(start => ({ type: 'contentBlockStart', payload: { contentBlockIndex, start } })),
    ...deltas(block).map(delta => ({ type: 'contentBlockDelta', payload: { contentBlockIndex, delta } })),
    { type: 'contentBlockStop', payload: { contentBlockIndex } },
  ];
}

function deltas(block: ReplyBlock): object[] {
  if ('text' in block) {
    return pieces(block.text, block.chunkSize).map(text => ({ text }));
  }
  if ('toolUse' in block) {
    return inputFragments(block.toolUse, block.chunkSize).map(input => ({ toolUse: { input } }));
  }
  if ('redactedReasoning' in block) {
    return [{ reasoningContent: { redactedContent: block.redactedReasoning } }];
  }
  const { text, signature } = block.reasoning;
  return [
    ...pieces(text, block.chunkSize).map(text => ({ reasoningContent: { text } })),
    ...(signature === undefined ? [] : [{ reasoningContent: { signature } }]),
  ];
}

function wholeBlock(block: ReplyBlock): object {
  if ('text' in block) {
    return { text: whole(block.text) };
  }
  if ('toolUse' in block) {
    const input: unknown = JSON.parse(inputFragments(block.toolUse).join('') || '{}');
    return { toolUse: { name: block.toolUse.name, toolUseId: toolUseId(block.toolUse), input } };
  }
  if ('redactedReasoning' in block) {
    return { reasoningContent: { redactedContent: block.redactedReasoning } };
  }
  const { text, signature } = block.reasoning;
  return { reasoningContent: { reasoningText: { text: whole(text), signature } } };
}

function stopReason(reply: Reply): string {
  return reply.stopReason ?? (reply.content.some(block => 'toolUse' in block) ? 'tool_use' : 'end_turn');
}

function closing({ usage = usualUsage, latencyMs = 42 }: Reply) {
  return {
    metrics: { latencyMs },
    usage: { ...usage, totalTokens: usage.inputTokens + usage.outputTokens },
  };
}

function inputFragments({ input }: ToolCall, chunkSize?: number): string[] {
  return isFragments(input) ? [...input] : pieces(JSON.stringify(input), chunkSize);
}

function isFragments(input: object): input is readonly string[] {
  return Array.isArray(input);
}

function pieces(text: string | readonly string[], size = charactersPerDelta): string[] {
  if (typeof text !== 'string') {
    return [...text];
  }
  const characters = Array.from(text);
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}

function whole(text: string | readonly string[]): string {
  return typeof text === 'string' ? text : text.join('');
}

const ids = new WeakMap<ToolCall, string>();

/** A call keeps its id, so that an answer reads the same however often it is sent. */
function toolUseId(call: ToolCall): string {
  const id = call.id ?? ids.get(call) ?? `tooluse_${randomBytes(16).toString('base64url')}`;
  ids.set(call, id);
  return id;
}
