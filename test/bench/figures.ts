/** From measurements to figures: what each says, its goal, and whether that is met. */
import type { ConfigEdits } from './configEdits.ts';
import { type Activation, type ColdList, type Compared, MANY_ANSWERS, type TreeTimes } from './handover.ts';
import type { Measurements } from './measure.ts';
import { type ChatRequests, TURNS } from './requests.ts';
import { median, spread } from './statistics.ts';

export interface Figure extends Verdict {
  readonly figure: string;
  /** What was measured of published extensions that do the same. */
  readonly peers?: string;
}

interface Verdict {
  readonly goal: string;
  readonly value: string;
  readonly isMet: boolean;
}

export function figuresOf(measurements: Measurements, packageBytes: number): Figure[] {
  const { activations, coldLists, reloads, answers, leftBehind, tree, told } = measurements;
  const activate = activations.map(activation => activation.activate);
  const load = activations.map(activation => activation.load);
  const sdkModules = activations.flatMap(({ files }) => Object.keys(files).filter(isSdk));
  const slowLists = coldLists[150].map(({ extension }) => extension);
  const requestsPerList = Math.max(...Object.values(coldLists).flat().map(requestsOf));
  const requestsAfterReload = Math.max(...Object.values(reloads).flat().map(requestsOf));
  const listed = { atRest: reloads['at-rest'].map(listedOf), starting: reloads.starting.map(listedOf) };

  return [
    { figure: '`activate()`', ...timeBelow(10, activate) },
    { figure: 'Its code loaded', ...timeBelow(40, load), peers: '136–183 ms' },
    { figure: 'SDK modules loaded by activation', ...exactly(0, sdkModules.length) },
    { figure: 'Requests before something asks', ...exactly(0, Math.max(...activations.map(requestsOf))) },
    {
      figure: 'Code loaded by activation',
      ...sizeBelow(120, Math.max(...activations.map(bytesLoaded))),
    },
    { figure: '`.vsix`', ...sizeBelow(350, packageBytes), peers: '1,705–2,338 KiB' },
    {
      figure: 'Cold list, beyond the two calls by hand',
      ...beyondByHand(30, coldLists[0]),
      peers: '69–221 ms in all',
    },
    { figure: 'Cold list at 150 ms a request', ...timeBelow(230, slowLists), peers: '400–731 ms' },
    {
      figure: '… beyond the longest chain of requests, which is one',
      ...timeBelow(
        60,
        slowLists.map(time => time - 150),
      ),
    },
    { figure: 'Requests a cold list', ...exactly(6, requestsPerList), peers: '2–52' },
    { figure: 'Requests right after a reload', ...exactly(0, requestsAfterReload) },
    { figure: 'Models after a reload, with activation', ...timeBelow(100, listed.atRest) },
    { figure: '… while the window still starts', ...timeBelow(100, listed.starting), peers: '580–630 ms' },
    { figure: 'The sidebar’s nodes for 500 models, within a frame', ...timeBelow(16, tree[500]) },
    { figure: '… for 2,000, against four times that', ...linear(tree) },
    { figure: 'No credentials told, metadata service silent', ...timeBelow(1_000, told.first) },
    { figure: '… once that is known', ...timeBelow(1_000, told.again) },
    { figure: 'Requests an answer', ...exactly(1, answers.requests / answers.asked), peers: '1–3' },
    {
      figure: 'Warm first token, ours / reference',
      ...ratio(answers.firstToken, 'at most', 1.1, milliseconds),
      peers: '0.99–1.83',
    },
    {
      figure: '20,000 five-byte deltas, ours / reference',
      ...ratio(answers.bursts['small deltas'], 'at least', 3, perSecond),
      peers: '0.93',
    },
    {
      figure: '2,000 deltas of 200 bytes, ours / reference',
      ...ratio(answers.bursts['large deltas'], 'at least', 2, perSecond),
    },
    {
      figure: `Heap that each of ${MANY_ANSWERS.toLocaleString('en')} answers leaves behind`,
      ...leftBelow(1, leftBehind),
    },
  ];
}

export function configFiguresOf(edits: ConfigEdits): Figure[] {
  const times = (whole: 'known' | 'unread' | 'unreadJson') => edits['5 MB'].map(edit => edit[whole]);
  return [
    { figure: 'A member set in a 5 MB config that was read', ...timeBelow(300, times('known')) },
    { figure: '… not read before, strict JSON', ...timeBelow(300, times('unreadJson')) },
    { figure: '… not read before, JSON5: its reader takes most', ...timeBelow(300, times('unread')) },
  ];
}

export function chatFiguresOf({ histories, tokenCount }: ChatRequests): Figure[] {
  const perTurn = (turns: (typeof TURNS)[number]) => median(histories[turns]) / turns;
  const growth = perTurn(500) / perTurn(100);
  return [
    { figure: 'A history of 200 turns, 1 MB, made into a request', ...timeBelow(20, histories[200]) },
    {
      figure: '… a turn of 500, against a turn of 100',
      goal: 'at most 1.2 times',
      value: `${growth.toFixed(2)} times`,
      isMet: growth <= 1.2,
    },
    {
      figure: 'Tokens of a short text counted',
      goal: 'under 5 µs',
      value: `${median(tokenCount).toFixed(2)} µs`,
      isMet: median(tokenCount) < 5,
    },
  ];
}

function timeBelow(goal: number, times: readonly number[]): Verdict {
  const [least, most] = spread(times);
  return {
    goal: `under ${goal} ms`,
    value: `${milliseconds(median(times))} (${milliseconds(least)} to ${milliseconds(most)})`,
    isMet: median(times) < goal,
  };
}

/** How the cost of the tree grows with the number of models. */
function linear(tree: TreeTimes): Verdict {
  const growth = median(tree[2_000]) / median(tree[500]);
  return {
    goal: 'at most 4.8 times',
    value: `${growth.toFixed(1)} times (50: ${milliseconds(median(tree[50]))}, 2,000: ${milliseconds(median(tree[2_000]))})`,
    isMet: growth <= 4.8,
  };
}

function sizeBelow(goal: number, bytes: number): Verdict {
  const kib = bytes / 1024;
  return { goal: `under ${goal} KiB`, value: `${kib.toFixed(1)} KiB`, isMet: kib < goal };
}

function exactly(goal: number, value: number): Verdict {
  return { goal: String(goal), value: String(value), isMet: value === goal };
}

/** Both ways were measured in the same window loads. */
function beyondByHand(goal: number, lists: readonly ColdList[]): Verdict {
  const extension = median(lists.map(list => list.extension));
  const byHand = median(lists.map(list => list.byHand));
  return {
    goal: `under ${goal} ms`,
    value: `${milliseconds(extension - byHand)} (${milliseconds(extension)} against ${milliseconds(byHand)})`,
    isMet: extension - byHand < goal,
  };
}

function ratio(
  { ours, reference }: Compared,
  direction: 'at most' | 'at least',
  goal: number,
  unit: (value: number) => string,
): Verdict {
  const [mine, theirs] = [median(ours), median(reference)];
  const value = mine / theirs;
  return {
    goal: `${direction} ${goal}`,
    value: `${value.toFixed(2)} (${unit(mine)} against ${unit(theirs)})`,
    isMet: direction === 'at most' ? value <= goal : value >= goal,
  };
}

function leftBelow(goal: number, { ours, reference }: Compared): Verdict {
  const kib = (bytes: readonly number[]) => median(bytes) / 1024;
  return {
    goal: `at most ${goal} KiB more than the reference`,
    value: `${kib(ours).toFixed(1)} KiB against ${kib(reference).toFixed(1)} KiB`,
    isMet: kib(ours) - kib(reference) <= goal,
  };
}

function isSdk(file: string): boolean {
  return file === 'sdk.cjs';
}

function bytesLoaded({ files }: Activation): number {
  return Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
}

function requestsOf({ requests }: { readonly requests: number }): number {
  return requests;
}

function listedOf({ listed }: { readonly listed: number }): number {
  return listed;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')} a second`;
}
