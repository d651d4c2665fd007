/** Rules about the tools that a request offers, and about what the model's family makes of them. */
import { isObject, type ConverseBody, type Tool, type ToolSpec } from '../converse.ts';
import type { ToolSupport } from '../families.ts';
import type { Operation } from '../requests.ts';
import { firstText, type Rule } from './rule.ts';

export const toolRules: readonly Rule[] = [
  ({ body }) =>
    firstSpec(body, ({ inputSchema: { json } }, index) =>
      isObject(json) && json['type'] === 'object'
        ? undefined
        : `The value at toolConfig.tools.${index}.toolSpec.inputSchema.json.type must be one of the following: object.`,
    ),

  ({ body }) => {
    const seen = new Set<string>();
    return firstSpec(body, ({ name }, index) => {
      const known = seen.has(name);
      seen.add(name);
      return known ? `The tool ${name} is already defined at toolConfig.tools.${index}.` : undefined;
    });
  },

  ({ body, family, operation }) => (body.toolConfig ? refusedTools[operation]?.[family.tools] : undefined),

  ({ body, family }) => {
    const [choice] = Object.keys(body.toolConfig?.toolChoice ?? {});
    const refused = choice !== undefined && !family.toolChoice.some(known => known === choice);
    return refused
      ? `This model doesn't support the toolConfig.toolChoice.${choice} field. Remove ` +
          `toolConfig.toolChoice.${choice} and try again.`
      : undefined;
  },
];

const notWhileStreaming = "This model doesn't support tool use in streaming mode.";

/** A stream to a model without tools is refused for the stream, as users of DeepSeek-R1 report. */
const refusedTools: Partial<Record<Operation, Partial<Record<ToolSupport, string>>>> = {
  Converse: { none: "This model doesn't support tool use." },
  ConverseStream: { none: notWhileStreaming, converseOnly: notWhileStreaming },
};

function firstSpec(
  body: ConverseBody,
  check: (spec: ToolSpec, index: number) => string | undefined,
): string | undefined {
  const tools: readonly Tool[] = body.toolConfig?.tools ?? [];
  return firstText(tools, ({ toolSpec }, index) => toolSpec && check(toolSpec, index));
}
