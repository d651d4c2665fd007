import assert from 'node:assert/strict';
import { inBackground } from '../../../src/editor/background.ts';
import { type Problem, ProblemError } from '../../../src/problem.ts';

const PROBLEM: Problem = { code: 'unreachable', title: 'Away', explanation: 'It is away.', fixes: [] };

describe('work in the background', () => {
  for (const [what, error, told] of [
    ['a problem', new ProblemError(PROBLEM), PROBLEM],
    ['any other error', new Error('The disk is full.'), 'Something unexpected went wrong: The disk is full.'],
    ['what is no error', 'full', 'Something unexpected went wrong: full'],
  ] as const) {
    it(`tells the log of ${what} that it fails with, and nobody else`, async () => {
      const { promise: logged, resolve } = Promise.withResolvers<unknown>();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- others' code throws anything
      inBackground(Promise.reject(error), { info: resolve, problem: resolve });
      assert.equal(await logged, told);
    });
  }

  it('may be none', () => {
    const told: unknown[] = [];
    inBackground(undefined, { info: words => told.push(words), problem: problem => told.push(problem) });
    assert.deepEqual(told, []);
  });
});
