/** Takes the measurements: which window loads there are, in which order, and what each contributes. */
import { encodeReply, startBedrock, type Answer } from '../bedrock/bedrock.ts';
import { textOf } from '../bedrock/converse.ts';
import type { Built } from './build.ts';
import { openEditor } from './editor.ts';
import {
  type Activation,
  type Answers,
  BURST_DELTAS,
  BURST_PROMPT,
  type ColdList,
  type Measured,
  type Plan,
} from './handover.ts';
import { isOurs, Traffic } from './traffic.ts';

/** Times are milliseconds; requests are those of the extension under measurement. */
export interface Measurements {
  /** One a window load. */
  readonly activations: readonly Activation[];
  /** What arrived in all loads before the bench asked for something. */
  readonly unaskedRequests: number;
  readonly coldLists: Readonly<Record<Latency, readonly (ColdList & Requests)[]>>;
  readonly reloads: Readonly<Record<'starting' | 'at-rest', readonly Reload[]>>;
  readonly answers: Answers & Requests;
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

/** Window loads for each latency. Even: both ways to list go first equally often. */
const COLD_LISTS = 6;
/** Window loads for each state of the window. */
const RELOADS = 3;

export async function measure(built: Built): Promise<Measurements> {
  const bedrock = await startBedrock();
  bedrock.answer = answer;
  const traffic = new Traffic(bedrock);
  const editor = await openEditor(built, bedrock.env);
  const activations: Activation[] = [];
  let unaskedRequests = 0;

  const load = async (plan: Plan): Promise<Measured & Requests> => {
    const measured = await editor.load(plan);
    const arrivals = traffic.take();
    activations.push(measured.activation);
    unaskedRequests += arrivals.filter(({ at }) => at < measured.askedAt).length;
    return { ...measured, requests: arrivals.filter(isOurs).length };
  };

  try {
    // The first window of a new server waits for what the server itself loads.
    await load({ kind: 'cold-list', first: 'extension' });
    activations.length = 0;

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
      for (const window of ['starting', 'at-rest'] as const) {
        const { listedAfterReload, requests } = await load({ kind: 'reload', window });
        reloads[window].push({ listed: listedAfterReload!, requests });
      }
    }

    const { answers, requests } = await load({ kind: 'answers' });
    return { activations, unaskedRequests, coldLists, reloads, answers: { ...answers!, requests } };
  } finally {
    await editor.close();
    await bedrock.close();
  }
}

const short = encodeReply({ content: [{ text: 'A short answer in a few deltas.' }] });
const burst = encodeReply({ content: [{ text: 'five '.repeat(BURST_DELTAS), chunkSize: 5 }] });

/** Encoded beforehand, so that the simulator does not slow down what is measured. */
const answer: Answer = ({ body }) => (textOf(body.messages?.at(-1)) === BURST_PROMPT ? burst : short);
