/** Recorded answers, changed at random, over a real connection and through the real SDK: never a hang or a half answer. */
import assert from 'node:assert/strict';
import { describeRecorded } from '../recordedData.ts';
import { isFullRun, Random } from '../unit/random.ts';
import { type Answered, Asker, isSame, seenOfAnswer } from './matrix/asker.ts';
import { inLanes } from './matrix/guard.ts';
import { mutation, type Mutation } from './matrix/mutations.ts';
import { seenOf } from './matrix/outcome.ts';
import { recordings } from './matrix/recordings.ts';
import { WHOLE } from './matrix/rows.ts';

const MUTATIONS = isFullRun ? 3_000 : 150;
/** A sender’s own doing, which ended as every whole answer does. */
const OTHER = 'another answer, ended by messageStop';

describeRecorded(`answers changed at random (${MUTATIONS} times)`, 'bedrock', data => {
  const recorded = recordings(data);
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  let askers: Asker[];
  let wholes: Answered[];

  before(async () => {
    process.on('uncaughtExceptionMonitor', note).on('unhandledRejection', note);
    askers = await Asker.startAll(16);
    wholes = await Promise.all(recorded.map(({ bytes }, index) => askers[index]!.ask(bytes, [])));
  });
  after(async () => {
    process.off('uncaughtExceptionMonitor', note).off('unhandledRejection', note);
    await Promise.all(askers.map(asker => asker.close()));
  });

  it('are whole, or end in a problem, or end as their sender had it', async () => {
    const seeds = Array.from({ length: MUTATIONS }, (_, seed) => seed);
    const counts: Record<string, Record<string, number>> = {};
    await inLanes(askers, seeds, async (asker, seed) => {
      const random = new Random(seed);
      const which = random.below(recorded.length);
      const recording = recorded[which]!;
      const its = mutation(recording, random);
      const whole = wholes[which]!;
      const got = await asker.ask(recording.bytes, [{ reply: its.bytes }], { silenceLimit: 2 });
      try {
        const seen = judge(got, whole, its);
        const of = (counts[its.kind] ??= {});
        of[seen] = (of[seen] ?? 0) + 1;
      } catch (error) {
        throw new Error(`Seed ${seed}, ${its.kind} in ${recording.name}: ${(error as Error).message}`, {
          cause: error,
        });
      }
    });
    print(counts);
    assert.deepEqual(uncaught, []);
  });
});

function judge(got: Answered, whole: Answered, { isForged, bytes }: Mutation): string {
  const { problem, stop } = got;
  if (!isForged) return seenOfAnswer(got, whole);
  if (problem) return seenOf(problem);
  if (isSame(got, whole)) return WHOLE;
  assert.ok(stop !== undefined && bytes.includes('messageStop'), 'It ended without messageStop.');
  return OTHER;
}

function print(counts: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
  const totals: Record<string, number> = {};
  for (const [kind, seen] of Object.entries(counts).sort()) {
    const outcomes = Object.entries(seen).map(([outcome, count]) => `${count} ${outcome}`);
    console.log(`      ${kind}: ${outcomes.join(', ')}`);
    for (const [outcome, count] of Object.entries(seen)) totals[outcome] = (totals[outcome] ?? 0) + count;
  }
  console.log(`      in all: ${JSON.stringify(totals)}`);
}
