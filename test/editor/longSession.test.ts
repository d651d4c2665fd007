/**
 * A long session in one extension host: what answers and refreshes take up is given back. Its name has it run before the
 * tests of groups, whose models the editor keeps for a while.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { heapUsed } from '../bench/inEditor/heap.ts';
import type { Bedrock, Behaviour } from '../bedrock/bedrock.ts';
import { isFullRun } from '../unit/random.ts';
import { chatModel, run, useBedrock, useConfig } from './world.ts';

const NOVA = 'amazon.nova-pro-v1:0';
const ROUNDS = isFullRun ? 10 : 2;
const ANSWERS = 100;
const REFRESHES = 20;

/**
 * Bytes of heap for each answer that are not taken for a leak: the editor keeps some of its own for a while, which weighs
 * less among many.
 */
const HEAP_PER_ANSWER = (isFullRun ? 2 : 8) * 1024;
/** Timers and sockets of the editor itself come and go. */
const OTHERS = 5;

/** What happens to the answers, in turn. */
const BEHAVIOURS: readonly (Behaviour & { readonly end: 'whole' | 'cancelled' | 'failed' })[] = [
  { end: 'whole' },
  { end: 'cancelled', hang: { after: 2 } },
  { end: 'whole' },
  { end: 'failed', cut: { events: 3 } },
  { end: 'whole', delayMs: 1 },
  { end: 'cancelled', hang: { after: 0 } },
  { end: 'failed', refuse: { status: 400, type: 'ValidationException', message: 'No.' } },
  { end: 'whole' },
  { end: 'failed', endsEarly: true },
  { end: 'whole' },
];

/** What the process holds. */
interface Held {
  readonly heap: number;
  /** How many there are, by kind. */
  readonly resources: Readonly<Record<string, number>>;
  readonly listeners: number;
}

describe(`${ROUNDS * ANSWERS} answers and ${ROUNDS * REFRESHES} refreshes in one session`, () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  before(async () => {
    await useConfig('{}');
    process.on('warning', warn);
  });
  after(() => process.off('warning', warn));

  it('leave no memory, no open socket or timer, and no listener of the process behind', async function () {
    this.timeout(ROUNDS * 60_000);
    // What is loaded and kept once is not what is looked for.
    await round();
    await round();
    const before = await held();
    for (let time = 0; time < ROUNDS; time++) await round();
    const after = await held();

    const perAnswer = (after.heap - before.heap) / (ROUNDS * ANSWERS);
    console.log(`      ${(perAnswer / 1024).toFixed(1)} KiB of heap an answer; ${JSON.stringify(after)}`);
    assert.ok(perAnswer < HEAP_PER_ANSWER, `${Math.round(perAnswer)} bytes an answer stay.`);
    for (const [kind, count] of Object.entries(after.resources)) {
      const limit = (before.resources[kind] ?? 0) + OTHERS;
      assert.ok(count <= limit, `${count} of ${kind}, ${before.resources[kind] ?? 0} before.`);
    }
    assert.equal(after.listeners, before.listeners);
    assert.deepEqual(
      warnings.filter(({ name }) => name === 'MaxListenersExceededWarning'),
      [],
    );
  });
});

/** A simulator of its own, so that connections come and go too. */
async function round(): Promise<void> {
  const bedrock = await useBedrock();
  bedrock.answer = () => ({ content: [{ text: ['One ', 'two ', 'three'] }] });
  for (let answer = 0; answer < ANSWERS; answer++) {
    if (answer % (ANSWERS / REFRESHES) === 0) await run('refreshModels');
    const { end, ...behaviour } = BEHAVIOURS[answer % BEHAVIOURS.length]!;
    bedrock.script('ConverseStream', behaviour);
    const ended = await endOf(bedrock, end === 'cancelled');
    assert.equal(ended.end, end, `answer ${answer}: ${ended.words ?? ''}`);
  }
  assert.deepEqual(
    bedrock.requests.filter(({ finished }) => !finished),
    [],
  );
  await bedrock.close();
}

interface Ended {
  readonly end: 'whole' | 'cancelled' | 'failed';
  readonly words?: string;
}

async function endOf(bedrock: Bedrock, isCancelled: boolean): Promise<Ended> {
  const cancellation = new vscode.CancellationTokenSource();
  const before = bedrock.requests.length;
  const model = await chatModel(NOVA);
  const asking = model.sendRequest([vscode.LanguageModelChatMessage.User('Count')], {}, cancellation.token);
  if (isCancelled) {
    const request = await bedrock.waitFor(
      each => bedrock.requests.indexOf(each) >= before && each.status === 200,
    );
    cancellation.cancel();
    await bedrock.waitFor(each => each === request && each.finished);
  }
  try {
    let text = '';
    for await (const each of (await asking).text) text += each;
    return { end: text === 'One two three' ? 'whole' : 'cancelled' };
  } catch (error) {
    return { end: isCancelled ? 'cancelled' : 'failed', words: String(error) };
  } finally {
    cancellation.dispose();
  }
}

async function held(): Promise<Held> {
  // Sockets say that they are closed in a later turn.
  await new Promise(resolve => setImmediate(resolve));
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  return { heap: heapUsed(), resources, listeners };
}
