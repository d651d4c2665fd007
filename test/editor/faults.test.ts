/** Answers changed at random, in the real extension host: it lives on, and each of them ends whole or in an error. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { type Answer, type Bedrock, encodeReply, type Reply } from '../bedrock/bedrock.ts';
import { mutation } from '../faults/matrix/mutations.ts';
import { framesOf, type Recording } from '../faults/matrix/recordings.ts';
import { isFullRun, Random } from '../unit/random.ts';
import { chatModel, run, useBedrock, useConfig, useSilenceLimit } from './world.ts';

const MUTATIONS = isFullRun ? 300 : 50;
const AT_A_TIME = 10;
const NOVA = 'amazon.nova-pro-v1:0';

const REPLIES: readonly Reply[] = [
  { content: [{ text: 'An answer of some words, which come one after the other.', chunkSize: 4 }] },
  { content: [{ text: 'Looking.' }, { toolUse: { name: 'find', input: { a: 1, b: [2, 3] } } }] },
  {
    content: [{ reasoning: { text: 'A thought of some words.', signature: 'c2ln' } }, { text: 'So it is.' }],
  },
];
const RECORDINGS: readonly Recording[] = REPLIES.map((reply, index) => {
  const bytes = Buffer.from(encodeReply(reply));
  return { name: String(index), bytes, frames: framesOf(bytes) };
});

interface Got {
  readonly text: string;
  readonly calls: readonly object[];
  readonly error?: Error;
}

describe(`chat with answers changed at random (${MUTATIONS} times)`, () => {
  let bedrock: Bedrock;
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  before(async () => {
    process.on('uncaughtExceptionMonitor', note);
    await useConfig('{}');
    bedrock = await useBedrock();
    bedrock.answer = answer;
    await useSilenceLimit(2);
  });
  after(async () => {
    process.off('uncaughtExceptionMonitor', note);
    await bedrock.close();
    await useSilenceLimit(undefined);
  });

  it('ends each of them, and answers as well as before afterwards', async () => {
    const counts: Record<string, number> = {};
    for (let first = 0; first < MUTATIONS; first += AT_A_TIME) {
      const seeds = Array.from({ length: AT_A_TIME }, (_, index) => first + index);
      for (const got of await Promise.all(seeds.map(changed))) counts[got] = (counts[got] ?? 0) + 1;
    }
    console.log(`      ${JSON.stringify(counts)}`);
    assert.deepEqual(uncaught, []);
    assert.equal((await ask('Still there?')).text, 'Here I am.');
    await run('refreshModels');
  }).timeout(180_000);

  it('takes none for whole that ends in good order before its end, whichever of its frames is the last', async () => {
    let errors = 0;
    for (const [index, recording] of RECORDINGS.entries()) {
      const { frames } = recording;
      for (let count = 0; count < frames.length; count++) {
        const words = `Recording ${index}, ${count} frames.`;
        const got = await meet(words, recording, Buffer.concat(frames.slice(0, count)));
        if (got.error) errors++;
        else assert.ok(isWhole(got, recording), `${words} ${JSON.stringify(got)}`);
      }
    }
    // Where nothing had come yet it is asked again.
    assert.ok(errors > RECORDINGS.length);
  });

  async function changed(seed: number): Promise<string> {
    const random = new Random(seed);
    const recording = random.pick(RECORDINGS);
    const { bytes, isForged, kind } = mutation(recording, random);
    const words = `Seed ${seed}.`;
    const got = await meet(words, recording, bytes);
    if (got.error) {
      assert.doesNotMatch(got.error.message, /\bat \S+ \(|checksum|Deserialization|\[object/);
      return 'error';
    }
    assert.ok(
      isWhole(got, recording) || isForged,
      `${words} ${kind}: a half answer that looks whole: ${JSON.stringify(got)}`,
    );
    return isWhole(got, recording) ? 'whole' : 'another answer, as its sender had it';
  }

  /** The first request with these words meets `first`, the next ones the answer as it was. */
  async function meet(words: string, { bytes }: Recording, first: Uint8Array): Promise<Got> {
    const answers = [first];
    answersBy.set(words, () => answers.shift() ?? bytes);
    const got = await ask(words);
    answersBy.delete(words);
    return got;
  }
});

/** What requests are answered with, by the words in them. */
const answersBy = new Map<string, () => Uint8Array>();
const answer: Answer = ({ body }) => {
  const asked = JSON.stringify(body.messages);
  const [, reply] = [...answersBy].find(([words]) => asked.includes(words)) ?? [];
  return reply?.() ?? { content: [{ text: 'Here I am.' }] };
};

function isWhole({ text, calls }: Got, recording: Recording): boolean {
  const whole = WHOLES[RECORDINGS.indexOf(recording)]!;
  return text === whole.text && isDeepStrictEqual(calls, whole.calls);
}

const WHOLES = [
  { text: 'An answer of some words, which come one after the other.', calls: [] },
  { text: 'Looking.', calls: [{ name: 'find', input: { a: 1, b: [2, 3] } }] },
  { text: 'So it is.', calls: [] },
];

async function ask(words: string): Promise<Got> {
  const model = await chatModel(NOVA);
  let text = '';
  const calls: object[] = [];
  try {
    const response = await model.sendRequest([vscode.LanguageModelChatMessage.User(words)], {});
    for await (const part of response.stream) {
      if (part instanceof vscode.LanguageModelTextPart) text += part.value;
      if (part instanceof vscode.LanguageModelToolCallPart)
        calls.push({ name: part.name, input: part.input });
    }
    return { text, calls };
  } catch (error) {
    return { text, calls, error: error as Error };
  }
}
