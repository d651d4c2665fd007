/** Why a list has no model to go on with. */
import { noModels } from '../bedrock/problems.ts';
import type { Problem } from '../problem.ts';
import type { ModelList } from './modelList.ts';

export function whyNoModels({ state, connection }: ModelList): Problem {
  return state.problems[0] ?? noModels(connection);
}
