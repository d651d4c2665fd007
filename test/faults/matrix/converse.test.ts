/** Faults while a model answers, over a real connection and through the real SDK. */
import assert from 'node:assert/strict';
import { describeRecorded } from '../../recordedData.ts';
import type { Behaviour } from '../../bedrock/bedrock.ts';
import { frame } from '../../bedrock/eventStream.ts';
import { isFullRun, Random } from '../../unit/random.ts';
import { type Answered, Asker, type AskOptions, seenOfAnswer } from './asker.ts';
import { converse } from './converse.ts';
import { inLanes } from './guard.ts';
import { seenOf } from './outcome.ts';
import { chosen } from './recordings.ts';
import { runRows, type Take } from './tally.ts';

/** A case: what the requests meet, and the answer that would have come. */
interface Case {
  readonly reply: Buffer;
  readonly whole: Answered;
  readonly meets: readonly Behaviour[];
  readonly options?: AskOptions;
}

const RANDOM_CUTS = isFullRun ? 100 : 10;

const forGood = (behaviour: Behaviour): Behaviour[] => Array<Behaviour>(7).fill(behaviour);
const REFUSALS = [
  [403, 'AccessDeniedException', 'User is not authorized to perform this action'],
  [404, 'ResourceNotFoundException', 'The model is not there.'],
  [400, 'ValidationException', 'The request can’t be read.'],
  [429, 'ThrottlingException', 'Too many requests, please wait before trying again.'],
  [500, 'InternalServerException', 'Something broke.'],
  [503, 'ServiceUnavailableException', 'Too many connections, please wait.'],
] as const;
/** Throttling is waited for, for half a minute. */
const isQuick = ([status]: readonly [number, ...unknown[]]) => isFullRun || status !== 429;
const EXCEPTIONS = ['throttlingException', 'modelStreamErrorException', 'internalServerException'];
const PAGE = Buffer.from('<!doctype html><title>Sign in to the network</title>');

describeRecorded('fault matrix: Converse', 'bedrock', data => {
  const recorded = chosen(data);
  let askers: Asker[];
  let wholes: Answered[];

  before(async () => {
    assert.equal(recorded.length, 3);
    askers = await Asker.startAll(16);
    wholes = await Promise.all(recorded.map(({ bytes }, index) => askers[index]!.ask(bytes, [])));
  });
  after(() => Promise.all(askers.map(asker => asker.close())));

  /** A case of each recording for each of the behaviours, which may depend on its bytes and its frame boundaries. */
  const cases = (meet: (bytes: Buffer, ends: readonly number[]) => readonly (readonly Behaviour[])[]) =>
    recorded.flatMap(({ bytes, frames }, index) => {
      const ends = frames.map((_, at) => Buffer.concat(frames.slice(0, at)).length);
      return meet(bytes, ends).map(meets => ({ reply: bytes, whole: wholes[index]!, meets }));
    });

  const ask = (asker: Asker, { reply, meets, options }: Case) => asker.ask(reply, meets, options);

  async function run(take: Take, all: readonly Case[], options?: AskOptions): Promise<void> {
    await inLanes(askers, all, async (asker, its) => {
      take(seenOfAnswer(await ask(asker, { ...its, ...(options && { options }) }), its.whole));
    });
  }

  runRows('Converse', converse, {
    refused: async take => {
      const once = REFUSALS.filter(([status]) => status >= 429);
      const refusals = [
        ...once.map(its => [its]),
        ...REFUSALS.filter(isQuick).map(its => Array(7).fill(its) as typeof once),
      ];
      const refused = cases(() =>
        refusals.map(all => all.map(([status, type, message]) => ({ refuse: { status, type, message } }))),
      );
      // What is refused before anything came takes its time to be tried again: a sample leaves most of it out.
      const broken = cases((bytes, ends) =>
        ends
          .filter((_, at) => isFullRun || at % 6 === 5)
          .flatMap(end =>
            EXCEPTIONS.map(type => {
              const its = frame('exception', type, { message: 'It broke.' });
              return forGood({ reply: Buffer.concat([bytes.subarray(0, end), its]) });
            }),
          ),
      );
      const alone = await Asker.start();
      await Promise.all([
        run(take, [...refused.slice(0, refusals.length), ...broken]),
        alone.bedrock
          .close()
          .then(() => alone.ask(recorded[0]!.bytes, []))
          .then(got => take(seenOfAnswer(got, wholes[0]!))),
      ]);
    },
    reset: take =>
      run(
        take,
        cases(() => [[{ reset: true }], forGood({ reset: true })]),
      ),
    slow: async take => {
      const silent = cases((bytes, ends) =>
        ends.map(end => [{ reply: bytes.subarray(0, end), hang: { after: 1 } }]),
      );
      await run(take, silent, { silenceLimit: 0.3 });
      const trickle = recorded.map(({ bytes, frames }, index) => ({
        reply: bytes,
        whole: wholes[index]!,
        meets: [{ raw: { type: 'application/vnd.amazon.eventstream', body: oneByOne(frames, 50) } }],
      }));
      await run(take, trickle, { silenceLimit: 0.6 });
    },
    cut: async take => {
      const random = new Random(7);
      const at = cases((bytes, ends) => {
        const places = [...ends, ...Array.from({ length: RANDOM_CUTS }, () => random.below(bytes.length))];
        return places.flatMap(bytesSent => [
          [{ cut: { bytes: bytesSent } }],
          [{ reply: bytes.subarray(0, bytesSent) }],
        ]);
      });
      await run(take, [...at, ...cases(() => [forGood({ cut: { bytes: 0 } })])]);
    },
    garbage: async take => {
      const random = new Random(11);
      const noise = () => Buffer.from(Array.from({ length: 1 + random.below(200) }, () => random.below(256)));
      const sealed = () => frame('event', 'contentBlockDelta', { delta: { text: { text: random.next() } } });
      await run(take, [
        ...cases(() => [[{ reply: noise() }], forGood({ reply: noise() })]),
        ...cases((bytes, ends) =>
          ends
            .slice(2)
            .flatMap(end =>
              [noise(), sealed()].map(its => [
                { reply: Buffer.concat([bytes.subarray(0, end), its, bytes.subarray(end)]) },
              ]),
            ),
        ),
      ]);
    },
    'wrong content type': async take => {
      const pages = ['text/html; charset=utf-8', 'text/plain', 'application/json'].map(type => ({
        raw: { type, body: PAGE },
      }));
      await run(
        take,
        cases(() => pages.map(page => [page])),
      );
      const [asker] = askers as [Asker];
      for (const page of pages) {
        asker.bedrock.script('Converse', page);
        const tools = [{ name: 'find', description: 'Finds.', inputSchema: { type: 'object' } }];
        const got = await asker.ask(PAGE, [], { modelKey: 'meta.llama3-3-70b-instruct-v1:0', tools });
        take(seenOf(got.problem!));
      }
    },
    oversized: async take => {
      const endless = Buffer.from('ffffffff00000010', 'hex');
      const deep = frame('event', 'contentBlockDelta', {
        delta: { text: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as object },
      });
      await run(
        take,
        cases((bytes, ends) =>
          [endless, deep].map(its => [{ reply: Buffer.concat([bytes.subarray(0, ends[4]), its, bytes]) }]),
        ),
      );
      const [asker] = askers as [Asker];
      const large = Buffer.concat([
        frame('event', 'messageStart', { role: 'assistant' }),
        frame('event', 'contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'x'.repeat(8_000_000) } }),
        frame('event', 'messageStop', { stopReason: 'end_turn' }),
      ]);
      const got = await asker.ask(large, []);
      assert.equal(got.text.length, 8_000_000);
      take(seenOfAnswer(got, got));
    },
    'duplicate events': async take => {
      // Deltas that come twice say something else, and nothing tells that from a model that repeats itself.
      for (const [index, { bytes, frames }] of recorded.entries()) {
        const twice = frames.flatMap(its => (its.includes('contentBlockDelta') ? [its] : [its, its]));
        const meets = [Buffer.concat(twice), Buffer.concat([bytes, bytes])].map(reply => [{ reply }]);
        await run(
          take,
          meets.map(its => ({ reply: bytes, whole: wholes[index]!, meets: its })),
        );
      }
    },
    'clock skew': async take => {
      const [asker] = askers as [Asker];
      for (const hours of [1, -1]) {
        asker.bedrock.clockAhead = hours * 3_600_000;
        for (const [index, { bytes }] of recorded.entries())
          take(seenOfAnswer(await asker.ask(bytes, []), wholes[index]!));
      }
      asker.bedrock.clockAhead = 0;
    },
    'two windows': async take => {
      const [one, other] = askers as [Asker, Asker];
      for (const [index, { bytes }] of recorded.entries()) {
        const cut = [{ cut: { bytes: bytes.length - 600 } }];
        const got = await Promise.all([one.ask(bytes, cut), other.ask(bytes, [])]);
        for (const its of got) take(seenOfAnswer(its, wholes[index]!));
      }
    },
  });
});

async function* oneByOne(frames: readonly Buffer[], milliseconds: number): AsyncGenerator<Buffer> {
  for (const its of frames) {
    await new Promise(resolve => setTimeout(resolve, milliseconds));
    yield its;
  }
}
