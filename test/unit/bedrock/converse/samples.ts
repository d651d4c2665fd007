/** Short ways to write conversations and model facts. */
import type {
  MediaPart,
  Message,
  Part,
  Question,
  ReasoningBlock,
  ReasoningPart,
  Tool,
  ToolCallPart,
  ToolResultPart,
} from '../../../../src/bedrock/converse/conversation.ts';
import { ReasoningRecord } from '../../../../src/bedrock/converse/reasoningRecord.ts';
import type { RequestOptions } from '../../../../src/bedrock/converse/request.ts';
import { type ModelFacts, modelFacts } from '../../../../src/bedrock/models/modelFacts.ts';

/** A family that takes everything, with what is different given. */
export function facts(more: Partial<ModelFacts> = {}): ModelFacts {
  return { ...modelFacts('anthropic.claude-sonnet-4-5-20250929-v1:0'), ...more };
}

function partsOf(parts: readonly (string | Part)[]): Part[] {
  return parts.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part));
}

export function system(...parts: (string | Part)[]): Message {
  return { role: 'system', parts: partsOf(parts) };
}

export function user(...parts: (string | Part)[]): Message {
  return { role: 'user', parts: partsOf(parts) };
}

export function assistant(...parts: (string | Part)[]): Message {
  return { role: 'assistant', parts: partsOf(parts) };
}

export function call(id: string, name = 'read_file', input: object = {}): ToolCallPart {
  return { type: 'tool-call', id, name, input };
}

export function result(callId: string, text = `result of ${callId}`, isError = false): ToolResultPart {
  return { type: 'tool-result', callId, content: [{ type: 'text', text }], isError };
}

/** A file of any kind, from text or from bytes. */
export function media(mimeType: string, data: string | Uint8Array): MediaPart {
  return { type: 'media', mimeType, data: typeof data === 'string' ? new TextEncoder().encode(data) : data };
}

/** The reasoning of an answer of `model`. */
export function kept(model: string, blocks: readonly ReasoningBlock[], prefix = 'a-prefix'): ReasoningPart {
  return { type: 'reasoning', reasoning: { answer: JSON.stringify(blocks), model, prefix, blocks } };
}

export function tool(name: string, more: Partial<Tool> = {}): Tool {
  return { name, description: `Does ${name}.`, inputSchema: { type: 'object', properties: {} }, ...more };
}

/** Everything on, nothing set. */
export const OPTIONS: RequestOptions = { routeId: 'a-route', settings: {}, caching: true, reasoning: true };

export function record(): ReasoningRecord {
  return new ReasoningRecord({ answer: 'an-answer', model: 'a-model', prefix: 'a-prefix' });
}

export function question(messages: readonly Message[], more: Partial<Question> = {}): Question {
  return { messages, tools: [], mustCallTool: false, ...more };
}
