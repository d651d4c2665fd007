/** How long it takes to make a request of a chat, by its length, and to count the tokens of a text. Needs no editor. */
import type { Message, Question } from '../../src/bedrock/converse/conversation.ts';
import { converseRequest } from '../../src/bedrock/converse/request.ts';
import { estimateTokens } from '../../src/bedrock/converse/tokens.ts';
import type { BedrockModel } from '../../src/bedrock/models/bedrockModel.ts';
import { modelFacts } from '../../src/bedrock/models/modelFacts.ts';

/** Turns of the chats, each of `TURN_BYTES`. */
export const TURNS = [1, 10, 100, 200, 500] as const;
const TURN_BYTES = 5_243;

export interface ChatRequests {
  /** Milliseconds, one for each time. */
  readonly histories: Readonly<Record<(typeof TURNS)[number], readonly number[]>>;
  /** Microseconds, one for each time. */
  readonly tokenCount: readonly number[];
}

const TIMES = 15;
/** The clock is too coarse for one. */
const COUNTS = 10_000;
/** As many as the editor's own agent has. */
const TOOLS = 40;

export function measureChatRequests(): ChatRequests {
  const histories: Record<(typeof TURNS)[number], number[]> = { 1: [], 10: [], 100: [], 200: [], 500: [] };
  // The engine warms up first.
  for (let time = -5; time < TIMES; time++) {
    for (const turns of TURNS) {
      const chat = chatOf(turns);
      const took = timed(() => converseRequest(MODEL, chat, OPTIONS));
      if (time >= 0) histories[turns].push(took);
    }
  }
  const countMany = () => {
    for (let count = 0; count < COUNTS; count++)
      estimateTokens('Reads a file of the workspace.', MODEL.facts.tokenizer);
  };
  const tokenCount = Array.from({ length: TIMES }, () => (timed(countMany) * 1000) / COUNTS);
  return { histories, tokenCount };
}

const KEY = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const MODEL: BedrockModel = {
  key: KEY,
  name: 'Claude Sonnet 4.5',
  provider: 'Anthropic',
  routes: [{ id: KEY, kind: 'on-demand', reach: 'region', label: 'us-east-1', regions: [] }],
  input: ['text', 'image'],
  reasoning: true,
  contextWindow: 1_000_000,
  maxTokens: 64_000,
  sources: { contextWindow: 'family', maxTokens: 'family' },
  facts: modelFacts(KEY),
};

const OPTIONS = { routeId: KEY, settings: {}, caching: true, reasoning: true };

/** Rounds of tools, as an agent makes them. */
function chatOf(turns: number): Question {
  const tools = Array.from({ length: TOOLS }, (_, index) => ({
    name: `tool_${index}`,
    description: `What tool ${index} does, in a sentence or two, and when it is to be used.`,
    inputSchema: { type: 'object', properties: { path: { type: 'string', description: 'A path.' } } },
  }));
  const messages = Array.from({ length: turns }, (_, turn): Message => {
    const id = `call-${turn >> 1}`;
    const text = `const value${turn} = await read('src/file-${turn}.ts', { "as": "text" });\n`;
    const body = text.repeat(TURN_BYTES / text.length);
    return turn % 2 === 0
      ? { role: 'assistant', parts: [{ type: 'tool-call', id, name: 'tool_1', input: { path: body } }] }
      : {
          role: 'user',
          parts: [
            { type: 'tool-result', callId: id, content: [{ type: 'text', text: body }], isError: false },
          ],
        };
  });
  return { messages, tools, mustCallTool: false };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
