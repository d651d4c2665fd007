/** The body of Converse and ConverseStream, as far as the simulator looks into it. */

export interface ConverseBody {
  messages?: Message[];
  system?: { text?: string; cachePoint?: object }[];
  inferenceConfig?: { maxTokens?: number; temperature?: number; topP?: number; stopSequences?: string[] };
  toolConfig?: { tools: Tool[]; toolChoice?: Partial<Record<'auto' | 'any' | 'tool', object>> };
  additionalModelRequestFields?: unknown;
}

export interface Message {
  role: 'user' | 'assistant';
  content: ContentBlock[];
}

export interface ContentBlock extends MediaBlock {
  toolUse?: ToolUse;
  toolResult?: ToolResult;
  cachePoint?: object;
  reasoningContent?: { reasoningText?: { text: string; signature?: string }; redactedContent?: string };
}

/** What can stand in a turn and in a tool's result. Bytes are Base64. */
export interface MediaBlock {
  text?: string;
  image?: { format: string; source: { bytes?: string } };
  document?: { format: string; name: string; source: { bytes?: string } };
}

export interface ToolUse {
  toolUseId: string;
  name: string;
  input: unknown;
}

export interface ToolResult {
  toolUseId: string;
  content: (MediaBlock & { json?: unknown })[];
  status?: 'success' | 'error';
}

export interface Tool {
  toolSpec?: ToolSpec;
  cachePoint?: object;
}

export interface ToolSpec {
  name: string;
  description?: string;
  inputSchema: { json?: unknown };
}

/** The text of a turn, its blocks joined by line breaks. */
export function textOf(message: Message | undefined): string {
  return (message?.content ?? []).flatMap(({ text }) => text ?? []).join('\n');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
