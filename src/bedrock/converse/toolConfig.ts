/** The tools of a request: what the caller offers, in the form that Converse takes. */
import type { Tool as ToolSpecification, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime';
import type { ModelFacts } from '../models/modelFacts.ts';
import type { Question, Tool } from './conversation.ts';
import type { ToolNames } from './toolNames.ts';

/**
 * The `toolConfig` of a request, or nothing. It must be there whenever the history holds tool blocks
 * (`namesInHistory`), even if the caller offers no tool now: the called ones then stand in.
 */
export function toolConfig(
  { tools, mustCallTool }: Question,
  namesInHistory: ReadonlySet<string>,
  facts: ModelFacts,
  names: ToolNames,
): ToolConfiguration | undefined {
  if (facts.tools === 'none') return undefined;
  const offered = tools.length > 0 ? tools : [...namesInHistory].map(standIn);
  if (offered.length === 0) return undefined;

  const unique = [...new Map(offered.map(tool => [tool.name, tool])).values()];
  return {
    tools: unique.map(tool => specification(tool, names)),
    ...(mustCallTool && tools.length > 0 && facts.toolChoices.includes('any') && { toolChoice: { any: {} } }),
  };
}

function standIn(name: string): Tool {
  return { name, description: 'Was available earlier in this conversation. Do not call it now.' };
}

function specification({ name, description, inputSchema }: Tool, names: ToolNames): ToolSpecification {
  return {
    toolSpec: {
      name: names.toModel(name),
      // A description may be left out but not be blank.
      ...(description.trim() && { description }),
      inputSchema: { json: objectRooted(inputSchema) },
    },
  } as ToolSpecification;
}

/**
 * Converse takes schemas with an object at the root only, and Claude none that choose between several there: their
 * members are then offered together. A tool without a schema takes no arguments.
 */
function objectRooted(schema: object | undefined): object {
  if (!schema || Object.keys(schema).length === 0) return { type: 'object' };
  const { oneOf, anyOf, allOf, ...root } = schema as Schema;
  const isObject = root.type === undefined || [root.type].flat().includes('object');
  if (!isObject) return { type: 'object', properties: {} };
  const choices = [oneOf, anyOf, allOf].flatMap(each =>
    Array.isArray(each) ? (each as (Schema | null)[]) : [],
  );
  const properties = Object.assign(
    {},
    ...choices.map(choice => choice?.properties),
    root.properties,
  ) as object;
  const required = Array.isArray(root.required) ? root.required.filter(name => name in properties) : [];
  return {
    ...root,
    type: 'object',
    ...((root.properties !== undefined || choices.length > 0) && { properties }),
    ...(root.required !== undefined && { required }),
  };
}

/** The members of a schema's root that matter here; any of them can be anything. */
interface Schema {
  readonly type?: unknown;
  readonly properties?: object;
  readonly required?: unknown;
  readonly oneOf?: unknown;
  readonly anyOf?: unknown;
  readonly allOf?: unknown;
}
