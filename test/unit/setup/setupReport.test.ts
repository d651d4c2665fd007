import assert from 'node:assert/strict';
import { checkSetup, type SetupReport, wholeReport } from '../../../src/setup/setupReport.ts';
import { linesOf, problem, throwing, worldWith } from './world.ts';

const IDS = [
  'config',
  'version',
  'credentials',
  'caller',
  'region',
  'models',
  'profiles',
  'converse',
  'allowlist',
  'gateway',
];

async function reportsOf(...args: Parameters<typeof checkSetup>): Promise<SetupReport[]> {
  const reports: SetupReport[] = [];
  for await (const report of checkSetup(...args)) reports.push(report);
  return reports;
}

const never = new AbortController().signal;

describe('the report of a set-up', () => {
  it('runs ten checks, one after the other, and tells where they stand', async () => {
    const reports = await reportsOf(worldWith(), never);
    assert.equal(reports.length, 11);
    for (const [at, { state, lines }] of reports.slice(0, 10).entries()) {
      assert.equal(state, 'running');
      assert.deepEqual(
        lines.map(({ id }) => id),
        IDS,
      );
      assert.deepEqual(
        lines.map(({ outcome }) => outcome),
        IDS.map((_, index) => (index < at ? 'passed' : index === at ? 'running' : 'waiting')),
      );
    }
    const last = reports.at(-1)!;
    assert.equal(last.state, 'finished');
    for (const { outcome, reason, title } of last.lines) {
      assert.equal(outcome, 'passed', title);
      assert.match(reason, /\.$/);
    }
  });

  it('changes no report that it has handed out', async () => {
    const reports = await reportsOf(worldWith(), never);
    assert.equal(reports[0]!.lines[0]!.outcome, 'running');
  });

  it('does not try what needs something that failed, and says what that is', async () => {
    const refused = throwing(problem('no-credentials'));
    const asked: string[] = [];
    const lines = await linesOf({
      credentials: refused,
      caller: () => (asked.push('caller'), Promise.resolve(undefined)),
      converse: () => (asked.push('converse'), Promise.resolve(1)),
    });
    assert.equal(lines.credentials.outcome, 'failed');
    for (const id of ['caller', 'models', 'profiles', 'converse'] as const) {
      assert.equal(lines[id].outcome, 'skipped', id);
      assert.equal(lines[id].reason, 'Not tried, since something else needs fixing first: Credentials.');
    }
    for (const id of ['config', 'version', 'region', 'allowlist', 'gateway'] as const)
      assert.equal(lines[id].outcome, 'passed', id);
    assert.deepEqual(asked, []);
  });

  it('goes on after a warning', async () => {
    const lines = await linesOf({ caller: throwing(problem('unreachable')) });
    assert.equal(lines.caller.outcome, 'warning');
    assert.equal(lines.models.outcome, 'passed');
  });

  it('takes the reason along where something needs what was skipped', async () => {
    const lines = await linesOf({
      config: () =>
        Promise.resolve({
          path: '~/openclaw.json',
          isSetUp: false,
          findings: [],
          problem: problem('config-missing'),
        }),
    });
    assert.equal(lines.allowlist.outcome, 'skipped');
    assert.equal(lines.allowlist.reason, lines.config.reason);
  });

  it('makes a failure of what nobody expected, and goes on', async () => {
    const lines = await linesOf({ region: () => Promise.reject(new TypeError('x is not a function')) });
    assert.equal(lines.region.outcome, 'failed');
    assert.equal(lines.region.reason, 'Something unexpected went wrong: x is not a function');
    assert.equal(lines.gateway.outcome, 'passed');
  });

  it('ends at once when it is cancelled, though what it waits for goes on', async () => {
    const running = new AbortController();
    const started = Promise.withResolvers<AbortSignal>();
    const world = worldWith({
      foundationModels: signal => (started.resolve(signal), new Promise<never>(() => undefined)),
      gateway: () => assert.fail('not any more'),
    });
    const whole = wholeReport(checkSetup(world, running.signal));
    assert.equal(await started.promise, running.signal);
    running.abort();
    const { state, lines } = await whole;
    assert.equal(state, 'cancelled');
    assert.deepEqual(
      lines.map(({ outcome }) => outcome),
      [...Array<string>(5).fill('passed'), ...Array<string>(5).fill('skipped')],
    );
    assert.equal(lines[5]!.reason, 'Cancelled before it was done.');
  });

  it('runs nothing when it is cancelled while it tells where it stands', async () => {
    const running = new AbortController();
    const reports = checkSetup(worldWith({ config: () => assert.fail('not any more') }), running.signal);
    await reports.next();
    running.abort();
    const { value } = await reports.next();
    assert.equal(value?.state, 'cancelled');
    assert.ok(value.lines.every(({ outcome }) => outcome === 'skipped'));
    assert.equal((await reports.next()).done, true);
  });
});
