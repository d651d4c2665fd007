/** Rules about the inference parameters that go beyond the ranges in the service's model. */
import type { Rule } from './rule.ts';

export const inferenceRules: readonly Rule[] = [
  ({ body, family: { maxTokens = Infinity } }) =>
    (body.inferenceConfig?.maxTokens ?? 0) > maxTokens
      ? `The maximum tokens you requested exceeds the model limit of ${maxTokens}. Try again with a maximum tokens ` +
        `value that is lower than ${maxTokens}.`
      : undefined,
];
