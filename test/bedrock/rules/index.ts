/**
 * Judges a Converse request: first its form, then its model, then what it says. Each subject has a file of
 * rules.
 */
import type { ConverseBody } from '../converse.ts';
import type { InvokedModel } from '../invocation.ts';
import { invalid, unreadable } from '../refusal.ts';
import type { Operation } from '../requests.ts';
import type { SignedReasoning } from '../signedReasoning.ts';
import { cachingRules } from './caching.ts';
import { conversationRules } from './conversation.ts';
import { converseShape } from './converseShape.ts';
import { inferenceRules } from './inference.ts';
import { mediaRules } from './media.ts';
import { reasoningRules } from './reasoning.ts';
import { firstText } from './rule.ts';
import { checkShape } from './shape.ts';
import { thinkingRules } from './thinking.ts';
import { toolRules } from './tools.ts';
import { toolTurnRules } from './toolTurns.ts';

const rules = [
  ...conversationRules,
  ...toolTurnRules,
  ...toolRules,
  ...mediaRules,
  ...cachingRules,
  ...inferenceRules,
  ...thinkingRules,
  ...reasoningRules,
];

/**
 * Throws the first refusal that applies; the model is looked up once the form is right.
 * `body` is undefined where it was no JSON.
 */
export function checkRequest(
  body: unknown,
  operation: Operation,
  findModel: () => InvokedModel,
  signed: SignedReasoning,
): { body: ConverseBody; model: InvokedModel } {
  if (body === undefined) {
    throw unreadable('The request body is no JSON.');
  }
  checkShape(body, converseShape);
  const request = body as ConverseBody;
  const model = findModel();
  const judged = { ...model, body: request, messages: request.messages ?? [], operation, signed };
  const text = firstText(rules, rule => rule(judged));
  if (text !== undefined) {
    throw invalid(text);
  }
  return { body: request, model };
}
