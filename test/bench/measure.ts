/** Takes the measurements: which window loads there are, in which order, and what each contributes. */
import { startImds } from '../aws/imds.ts';
import { Issuer } from '../aws/issuer.ts';
import { encodeReply, startBedrock, type Answer, type RecordedRequest } from '../bedrock/bedrock.ts';
import { textOf } from '../bedrock/converse.ts';
import { manyModels } from '../bedrock/manyModels.ts';
import type { Built } from './build.ts';
import { openEditor } from './editor.ts';
import {
  type Activation,
  type Answers,
  BURSTS,
  type ColdList,
  type Compared,
  MANY_MODELS,
  type Measured,
  type Plan,
  type TreeTimes,
} from './handover.ts';

/** Times are milliseconds; requests are those of the extension under measurement. */
export interface Measurements {
  /** While a window starts; one a load, with what was requested though nothing asked. */
  readonly activations: readonly (Activation & Requests)[];
  readonly coldLists: Readonly<Record<Latency, readonly (ColdList & Requests)[]>>;
  readonly reloads: Readonly<Record<(typeof WINDOWS)[number], readonly Reload[]>>;
  /** In a second window, while the first is open. */
  readonly secondWindows: readonly Reload[];
  /** From the first line of the extension's code until the sidebar had its nodes, out of the cache. */
  readonly firstTrees: readonly number[];
  readonly answers: Answers & Requests;
  readonly leftBehind: Compared;
  /** Bytes of heap that many models take. */
  readonly heapOfModels: readonly number[];
  readonly tree: TreeTimes;
  /** Without credentials, behind a metadata service that never answers: at first, and once that is known. */
  readonly told: Readonly<Record<'first' | 'again', readonly number[]>>;
}

interface Requests {
  readonly requests: number;
}

interface Reload extends Requests {
  /** From the first line of the extension's code until the editor listed models. */
  readonly listed: number;
}

/** What the simulator adds to each request. */
type Latency = (typeof LATENCIES)[number];
const LATENCIES = [0, 150] as const;
const WINDOWS = ['starting', 'at-rest'] as const;

const ACTIVATIONS = 20;
/** Window loads for each latency. Even: both ways to list go first equally often. */
const COLD_LISTS = 4;
/** Window loads for each state of the window. */
const RELOADS = 3;
/** Window loads for the first tree, second windows, and lists of many models. */
const FEW = 3;
/** Editors that have no credentials, each of which is asked twice. */
const WITHOUT_CREDENTIALS = 2;

export async function measure(built: Built): Promise<Measurements> {
  const bedrock = await startBedrock();
  bedrock.answer = answer;
  const editor = await openEditor(built, bedrock.env);

  const counted = async (loading: () => Promise<Measured>): Promise<Measured & Requests> => {
    const before = bedrock.requests.length;
    const measured = await loading();
    return { ...measured, requests: bedrock.requests.slice(before).filter(isOurs).length };
  };
  const load = (plan: Plan) => counted(() => editor.load(plan));

  try {
    // The first window of a new server waits for what the server itself loads.
    await load({ kind: 'activation' });

    const activations: (Activation & Requests)[] = [];
    for (let time = 0; time < ACTIVATIONS; time++) {
      editor.forgetModels();
      const { activation, requests } = await load({ kind: 'activation' });
      activations.push({ ...activation, requests });
    }

    const coldLists = { 0: new Array<ColdList & Requests>(), 150: new Array<ColdList & Requests>() };
    for (let time = 0; time < COLD_LISTS; time++) {
      for (const latency of LATENCIES) {
        editor.forgetModels();
        bedrock.latencyMs = latency;
        const first = time % 2 === 0 ? 'extension' : 'byHand';
        const { coldList, requests } = await load({ kind: 'cold-list', first });
        coldLists[latency].push({ ...coldList!, requests });
      }
    }
    bedrock.latencyMs = 0;

    const reloads = { starting: new Array<Reload>(), 'at-rest': new Array<Reload>() };
    for (let time = 0; time < RELOADS; time++) {
      for (const window of WINDOWS) {
        const { listedAfterReload, requests } = await load({ kind: 'reload', window });
        reloads[window].push({ listed: listedAfterReload!, requests });
      }
    }

    const secondWindows: Reload[] = [];
    const firstTrees: number[] = [];
    for (let time = 0; time < FEW; time++) {
      firstTrees.push((await load({ kind: 'first-tree' })).firstTree!);
      const beside = () => editor.loadBeside({ kind: 'reload', window: 'at-rest' });
      const { listedAfterReload, requests } = await counted(beside);
      secondWindows.push({ listed: listedAfterReload!, requests });
    }

    const { answers, requests } = await load({ kind: 'answers' });
    const { leftBehind } = await load({ kind: 'memory' });
    const { tree } = await load({ kind: 'tree' });
    const heapOfModels = await measureHeapOfModels(built);
    const told = await measureTelling(built);
    return {
      activations,
      coldLists,
      reloads,
      secondWindows,
      firstTrees,
      answers: { ...answers!, requests },
      leftBehind: leftBehind!,
      heapOfModels,
      tree: tree!,
      told,
    };
  } finally {
    await editor.close();
    await bedrock.close();
  }
}

async function measureHeapOfModels(built: Built): Promise<number[]> {
  const bedrock = await startBedrock({ lists: manyModels(MANY_MODELS) });
  const editor = await openEditor(built, bedrock.env);
  const bytes: number[] = [];
  try {
    for (let time = 0; time < FEW; time++) {
      editor.forgetModels();
      bytes.push((await editor.load({ kind: 'heap-of-models' })).heapOfModels!);
    }
  } finally {
    await editor.close();
    await bedrock.close();
  }
  return bytes;
}

async function measureTelling(built: Built): Promise<Measurements['told']> {
  const told = { first: new Array<number>(), again: new Array<number>() };
  const imds = await startImds({ issuer: new Issuer() });
  imds.isSilent = true;
  for (let time = 0; time < WITHOUT_CREDENTIALS; time++) {
    const editor = await openEditor(built, imds.env);
    try {
      for (const when of ['first', 'again'] as const) {
        const measured = await editor.load({ kind: 'no-credentials' });
        told[when].push(measured.told!);
      }
    } finally {
      await editor.close();
    }
  }
  await imds.close();
  return told;
}

/** Not of what the extension is compared with. */
function isOurs({ headers }: RecordedRequest): boolean {
  return headers['user-agent']?.includes('openclaw-bedrock') ?? false;
}

const short = encodeReply({ content: [{ text: 'A short answer in a few deltas.' }] });
const bursts = new Map(
  Object.entries(BURSTS).map(([prompt, { deltas, bytes }]) => [
    prompt,
    encodeReply({ content: [{ text: 'five '.repeat((deltas * bytes) / 5), chunkSize: bytes }] }),
  ]),
);

/** Encoded beforehand, so that the simulator does not slow down what is measured. */
const answer: Answer = ({ body }) => bursts.get(textOf(body.messages?.at(-1))) ?? short;
