/** Runs the checks in order and says after each step where they stand. */
import * as l10n from '@vscode/l10n';
import { type Fix, ProblemError } from '../problem.ts';
import { type Check, type CheckId, failed, failedBy, type Finding, type Outcome, skipped } from './check.ts';
import { CHECKS } from './checks/index.ts';
import type { SetupWorld } from './setupWorld.ts';

export interface Line {
  readonly id: CheckId;
  readonly title: string;
  readonly outcome: Outcome | 'waiting' | 'running';
  /** Blank until there is an outcome. */
  readonly reason: string;
  readonly fixes: readonly Fix[];
}

export interface SetupReport {
  readonly state: 'running' | 'finished' | 'cancelled';
  /** One a check, in their order. */
  readonly lines: readonly Line[];
}

/** Yields the report before each check and at the end. A signal ends the check that is running at once. */
export async function* checkSetup(
  world: SetupWorld,
  signal: AbortSignal,
  checks: readonly Check[] = CHECKS,
): AsyncGenerator<SetupReport, void> {
  let lines: readonly Line[] = checks.map(waiting);
  const set = (id: CheckId, change: Partial<Line> | undefined) => {
    lines = lines.map(line => (line.id === id ? { ...line, ...change } : line));
  };
  for (const check of checks) {
    if (signal.aborted) break;
    set(check.id, { outcome: 'running' });
    yield { state: 'running', lines };
    set(
      check.id,
      blocked(check, lines) ?? (await untilAborted(() => findingOf(check, world, signal), signal)),
    );
  }
  yield signal.aborted ? { state: 'cancelled', lines: lines.map(cancelled) } : { state: 'finished', lines };
}

/** The report once all is done, for those who don't watch. */
export async function wholeReport(reports: AsyncIterable<SetupReport>): Promise<SetupReport> {
  let last: SetupReport = { state: 'running', lines: [] };
  for await (const report of reports) last = report;
  return last;
}

/** Whether the checks ran to their end, and nothing that was checked needs fixing. */
export function works({ state, lines }: SetupReport): boolean {
  return state === 'finished' && lines.every(({ outcome }) => outcome !== 'failed');
}

function waiting({ id, title }: Check): Line {
  return { id, title: title(), outcome: 'waiting', reason: '', fixes: [] };
}

function cancelled(line: Line): Line {
  const isOver = line.outcome !== 'waiting' && line.outcome !== 'running';
  return isOver ? line : { ...line, ...skipped(l10n.t('Cancelled before it was done.')) };
}

/** Why a check is not worth running, given what came of those that it needs. */
function blocked({ needs }: Check, lines: readonly Line[]): Finding | undefined {
  const [first] = lines.filter(({ id }) => needs.includes(id)).filter(isUnmet);
  if (!first) return undefined;
  return first.outcome === 'failed'
    ? skipped(l10n.t('Not tried, since something else needs fixing first: {0}.', first.title))
    : skipped(first.reason);
}

function isUnmet({ outcome }: Line): boolean {
  return outcome === 'failed' || outcome === 'skipped';
}

async function findingOf(check: Check, world: SetupWorld, signal: AbortSignal): Promise<Finding> {
  try {
    return await check.run(world, signal);
  } catch (error) {
    if (error instanceof ProblemError) return failedBy([error.problem]);
    return failed(l10n.t('Something unexpected went wrong: {0}', (error as Error).message));
  }
}

/** What is found, or nothing once the signal says so: not everything that a check waits for can be told to stop. */
async function untilAborted(find: () => Promise<Finding>, signal: AbortSignal): Promise<Finding | undefined> {
  if (signal.aborted) return undefined;
  const aborted = Promise.withResolvers<undefined>();
  const stop = () => aborted.resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([find(), aborted.promise]).finally(() => signal.removeEventListener('abort', stop));
}
