/**
 * What models accept, which the list APIs say nothing of. The conversions read it, and no family is named anywhere
 * but in the table of families (`modelFamilies.ts`).
 */
import type { Tokenizer } from '../converse/textTokens.ts';
import { FAMILIES } from './modelFamilies.ts';

export type ToolSupport = 'streaming' | 'whole-answers' | 'none';

/**
 * How a model is told to think: `always` can't be told, `budget` takes tokens, `adaptive` an effort of Claude's,
 * `effort` a `reasoning_effort`, `nova` a `reasoningConfig`, `qwen` a `reasoning_config`.
 */
export type ReasoningForm = 'none' | 'always' | 'budget' | 'adaptive' | 'effort' | 'nova' | 'qwen';

export interface CachePoints {
  readonly places: readonly ('tools' | 'system' | 'messages')[];
  /** Tokens before the first point. */
  readonly minimumTokens: number;
  /** Whether a point may stand right behind the result of a tool. */
  readonly afterToolResults: boolean;
}

export interface ModelFacts {
  /** False for models that list as streaming text but do not answer through Converse. */
  readonly chat: boolean;
  /** Tools: while streaming, only in whole answers, or not at all. */
  readonly tools: ToolSupport;
  /** False for models made for one task, such as judging what others say: nobody chats with them by choice. */
  readonly general: boolean;
  /** True for good all-round models, to begin with where nobody has chosen one. */
  readonly allRound: boolean;
  /** What a request can demand of tools: that some one be called, or a certain one. */
  readonly toolChoices: readonly ('any' | 'tool')[];
  readonly systemPrompt: boolean;
  /** False where tool names may not hold hyphens. */
  readonly hyphensInToolNames: boolean;
  /** True where tool calls, and their results, must be the only blocks of their turn. */
  readonly toolBlocksAlone: boolean;
  /** The form of a tool call's id; absent: Converse's own, `[a-zA-Z0-9_.:-]{1,64}`. */
  readonly toolCallId?: 'nine-alphanumerics';
  /** False where a tool result may not say whether it succeeded. */
  readonly toolResultStatus: boolean;
  /** Whether messages may hold documents; whether they may hold images is in Bedrock's own list. */
  readonly documents: boolean;
  readonly mediaInToolResults: readonly ('image' | 'document')[];
  /** Absent where requests with cache points are refused. */
  readonly cachePoints?: CachePoints | undefined;
  readonly reasoning: ReasoningForm;
  /** Whether reasoning comes signed, and has to be given back as it was in every round of tools. */
  readonly signedReasoning: boolean;
  /** Whether reasoning is refused once the tools or the system prompt have changed. */
  readonly boundReasoning: boolean;
  /** Whether the efforts of its reasoning go beyond high. */
  readonly maxEffort: boolean;
  /** Which of temperature and top_p a request may hold: both, not both at once, or neither. */
  readonly sampling: 'both' | 'one' | 'none';
  /** Whose tokens it counts in. */
  readonly tokenizer: Tokenizer;
  /** Family and size as people think of them, such as `claude-sonnet`: of each the newest is what most want. */
  readonly line: string;
  /** When it came out, in milliseconds since the epoch; absent where unknown. */
  readonly released?: number;
  /** Tokens; only where the catalogue has no figure, or is known to have a wrong one. */
  readonly contextWindow?: number;
  readonly maxTokens?: number;
}

/** Some of what a family accepts, and where that is said. */
export interface Family {
  /** Matched against the foundation model's id. */
  readonly ids: RegExp;
  readonly facts: Partial<ModelFacts>;
  readonly source: string;
}

/** What is assumed of a model that no family describes. */
const UNKNOWN: Omit<ModelFacts, 'line'> = {
  chat: true,
  tools: 'none',
  general: true,
  allRound: false,
  toolChoices: [],
  systemPrompt: true,
  hyphensInToolNames: true,
  toolBlocksAlone: false,
  toolResultStatus: true,
  documents: false,
  mediaInToolResults: [],
  reasoning: 'none',
  signedReasoning: false,
  boundReasoning: false,
  maxEffort: false,
  sampling: 'both',
  tokenizer: 'cautious',
};

/** The facts of a model by its foundation model id: every family that matches, a later one over an earlier. */
export function modelFacts(modelId: string): ModelFacts {
  const released = dateIn(modelId);
  const own = { line: lineOf(modelId), ...(released !== undefined && { released }) };
  const families = FAMILIES.filter(({ ids }) => ids.test(modelId)).map(({ facts }) => facts);
  return Object.assign({}, UNKNOWN, own, ...families) as ModelFacts;
}

/** What all of several models take; `all` holds at least one. */
export function commonFacts(all: readonly ModelFacts[]): ModelFacts {
  return all.reduce((a, b) => {
    const cachePoints = a.cachePoints && b.cachePoints && commonCachePoints(a.cachePoints, b.cachePoints);
    const toolCallId = a.toolCallId ?? b.toolCallId;
    return {
      ...a,
      ...(toolCallId && { toolCallId }),
      chat: a.chat && b.chat,
      tools: TOOLS[Math.max(TOOLS.indexOf(a.tools), TOOLS.indexOf(b.tools))] ?? 'none',
      toolChoices: a.toolChoices.filter(choice => b.toolChoices.includes(choice)),
      systemPrompt: a.systemPrompt && b.systemPrompt,
      hyphensInToolNames: a.hyphensInToolNames && b.hyphensInToolNames,
      toolBlocksAlone: a.toolBlocksAlone || b.toolBlocksAlone,
      toolResultStatus: a.toolResultStatus && b.toolResultStatus,
      documents: a.documents && b.documents,
      mediaInToolResults: a.mediaInToolResults.filter(media => b.mediaInToolResults.includes(media)),
      cachePoints,
      reasoning: a.reasoning === b.reasoning ? a.reasoning : 'none',
      signedReasoning: a.signedReasoning && b.signedReasoning,
      boundReasoning: a.boundReasoning || b.boundReasoning,
      maxEffort: a.maxEffort && b.maxEffort,
      sampling: SAMPLING[Math.max(SAMPLING.indexOf(a.sampling), SAMPLING.indexOf(b.sampling))] ?? 'none',
      tokenizer: a.tokenizer === b.tokenizer ? a.tokenizer : 'cautious',
    };
  });
}

/** From the freest to the strictest. */
const TOOLS: readonly ToolSupport[] = ['streaming', 'whole-answers', 'none'];
const SAMPLING: readonly ModelFacts['sampling'][] = ['both', 'one', 'none'];

function commonCachePoints(a: CachePoints, b: CachePoints): CachePoints {
  return {
    places: a.places.filter(place => b.places.includes(place)),
    minimumTokens: Math.max(a.minimumTokens, b.minimumTokens),
    afterToolResults: a.afterToolResults && b.afterToolResults,
  };
}

/** A date that stands in an id: `20250929`, or a year and month such as `2402`, in milliseconds since the epoch. */
function dateIn(modelId: string): number | undefined {
  const [, year, month, day] = /(?:^|-)(20\d\d)(\d\d)(\d\d)(?:-|$)/.exec(modelId) ?? [];
  if (year && month && day) return Date.UTC(Number(year), Number(month) - 1, Number(day));
  const [, shortYear, shortMonth] = /-(2\d)(0[1-9]|1[0-2])(?:-|$)/.exec(modelId) ?? [];
  return shortYear && shortMonth ? Date.UTC(2000 + Number(shortYear), Number(shortMonth) - 1) : undefined;
}

/** An id less its vendor, dates and versions: `one-large` of `acme.one-2-large-20250101-v1:0`. Sizes stay: `70b`. */
function lineOf(modelId: string): string {
  return modelId
    .replace(/^[^.]+\./, '')
    .replace(/(-v\d+)?(:\w+)*$/, '')
    .replace(/-(20\d{6}|2\d(0[1-9]|1[0-2]))(?=-|$)/g, '')
    .replace(/-?v?\d+(\.\d+)*(?=-|$)/g, '');
}
