/** Short ways to write conversations and model facts. */
import type {
  Message,
  Part,
  Question,
  Tool,
  ToolCallPart,
  ToolResultPart,
} from '../../../../src/bedrock/converse/conversation.ts';
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
  return { type: 'tool-result', callId, text, isError };
}

export function tool(name: string, more: Partial<Tool> = {}): Tool {
  return { name, description: `Does ${name}.`, inputSchema: { type: 'object', properties: {} }, ...more };
}

export function question(messages: readonly Message[], more: Partial<Question> = {}): Question {
  return { messages, tools: [], mustCallTool: false, ...more };
}
