/** Recorded streams, changed at random: what a wire can do to bytes, and what only a sender could. */
import { crc32 } from 'node:zlib';
import { frame } from '../../bedrock/eventStream.ts';
import type { Random } from '../../unit/random.ts';
import type { Recording } from './recordings.ts';

export interface Mutation {
  readonly kind: string;
  /** True where each frame still looks sound, so that nobody but the service can know what was meant. */
  readonly isForged: boolean;
  readonly bytes: Buffer;
}

type Mutate = (recording: Recording, random: Random) => Buffer;

const PRELUDE = 12;
const CHECKSUM = 4;

/** What happens to bytes on their way. */
const DAMAGES: Readonly<Record<string, Mutate>> = {
  'a bit flipped': ({ bytes }, random) => flipped(bytes, random, 1),
  'some bits flipped': ({ bytes }, random) => flipped(bytes, random, 2 + random.below(30)),
  truncated: ({ bytes }, random) => bytes.subarray(0, random.below(bytes.length)),
  'garbage amid': ({ bytes }, random) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), garbage(random), bytes.subarray(at)]);
  },
  'garbage alone': (_, random) => garbage(random),
  'a run of bytes lost': ({ bytes }, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(200))]);
  },
  'a length changed': changeFrame((its, random) => {
    const changed = Buffer.from(its);
    changed.writeUInt32BE(
      random.pick([0, 1, 4, 15, 16, 0xff_ff_ff_ff, 0x7f_ff_ff_ff, random.below(1 << 24)]),
      random.pick([0, 4]),
    );
    return changed;
  }),
};

/** What no wire does: the checksums are right, and what they vouch for is not. */
const FORGERIES: Readonly<Record<string, Mutate>> = {
  'a frame left out': ({ frames }, random) => {
    const at = random.below(frames.length);
    return Buffer.concat(frames.filter((_, index) => index !== at));
  },
  'a frame twice': ({ frames }, random) => {
    const at = random.below(frames.length);
    return Buffer.concat(frames.flatMap((its, index) => (index === at ? [its, its] : [its])));
  },
  'frames swapped': ({ frames }, random) => {
    const swapped = [...frames];
    const [one, other] = [random.below(frames.length), random.below(frames.length)];
    [swapped[one], swapped[other]] = [swapped[other]!, swapped[one]!];
    return Buffer.concat(swapped);
  },
  'the whole twice': ({ bytes }) => Buffer.concat([bytes, bytes]),
  'a bit of a payload, sealed': changeFrame((its, random) => sealed(flipped(its, random, 1, payloadAt(its)))),
  'a bit of the headers, sealed': changeFrame((its, random) =>
    sealed(flipped(its, random, 1, PRELUDE, payloadAt(its))),
  ),
  'a header length, sealed': changeFrame((its, random) => {
    const changed = Buffer.from(its);
    changed.writeUInt32BE(random.below(its.length * 2), 4);
    return sealed(changed);
  }),
  'another type': changeFrame((its, random) =>
    frame(
      random.pick(['event', 'event', 'exception']),
      random.pick([...TYPES, 'noSuchEvent', '__proto__', 'throttlingException', 'modelStreamErrorException']),
      payloadOf(its),
    ),
  ),
  'a member changed': changeFrame((its, random) => {
    const payload = payloadOf(its);
    changeMember(payload, random);
    return frame('event', typeOf(its), payload);
  }),
  'a payload of another kind': changeFrame((its, random) =>
    frame('event', typeOf(its), random.pick(ODD) as object),
  ),
};

const TYPES = [
  'messageStart',
  'contentBlockStart',
  'contentBlockDelta',
  'contentBlockStop',
  'messageStop',
  'metadata',
  'initial-response',
];

/** Values that no member of an event has. */
const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  'text',
  '\u0000\uD800',
  true,
  [],
  [null],
  {},
  { text: { text: 'x' } },
  nested(2_000),
  { toolUse: { toolUseId: 'twice', name: 'twice' } },
  { unheardOf: { delta: 1 } },
];

const KINDS = Object.entries({ ...DAMAGES, ...FORGERIES });

export function mutation(recording: Recording, random: Random): Mutation {
  const [kind, mutate] = random.pick(KINDS);
  return { kind, isForged: kind in FORGERIES, bytes: mutate(recording, random) };
}

function changeFrame(change: (its: Buffer, random: Random) => Buffer): Mutate {
  return ({ frames }, random) => {
    const at = random.below(frames.length);
    return Buffer.concat(frames.map((its, index) => (index === at ? change(its, random) : its)));
  };
}

function flipped(bytes: Buffer, random: Random, times: number, from = 0, to = bytes.length): Buffer {
  const changed = Buffer.from(bytes);
  for (let time = 0; time < times; time++) {
    const at = from + random.below(to - from);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << random.below(8)), at);
  }
  return changed;
}

/** With checksums that fit what is in it. */
function sealed(its: Buffer): Buffer {
  its.writeUInt32BE(its.length, 0);
  its.writeUInt32BE(crc32(its.subarray(0, 8)), 8);
  its.writeUInt32BE(crc32(its.subarray(0, -CHECKSUM)), its.length - CHECKSUM);
  return its;
}

function garbage(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 1 + random.below(300) }, () => random.below(256)));
}

function payloadAt(its: Buffer): number {
  return PRELUDE + its.readUInt32BE(4);
}

function payloadOf(its: Buffer): Record<string, unknown> {
  return JSON.parse(its.toString('utf8', payloadAt(its), its.length - CHECKSUM)) as Record<string, unknown>;
}

function typeOf(its: Buffer): string {
  return TYPES.find(type => its.includes(Buffer.from(type))) ?? 'messageStart';
}

/** Puts an odd value in a member's place, however deep, or takes the member away. */
function changeMember(its: Record<string, unknown>, random: Random): void {
  const name = random.pick(Object.keys(its));
  const value = its[name];
  if (isMembers(value) && random.chance(0.7)) changeMember(value, random);
  else if (random.chance(0.2)) Reflect.deleteProperty(its, name);
  else its[name] = random.pick(ODD);
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}
