/** The config that a person is about to change, settled before anything in it is offered to be picked. */
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { ProblemError } from '../problem.ts';
import { settleConfig } from './chooseConfig.ts';
import type { Parts } from './parts.ts';

/**
 * What the config says, unsaved changes included; empty where there is none and one could be made. Undefined when
 * the user does not say which of several is meant; throws the `ProblemError` that keeps it from being read.
 */
export async function configByHand(
  parts: Parts,
  { canBeMade }: { readonly canBeMade: boolean },
): Promise<JsonObject | undefined> {
  if (!(await settleConfig(parts))) return undefined;
  const { value, problem } = await parts.config.asEdited();
  if (problem && !(canBeMade && problem.code === 'config-missing')) throw new ProblemError(problem);
  return value ?? {};
}
