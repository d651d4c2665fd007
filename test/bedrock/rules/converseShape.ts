/** The shape of a Converse request, from the public model of the service. */
import { list, structure, union, type Members, type Shape } from './shape.ts';

const text: Shape = { kind: 'string' };
const filled: Shape = { kind: 'string', min: 1 };
const flag: Shape = { kind: 'boolean' };
const anything: Shape = { kind: 'anything' };
const unit: Shape = { kind: 'number', min: 0, max: 1 };

const toolName: Shape = { kind: 'string', min: 1, max: 64, pattern: '[a-zA-Z0-9_-]+' };
const toolUseId: Shape = { kind: 'string', min: 1, max: 64, pattern: '[a-zA-Z0-9_.:-]+' };

const source = (name: string, others: Members = {}) =>
  union(name, { bytes: text, s3Location: structure({ uri: text, bucketOwner: text }, 'uri'), ...others });
const citations = structure({ enabled: flag }, 'enabled');
const cachePoint = structure({ type: oneOf('default'), ttl: oneOf('5m', '1h') }, 'type');
const image = structure(
  { format: oneOf('png', 'jpeg', 'gif', 'webp'), source: source('ImageSource') },
  'format',
  'source',
);
const document = structure(
  {
    format: oneOf('pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'),
    name: { kind: 'string', min: 1, max: 200 },
    source: source('DocumentSource', { text, content: list(union('DocumentContentBlock', { text })) }),
    context: text,
    citations,
  },
  'name',
  'source',
);
const video = structure({ format: text, source: source('VideoSource') }, 'format', 'source');
const audio = structure({ format: text, source: source('AudioSource') }, 'format', 'source');
const searchResult = structure(
  { source: text, title: text, content: list(structure({ text }, 'text')), citations },
  'source',
  'title',
  'content',
);

const toolUse = structure(
  { toolUseId, name: toolName, input: anything, type: oneOf('server_tool_use') },
  'toolUseId',
  'name',
  'input',
);
const toolResult = structure(
  {
    toolUseId,
    content: list(
      union('ToolResultContentBlock', { json: anything, text, image, document, video, searchResult }),
    ),
    status: oneOf('success', 'error'),
    type: text,
  },
  'toolUseId',
  'content',
);
const reasoningContent = union('ReasoningContentBlock', {
  reasoningText: structure({ text, signature: text }, 'text'),
  redactedContent: text,
});

const contentBlock = union('ContentBlock', {
  text,
  image,
  toolUse,
  toolResult,
  document,
  video,
  cachePoint,
  reasoningContent,
  citationsContent: anything,
  searchResult,
  audio,
  guardContent: anything,
});
const message = structure(
  { role: oneOf('user', 'assistant'), content: list(contentBlock) },
  'role',
  'content',
);

const toolSpec = structure(
  {
    name: toolName,
    description: filled,
    inputSchema: union('ToolInputSchema', { json: anything }),
    strict: flag,
  },
  'name',
  'inputSchema',
);
const toolConfig = structure(
  {
    tools: list(
      union('Tool', { toolSpec, systemTool: structure({ name: toolName }, 'name'), cachePoint }),
      1,
    ),
    toolChoice: union('ToolChoice', {
      auto: structure({}),
      any: structure({}),
      tool: structure({ name: toolName }, 'name'),
    }),
  },
  'tools',
);

export const converseShape: Shape = structure({
  messages: list(message),
  system: list(union('SystemContentBlock', { text: filled, guardContent: anything, cachePoint })),
  inferenceConfig: structure({
    maxTokens: { kind: 'number', min: 1 },
    temperature: unit,
    topP: unit,
    stopSequences: list(filled),
  }),
  toolConfig,
  guardrailConfig: anything,
  additionalModelRequestFields: anything,
  additionalModelResponseFieldPaths: list(filled),
  promptVariables: anything,
  requestMetadata: anything,
  performanceConfig: structure({ latency: oneOf('standard', 'optimized') }),
  serviceTier: structure({ type: oneOf('default', 'flex', 'priority', 'reserved') }, 'type'),
  outputConfig: anything,
});

function oneOf(...values: string[]): Shape {
  return { kind: 'string', oneOf: values };
}
