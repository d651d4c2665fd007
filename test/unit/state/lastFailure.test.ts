import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../src/problem.ts';
import { LastFailure } from '../../../src/state/lastFailure.ts';

const REST = 30_000;

function failedWith(code: ProblemCode, wasQuiet = false) {
  const clock = { now: 1_000_000 };
  const failure = new LastFailure(() => clock.now);
  failure.set({
    problems: [{ code, title: code, explanation: code, fixes: [] }],
    files: 'as tried',
    wasQuiet,
  });
  return { failure, clock };
}

describe('the last failure of a list', () => {
  it('answers for every call until it has rested, and not after a success', () => {
    const { failure, clock } = failedWith('unreachable');
    const answers = () => [failure.answersFor(true), failure.answersFor(false)];
    clock.now += REST - 1;
    assert.deepEqual(answers(), [true, true]);
    clock.now += 1;
    assert.deepEqual(answers(), [false, false]);
    clock.now -= 1;
    failure.clear();
    assert.deepEqual(answers(), [false, false]);
    assert.deepEqual(new LastFailure(() => 0).answersFor(true), false);
  });

  it('for want of a code that nobody was asked for: a person is asked at once, and without one it is in vain', () => {
    const { failure, clock } = failedWith('mfa-needed', true);
    assert.ok(failure.isForPerson);
    assert.ok(!failure.answersFor(false));
    clock.now += 100 * REST;
    assert.ok(failure.answersFor(true));
    assert.ok(!failedWith('unreachable', true).failure.isForPerson);
  });

  it('for want of a code that somebody did not enter stands until a person comes back to it', () => {
    const { failure, clock } = failedWith('mfa-needed');
    assert.ok(!failure.isForPerson);
    assert.deepEqual([failure.answersFor(true), failure.answersFor(false)], [true, true]);
    clock.now += REST;
    assert.deepEqual([failure.answersFor(true), failure.answersFor(false)], [true, false]);
  });

  it('is tried again for other AWS files at once, for those that were tried once it has rested', () => {
    const { failure, clock } = failedWith('credentials-refused');
    assert.ok(failure.mayBeMendedBy('rotated'));
    assert.ok(!failure.mayBeMendedBy('as tried'));
    clock.now += REST;
    assert.ok(failure.mayBeMendedBy('as tried'));
    failure.clear();
    assert.ok(!failure.mayBeMendedBy('rotated'));
  });

  it('is not tried again for what no AWS file mends', () => {
    for (const code of ['permission-missing', 'throttled', 'unreachable'] as const) {
      const { failure, clock } = failedWith(code);
      clock.now += REST;
      assert.ok(!failure.mayBeMendedBy('rotated'), code);
    }
  });
});
