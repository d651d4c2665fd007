import assert from 'node:assert/strict';
import { type Run, ShownRun } from '../../../src/pages/shownRun.ts';
import { ProblemError } from '../../../src/problem.ts';
import type { SetupReport } from '../../../src/setup/setupReport.ts';
import { problem } from '../setup/world.ts';

const report = (state: SetupReport['state']): SetupReport => ({ state, lines: [] });

/** The run, and what it said at each change. */
function shownRun(run: Run) {
  const told: unknown[] = [];
  const shown: ShownRun = new ShownRun(run, () =>
    told.push(shown.failure ?? [shown.report?.state, shown.isRunning]),
  );
  return { shown, told };
}

// eslint-disable-next-line @typescript-eslint/require-await -- what the checks are is asynchronous
async function* reports(...states: SetupReport['state'][]) {
  for (const state of states) yield report(state);
}

describe('the run that a page shows', () => {
  it('is told step by step, and is over with the last', async () => {
    const { shown, told } = shownRun(() => reports('running', 'finished'));
    await shown.begin();
    assert.deepEqual(told, [
      ['running', true],
      ['finished', false],
    ]);
  });

  it('that can’t even begin says why, and can be run again', async () => {
    const runs = [
      () => Promise.reject(new ProblemError(problem('config-unreadable'))),
      () => Promise.reject(new Error('out of memory')),
      () => Promise.resolve(),
    ];
    const { shown, told } = shownRun(async function* () {
      await runs.shift()?.();
      yield report('finished');
    });
    await shown.begin();
    assert.equal(shown.isRunning, false);
    await shown.begin();
    assert.equal(shown.report, undefined);
    await shown.begin();
    assert.deepEqual(told, [
      'The title of config-unreadable. The explanation of config-unreadable.',
      'Something unexpected went wrong: out of memory',
      ['finished', false],
    ]);
  });

  it('that ends before its time is not shown as if it went on', async () => {
    const { shown, told } = shownRun(async function* () {
      yield report('running');
      await Promise.reject(new Error('gone'));
    });
    await shown.begin();
    assert.deepEqual(told.at(-1), 'Something unexpected went wrong: gone');
    assert.equal(shown.report, undefined);
  });

  it('gives way to the next, and to the end of the page', async () => {
    const signals: AbortSignal[] = [];
    const gate = Promise.withResolvers<undefined>();
    const { shown, told } = shownRun(async function* (signal) {
      signals.push(signal);
      await gate.promise;
      yield report('finished');
      throw new Error('too late');
    });
    const first = shown.begin();
    const second = shown.begin();
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
    shown.drop();
    gate.resolve(undefined);
    await Promise.all([first, second]);
    assert.equal(signals[1]?.aborted, true);
    assert.deepEqual(told, []);
  });

  it('that is cancelled still says so', async () => {
    const { shown, told } = shownRun(async function* (signal) {
      await new Promise(resolve => signal.addEventListener('abort', resolve));
      yield report('cancelled');
    });
    const run = shown.begin();
    shown.cancel();
    await run;
    assert.deepEqual(told, [['cancelled', false]]);
  });
});
