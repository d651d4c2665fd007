import { type Problem, ProblemError } from '../../../src/problem.ts';

/** The problem that the work ends in, if any; any other error is thrown on. */
export async function problemOf(work: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
