/** What the simulated model says when a test gives it no words of its own. */
import {
  isObject,
  textOf,
  type ConverseBody,
  type Message,
  type ToolResult,
  type ToolSpec,
} from './converse.ts';
import { familyOf } from './families.ts';
import type { Reply, ReplyBlock } from './reply.ts';
import type { Operation } from './requests.ts';

export interface AnswerRequest {
  /** As invoked: the id of a model or profile, or an ARN. */
  modelId: string;
  /** The foundation model behind it. */
  foundationModelId: string;
  body: ConverseBody;
  operation: Operation;
}

/** Bytes are sent as a stream's body unchanged: a recorded stream, or one that was encoded beforehand. */
export type Answer = (request: AnswerRequest) => Reply | Uint8Array | Promise<Reply | Uint8Array>;

const quotedLines = 8;

export const defaultAnswer: Answer = request => {
  const lastTurn = request.body.messages?.at(-1);
  const results = lastTurn?.content.flatMap(({ toolResult }) => toolResult ?? []) ?? [];
  if (results.length > 0) {
    return says(`\n\nHere is what the tool gave me:\n\n${quote(resultText(results))}\n\nThat is all I need.`);
  }
  const asked = lastRequest(lastTurn);
  return callReadFile(request, asked) ?? says(greeting(request.modelId, asked));
};

/** The last text of the turn; VS Code's chat wraps what the person wrote in a tag and adds context around it. */
function lastRequest(turn: Message | undefined): string {
  const text = turn?.content.findLast(({ text }) => text !== undefined)?.text ?? '';
  return (/<userRequest>([\s\S]*?)<\/userRequest>/.exec(text)?.[1] ?? text).trim();
}

function greeting(modelId: string, asked: string): string {
  return [
    `Hello! I am the **simulated Bedrock**, answering for \`${modelId}\`.`,
    `You wrote:\n\n${quote(asked)}`,
    'A few things I can show:',
    '- a list,\n- `inline code`, and\n- a block of code:',
    "```ts\nconst answer: string = 'from no model at all';\n```",
    'Ask me to read a file and I will call a tool for it.',
  ].join('\n\n');
}

/** A request such as "read the file src/a.ts" becomes a call of the offered tool `read_file`. */
function callReadFile({ body, foundationModelId }: AnswerRequest, asked: string): Reply | undefined {
  const tool = body.toolConfig?.tools.find(({ toolSpec }) => toolSpec?.name === 'read_file')?.toolSpec;
  const file = /read (?:the file )?[`'"]?([\w./-]+\.\w+)/i.exec(asked)?.[1];
  if (!tool || file === undefined) {
    return undefined;
  }
  const { mixedToolTurns, toolUseId } = familyOf(foundationModelId);
  const input = requiredInput(tool, absolutePath(file, body));
  const id = toolUseId && { id: `read${String(body.messages?.length).padStart(5, '0')}` };
  const call: ReplyBlock = { toolUse: { name: tool.name, input, ...id } };
  return { content: mixedToolTurns ? [{ text: `I will read \`${file}\` first.` }, call] : [call] };
}

function requiredInput({ inputSchema }: ToolSpec, file: string): object {
  const { properties, required } = isObject(inputSchema.json) ? inputSchema.json : {};
  const names = Array.isArray(required) ? required.map(String) : [];
  const known: Record<string, unknown> = { filePath: file, path: file, startLine: 1, endLine: 200 };
  return Object.fromEntries(
    names.map(name => [
      name,
      known[name] ?? sample(isObject(properties) ? properties[name] : undefined, file),
    ]),
  );
}

function sample(schema: unknown, file: string): unknown {
  const samples: Record<string, unknown> = { number: 1, integer: 1, boolean: false, array: [], object: {} };
  return isObject(schema) ? (samples[String(schema['type'])] ?? file) : file;
}

/** VS Code's tools want absolute paths; the prompt names the workspace's folder somewhere in its text. */
function absolutePath(file: string, { messages = [], system = [] }: ConverseBody): string {
  if (file.startsWith('/')) {
    return file;
  }
  const conversation = [...system.map(({ text = '' }) => text), ...messages.map(textOf)].join('\n');
  const folder = /working in a workspace with the following folders?:\s*- (\/\S+)/i.exec(conversation)?.[1];
  return folder === undefined ? file : `${folder}/${file.replace(/^\.\//, '')}`;
}

function resultText(results: readonly ToolResult[]): string {
  return results
    .flatMap(({ content }) => content)
    .map(({ text, json }) => text ?? (json === undefined ? '(no text)' : JSON.stringify(json)))
    .join('\n')
    .split('\n')
    .slice(0, quotedLines)
    .join('\n');
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ');
}

function says(text: string): Reply {
  return { content: [{ text }] };
}
