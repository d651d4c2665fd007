/** Rules about the tools that a request offers. */
import {
  constraint,
  describeCases,
  hi,
  llama,
  mistral,
  tool,
  toolConfig,
  writer,
  type Case,
  type Refused,
} from './cases.ts';

const long = 'x'.repeat(65);

const accepted: Case[] = [
  { what: 'tools for Llama when not streaming', model: llama, body: { messages: hi, toolConfig } },
];

const refused: Refused[] = [
  {
    what: 'a schema that is no object',
    body: { messages: hi, toolConfig: { tools: [tool(), tool({ inputSchema: { json: { anyOf: [] } } })] } },
    message:
      'The value at toolConfig.tools.1.toolSpec.inputSchema.json.type must be one of the following: object.',
  },
  {
    what: 'two tools of one name',
    body: { messages: hi, toolConfig: { tools: [tool(), tool()] } },
    message: 'The tool look is already defined at toolConfig.tools.1.',
  },
  {
    what: 'an empty list of tools',
    body: { messages: hi, toolConfig: { tools: [] } },
    message: constraint(" at 'toolConfig.tools'", 'must have length greater than or equal to 1'),
  },
  {
    what: 'a name with a dot',
    body: { messages: hi, toolConfig: { tools: [tool({ name: 'look.up' })] } },
    message: constraint(
      " 'look.up' at 'toolConfig.tools.1.member.toolSpec.name'",
      'must satisfy regular expression pattern: [a-zA-Z0-9_-]+',
    ),
  },
  {
    what: 'a name that is too long',
    body: { messages: hi, toolConfig: { tools: [tool({ name: long })] } },
    message: constraint(
      ` '${long}' at 'toolConfig.tools.1.member.toolSpec.name'`,
      'must have length less than or equal to 64',
    ),
  },
  {
    what: 'an empty description and an empty name at once',
    body: { messages: hi, toolConfig: { tools: [tool({ name: '', description: '' })] } },
    message:
      "3 validation errors detected: Value '' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy " +
      "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+; Value '' at " +
      "'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint: Member must have length greater than " +
      "or equal to 1; Value '' at 'toolConfig.tools.1.member.toolSpec.description' failed to satisfy constraint: " +
      'Member must have length greater than or equal to 1',
  },
  ...[llama, writer, 'us.deepseek.r1-v1:0', 'mistral.mistral-large-2402-v1:0'].map(model => ({
    what: `tools while streaming from ${model}`,
    model,
    stream: true,
    body: { messages: hi, toolConfig },
    message: "This model doesn't support tool use in streaming mode.",
  })),
  {
    what: 'tools for a model without tool use',
    model: 'amazon.titan-text-express-v1',
    body: { messages: hi, toolConfig },
    message: "This model doesn't support tool use.",
  },
  ...[
    { model: llama, choice: 'any', toolChoice: { any: {} } },
    { model: mistral, choice: 'tool', toolChoice: { tool: { name: 'look' } } },
  ].map(({ model, choice, toolChoice }) => ({
    what: `toolChoice ${choice} for ${model}`,
    model,
    body: { messages: hi, toolConfig: { ...toolConfig, toolChoice } },
    message:
      `This model doesn't support the toolConfig.toolChoice.${choice} field. Remove toolConfig.toolChoice.${choice} ` +
      'and try again.',
  })),
];

describeCases('offered tools', accepted, refused);
