import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { distinct, type Problem, ProblemError, sentence } from '../../src/problem.ts';

const problem: Problem = {
  code: 'throttled',
  title: 'Bedrock is throttling this account',
  explanation: 'Wait a moment.',
  fixes: [],
  details: 'request id 1234',
};

describe('problem', () => {
  it('is one line of text without its details', () => {
    assert.equal(sentence(problem), 'Bedrock is throttling this account. Wait a moment.');
  });

  it('is told once of each code and title', () => {
    const [again, other] = [
      { ...problem, explanation: 'Again.' },
      { ...problem, title: 'Another' },
    ];
    assert.deepEqual(distinct([problem, again, other, other]), [problem, other]);
    assert.deepEqual(distinct([problem, { ...problem, code: 'service-error' }]).length, 2);
  });

  it('thrown is readable as it stands: no name, no stack, no details', () => {
    const error = new ProblemError(problem);
    assert.equal(error.message, sentence(problem));
    assert.equal(String(error), sentence(problem));
    // The chat shows message and stack one after the other.
    assert.equal(error.stack, '');
    assert.doesNotMatch(inspect(error), /\n\s+at /);
    assert.equal(error.problem, problem);
    assert.ok(error instanceof Error);
  });
});
