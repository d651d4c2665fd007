/** Rules about thinking, and about the reasoning that is given back. */
import {
  describeCases,
  assistant,
  call,
  hi,
  result,
  text,
  toolConfig,
  user,
  type Case,
  type Refused,
} from './cases.ts';

const opus = 'us.anthropic.claude-opus-4-7';
const adaptive = 'us.anthropic.claude-sonnet-4-6';
const nova2 = 'us.amazon.nova-2-lite-v1:0';
const budget = (budget_tokens: number) => ({ thinking: { type: 'enabled', budget_tokens } });
const asks = (fields: object, inferenceConfig: object = { maxTokens: 4_096 }) => ({
  messages: hi,
  inferenceConfig,
  additionalModelRequestFields: fields,
});
const fromModel = 'The model returned the following errors: ';
const effort = (level: string) => ({ thinking: { type: 'adaptive' }, output_config: { effort: level } });
const high = { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } };

const accepted: Case[] = [
  { what: 'a budget', body: asks(budget(1_024)) },
  {
    what: 'no thinking, in so many words',
    body: asks({ thinking: { type: 'disabled' } }, { maxTokens: 9, temperature: 0.5 }),
  },
  { what: 'an effort', model: adaptive, body: asks(effort('high')) },
  { what: 'the highest effort of Opus', model: opus, body: asks(effort('max')) },
  { what: 'Nova’s highest effort without a limit', model: nova2, body: asks(high, {}) },
  {
    what: 'reasoning that nobody signed where none is signed',
    model: 'openai.gpt-oss-120b-1:0',
    body: {
      messages: [
        user(text('Hi')),
        assistant({ reasoningContent: { reasoningText: { text: 'Hm' } } }, text('Hi')),
        user(text('Ho')),
      ],
    },
  },
];

const refused: Refused[] = [
  {
    what: 'a kind of thinking that there is not',
    body: asks({ thinking: { type: 'on' } }),
    message: `${fromModel}thinking: Input tag 'on' found using 'type' does not match any of the expected tags: 'enabled', 'adaptive', 'disabled'`,
  },
  {
    what: 'too small a budget',
    body: asks(budget(1_023)),
    message: `${fromModel}thinking.enabled.budget_tokens: Input should be greater than or equal to 1024`,
  },
  {
    what: 'a budget that leaves no room',
    body: asks(budget(4_096)),
    message: `${fromModel}\`max_tokens\` must be greater than \`thinking.budget_tokens\`.`,
  },
  {
    what: 'a temperature beside it',
    body: asks(budget(1_024), { maxTokens: 4_096, temperature: 0.5 }),
    message: `${fromModel}\`temperature\` may only be set to 1 when thinking is enabled.`,
  },
  {
    what: 'a tool that must be called beside it',
    body: { ...asks(budget(1_024)), toolConfig: { ...toolConfig, toolChoice: { any: {} } } },
    message: `${fromModel}Thinking may not be enabled when tool_choice forces tool use.`,
  },
  {
    what: 'a budget for a model that takes efforts alone',
    model: opus,
    body: asks(budget(1_024)),
    message: `${fromModel}extraneous key [thinking] is not permitted`,
  },
  {
    what: 'an effort that the model has not',
    model: adaptive,
    body: asks(effort('max')),
    message: `${fromModel}output_config.effort: Input should be one of low, medium, high`,
  },
  {
    what: 'Nova’s highest effort with a limit',
    model: nova2,
    body: asks(high),
    message: 'maxTokens, temperature and topP must be unset when maxReasoningEffort is high.',
  },
  {
    what: 'another family’s field',
    body: asks({ reasoning_effort: 'low' }),
    message: `${fromModel}extraneous key [reasoning_effort] is not permitted`,
  },
  {
    what: 'a temperature for a model without',
    model: opus,
    body: { messages: hi, inferenceConfig: { temperature: 1 } },
    message: `${fromModel}\`temperature\` and \`top_p\` are not supported by this model.`,
  },
  {
    what: 'a round of tools that did not begin with reasoning',
    body: {
      ...asks(budget(1_024)),
      messages: [user(text('Look')), assistant(call('c1')), user(result('c1'))],
      toolConfig,
    },
    message: `${fromModel}messages.1.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`tool_use\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block.`,
  },
  {
    what: 'reasoning that it has not signed',
    body: {
      messages: [
        user(text('Hi')),
        assistant({ reasoningContent: { reasoningText: { text: 'Hm', signature: 'forged' } } }, text('Hi')),
        user(text('Ho')),
      ],
    },
    message: `${fromModel}messages.1.content.0: Invalid \`signature\` in \`thinking\` block`,
  },
];

describeCases('thinking', accepted, refused);
