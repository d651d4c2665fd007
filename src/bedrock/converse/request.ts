/** From a conversation to the Converse request that a model takes: a pure function of both. */
import type { ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { type BedrockModel, invocationId } from '../models/bedrockModel.ts';
import type { Question } from './conversation.ts';
import { toolConfig } from './toolConfig.ts';
import { ToolNames } from './toolNames.ts';
import { turnsOf } from './turns.ts';

export interface ConverseRequest {
  readonly input: ConverseStreamCommandInput;
  /** Leads the names in the answer's tool calls back to the tools' own. */
  readonly names: ToolNames;
}

/** The request for `question` to `model` through its default route. */
export function converseRequest(model: BedrockModel, question: Question): ConverseRequest {
  const facts = model.facts;
  const names = new ToolNames(facts);
  const { system, messages, calledTools } = turnsOf(question.messages, facts, names);
  const tools = toolConfig(question, calledTools, facts, names);
  return {
    input: {
      modelId: invocationId(model),
      messages,
      ...(system.length > 0 && { system }),
      ...(tools && { toolConfig: tools }),
      // Left out, some models stop after 4,096 tokens without a word.
      inferenceConfig: { maxTokens: model.maxTokens },
    },
    names,
  };
}
