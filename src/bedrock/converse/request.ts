/** From a conversation to the Converse request that a model takes: a pure function of both. */
import type {
  ConverseStreamCommandInput,
  InferenceConfiguration,
  Tool,
} from '@aws-sdk/client-bedrock-runtime';
import type { DocumentType } from '@smithy/types';
import type { BedrockModel } from '../models/bedrockModel.ts';
import type { ModelFacts } from '../models/modelFacts.ts';
import { withCachePoints } from './cachePoints.ts';
import type { Question } from './conversation.ts';
import type { ModelSettings } from './modelSettings.ts';
import { NO_THINKING, prefixDigest, takesBack, type Thinking, thinking } from './reasoning.ts';
import { sizesOf } from './sizes.ts';
import { toolConfig } from './toolConfig.ts';
import { ToolNames } from './toolNames.ts';
import { type Turns, turnsOf } from './turns.ts';

export interface RequestOptions {
  /** What the model is invoked by. */
  readonly routeId: string;
  readonly settings: ModelSettings;
  /** Whether to have the service keep the beginning of the request. */
  readonly caching: boolean;
  /** Whether reasoning is given back. */
  readonly reasoning: boolean;
  /** Tokens; where the service has said how many there is room for. */
  readonly maxTokens?: number | undefined;
}

export interface ConverseRequest {
  readonly input: ConverseStreamCommandInput;
  /** Leads the names in the answer's tool calls back to the tools' own. */
  readonly names: ToolNames;
  /** A digest of what the model's reasoning may be bound to. */
  readonly prefix: string;
  /** Tokens of the request, estimated. */
  readonly tokens: number;
}

/** The request for `question` to `model`. */
export function converseRequest(
  model: BedrockModel,
  question: Question,
  options: RequestOptions,
): ConverseRequest {
  const { facts } = model;
  const { settings } = options;
  const names = new ToolNames(facts);
  const prefix = prefixDigest(question);
  const { turns, thinks } = turnsAndThinking(model, question, options, names, prefix);
  const config = toolConfig(question, turns.calledTools, facts, names);
  const sections = { tools: config?.tools ?? [], system: turns.system, messages: turns.messages };
  const sizes = sizesOf(sections, facts.tokenizer);
  const { tools, system, messages } =
    options.caching && facts.cachePoints ? withCachePoints(sections, sizes, facts.cachePoints) : sections;
  const limit = limitOf(model, options, sizes.total);
  const { isOn, fields, withoutLimit } = thinks(limit);
  const additional = { ...fields, ...settings.additionalModelRequestFields };
  const { guardrail, serviceTier, requestMetadata } = settings;
  return {
    input: {
      modelId: options.routeId,
      messages: [...messages],
      ...(system.length > 0 && { system: [...system] }),
      ...(config && { toolConfig: { ...config, tools: [...tools] as Tool[] } }),
      inferenceConfig: {
        // Left out, some models stop after 4,096 tokens without a word.
        ...(!withoutLimit && { maxTokens: limit }),
        ...(!isOn && sampling(facts, settings)),
      },
      ...(Object.keys(additional).length > 0 && { additionalModelRequestFields: additional as DocumentType }),
      ...(guardrail && {
        guardrailConfig: {
          guardrailIdentifier: guardrail.id,
          guardrailVersion: guardrail.version,
          ...(guardrail.trace && { trace: guardrail.trace }),
        },
      }),
      ...(serviceTier && { serviceTier: { type: serviceTier } }),
      ...(requestMetadata && { requestMetadata }),
    },
    names,
    prefix,
    tokens: sizes.total,
  };
}

interface TurnsAndThinking {
  readonly turns: Turns;
  /** What to say of thinking, by the most tokens of the answer. */
  readonly thinks: (maxTokens: number) => Thinking;
}

function turnsAndThinking(
  model: BedrockModel,
  { messages, tools, mustCallTool, effort }: Question,
  { reasoning }: RequestOptions,
  names: ToolNames,
  prefix: string,
): TurnsAndThinking {
  const { facts } = model;
  const takes = { facts, images: model.input.includes('image') };
  const make = (isTaken: Parameters<typeof turnsOf>[3]) => turnsOf(messages, takes, names, isTaken);
  const thinks = (maxTokens: number) => thinking(facts, effort, maxTokens);
  // Thinking and a tool that must be called exclude each other.
  const isForced = mustCallTool && tools.length > 0 && facts.toolChoices.includes('any');
  if (!isForced && thinks(model.maxTokens).isOn) {
    const turns = make(kept => reasoning && takesBack(model, kept, prefix));
    if (facts.reasoning !== 'budget' || beginsLoopWithReasoning(turns.messages)) return { turns, thinks };
  }
  return { turns: make(() => false), thinks: () => NO_THINKING };
}

/**
 * With a budget, Claude refuses to think on in a round of tools where the turn that called them did not begin with
 * reasoning: that of another model, for example, is not there. True where no tool was called.
 */
function beginsLoopWithReasoning(turns: Turns['messages']): boolean {
  let at = turns.length - 1;
  while (turns[at]?.content?.some(({ toolResult }) => toolResult)) at -= 2;
  const first = turns[at + 1];
  return !first || first.content?.[0]?.reasoningContent !== undefined;
}

/** Tokens that an answer has at least, however full the context window looks: the estimate may be too high. */
const LEAST_ROOM = 1_024;

/** The most tokens to ask for: what the model can do and what there is room for, whichever is less. */
function limitOf(
  { contextWindow, maxTokens }: BedrockModel,
  { settings, maxTokens: toldMost = Infinity }: RequestOptions,
  tokens: number,
): number {
  const most = Math.min(maxTokens, settings.maxTokens ?? Infinity, toldMost);
  return Math.max(1, Math.min(most, Math.max(LEAST_ROOM, contextWindow - tokens)));
}

function sampling(
  { sampling: taken }: ModelFacts,
  { temperature, topP }: ModelSettings,
): Pick<InferenceConfiguration, 'temperature' | 'topP'> {
  if (taken === 'none') return {};
  const withoutTopP = taken === 'one' && temperature !== undefined;
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && !withoutTopP && { topP }),
  };
}
