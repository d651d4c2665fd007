/**
 * Judges a Converse request: first its form, then its model, then what it says. Each subject has a file of
 * rules; one for media, reasoning or caching joins the list here.
 */
import type { ConverseBody } from '../converse.ts';
import type { InvokedModel } from '../invocation.ts';
import { invalid, unreadable } from '../refusal.ts';
import type { Operation } from '../requests.ts';
import { conversationRules } from './conversation.ts';
import { converseShape } from './converseShape.ts';
import { inferenceRules } from './inference.ts';
import { firstText } from './rule.ts';
import { checkShape } from './shape.ts';
import { toolRules } from './tools.ts';
import { toolTurnRules } from './toolTurns.ts';

const rules = [...conversationRules, ...toolTurnRules, ...toolRules, ...inferenceRules];

/**
 * Throws the first refusal that applies; the model is looked up once the form is right.
 * `body` is undefined where it was no JSON.
 */
export function checkRequest(
  body: unknown,
  operation: Operation,
  findModel: () => InvokedModel,
): { body: ConverseBody; model: InvokedModel } {
  if (body === undefined) {
    throw unreadable('The request body is no JSON.');
  }
  checkShape(body, converseShape);
  const request = body as ConverseBody;
  const model = findModel();
  const judged = { body: request, messages: request.messages ?? [], family: model.family, operation };
  const text = firstText(rules, rule => rule(judged));
  if (text !== undefined) {
    throw invalid(text);
  }
  return { body: request, model };
}
