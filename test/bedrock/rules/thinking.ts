/** Rules about how a request tells a model to think. */
import { isObject } from '../converse.ts';
import type { Thinking } from '../families.ts';
import { firstText, fromModel, type Judged, type Rule } from './rule.ts';

export const thinkingRules: readonly Rule[] = [
  request =>
    firstText(Object.entries(fieldsOf(request)), ([name, value]) => {
      const kinds = kindsOf(name, value);
      return kinds && !kinds.some(kind => request.family.thinks.includes(kind))
        ? fromModel(`extraneous key [${name}] is not permitted`)
        : undefined;
    }),

  request => {
    const { thinking, output_config: output } = fieldsOf(request);
    if (!isObject(thinking)) {
      return undefined;
    }
    const type = String(thinking['type']);
    if (!['enabled', 'adaptive', 'disabled'].includes(type)) {
      return fromModel(
        `thinking: Input tag '${type}' found using 'type' does not match any of the expected tags: 'enabled', 'adaptive', 'disabled'`,
      );
    }
    if (type === 'disabled') {
      return undefined;
    }
    const { maxTokens = Infinity, temperature = 1, topP = 1 } = request.body.inferenceConfig ?? {};
    const budget = Number(thinking['budget_tokens'] ?? NaN);
    if (type === 'enabled' && !(budget >= 1_024)) {
      return fromModel('thinking.enabled.budget_tokens: Input should be greater than or equal to 1024');
    }
    if (type === 'enabled' && budget >= maxTokens) {
      return fromModel('`max_tokens` must be greater than `thinking.budget_tokens`.');
    }
    if (temperature !== 1) {
      return fromModel('`temperature` may only be set to 1 when thinking is enabled.');
    }
    if (topP < 0.95) {
      return fromModel('`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.');
    }
    const effort = isObject(output) ? output['effort'] : 'high';
    const efforts = ['low', 'medium', 'high', ...(request.family.thinks.includes('max') ? ['max'] : [])];
    if (!efforts.includes(String(effort))) {
      return fromModel(`output_config.effort: Input should be one of ${efforts.join(', ')}`);
    }
    const { toolChoice = {} } = request.body.toolConfig ?? {};
    return (toolChoice.any ?? toolChoice.tool)
      ? fromModel('Thinking may not be enabled when tool_choice forces tool use.')
      : undefined;
  },

  request => {
    const { reasoningConfig } = fieldsOf(request);
    if (!isObject(reasoningConfig) || reasoningConfig['maxReasoningEffort'] !== 'high') {
      return undefined;
    }
    const { maxTokens, temperature, topP } = request.body.inferenceConfig ?? {};
    return (maxTokens ?? temperature ?? topP) === undefined
      ? undefined
      : 'maxTokens, temperature and topP must be unset when maxReasoningEffort is high.';
  },

  request => {
    const { reasoning_effort: effort, reasoning_config: config } = fieldsOf(request);
    const level = effort ?? config;
    return level === undefined || ['low', 'medium', 'high'].some(each => each === level)
      ? undefined
      : fromModel('the effort of reasoning must be one of low, medium, high');
  },
];

/** The kinds of thinking that a field asks for; undefined for fields that have nothing to do with it. */
function kindsOf(name: string, value: unknown): readonly Thinking[] | undefined {
  switch (name) {
    case 'thinking': {
      const type = isObject(value) ? value['type'] : undefined;
      if (type === 'disabled') return ['adaptive', 'budget'];
      return type === 'adaptive' ? ['adaptive'] : ['budget'];
    }
    case 'output_config':
      return ['adaptive'];
    case 'reasoning_effort':
    case 'reasoningConfig':
    case 'reasoning_config':
      return [name];
    default:
      return undefined;
  }
}

export function fieldsOf({ body }: Pick<Judged, 'body'>): Record<string, unknown> {
  return isObject(body.additionalModelRequestFields) ? body.additionalModelRequestFields : {};
}
