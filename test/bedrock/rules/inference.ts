/** Rules about the inference parameters that go beyond the ranges in the service's model. */
import { fromModel, type Rule } from './rule.ts';

export const inferenceRules: readonly Rule[] = [
  ({ body, family: { maxTokens = Infinity } }) =>
    (body.inferenceConfig?.maxTokens ?? 0) > maxTokens
      ? `The maximum tokens you requested exceeds the model limit of ${maxTokens}. Try again with a maximum tokens ` +
        `value that is lower than ${maxTokens}.`
      : undefined,

  ({ body: { inferenceConfig: { temperature, topP } = {} }, family: { sampling } }) => {
    if (sampling === 'none' && (temperature ?? topP) !== undefined) {
      return fromModel('`temperature` and `top_p` are not supported by this model.');
    }
    return sampling === 'one' && temperature !== undefined && topP !== undefined
      ? fromModel('`temperature` and `top_p` cannot both be specified for this model. Please use only one.')
      : undefined;
  },
];
