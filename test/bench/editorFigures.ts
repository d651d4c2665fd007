/** From what was measured in the editor to figures. */
import type { Built } from './build.ts';
import { growthOfTree } from './growth.ts';
import { type Activation, type ColdList, type Compared, MANY_ANSWERS, MANY_MODELS } from './handover.ts';
import type { Measurements } from './measure.ts';
import { median } from './statistics.ts';
import {
  exactly,
  type Figure,
  linear,
  milliseconds,
  perSecond,
  ratio,
  sizeBelow,
  slowestBelow,
  timeBelow,
  type Verdict,
} from './verdict.ts';

export function editorFigures(measurements: Measurements, { packageBytes }: Built): Figure[] {
  return [
    ...activationFigures(measurements, packageBytes),
    ...listFigures(measurements),
    ...answerFigures(measurements),
  ];
}

function activationFigures({ activations }: Measurements, packageBytes: number): Figure[] {
  const activate = activations.map(activation => activation.activate);
  const load = activations.map(activation => activation.load);
  const files = activations.map(activation => Object.keys(activation.files));
  const ofSdk = files.flat().filter(file => file === 'sdk.cjs');
  return [
    { figure: '`activate()`, median', ...timeBelow(10, activate) },
    { figure: '… 95th percentile', ...slowestBelow(20, activate) },
    { figure: 'Its code loaded, median', ...timeBelow(40, load), peers: '136–183 ms' },
    { figure: '… 95th percentile', ...slowestBelow(80, load) },
    { figure: 'Modules loaded by activation', ...exactly(1, Math.max(...files.map(each => each.length))) },
    { figure: '… of the AWS SDK', ...exactly(0, ofSdk.length) },
    { figure: 'Code loaded by activation', ...sizeBelow(120, Math.max(...activations.map(bytesLoaded))) },
    { figure: 'Requests before something asks', ...exactly(0, Math.max(...activations.map(requestsOf))) },
    { figure: '`.vsix`', ...sizeBelow(350, packageBytes), peers: '1,705–2,338 KiB' },
  ];
}

function listFigures(measurements: Measurements): Figure[] {
  const { coldLists, reloads, secondWindows, firstTrees, heapOfModels, tree, told } = measurements;
  const slowLists = coldLists[150].map(({ extension }) => extension);
  const requestsPerList = Math.max(...Object.values(coldLists).flat().map(requestsOf));
  const fromCache = [...Object.values(reloads).flat(), ...secondWindows];
  const listed = { atRest: reloads['at-rest'].map(listedOf), starting: reloads.starting.map(listedOf) };
  return [
    { figure: 'First tree from the cache, with activation', ...timeBelow(100, firstTrees) },
    { figure: 'Models in the picker from the cache, with activation', ...timeBelow(100, listed.atRest) },
    { figure: '… in a second window, the first one open', ...timeBelow(100, secondWindows.map(listedOf)) },
    { figure: '… while the window still starts', ...timeBelow(100, listed.starting), peers: '580–630 ms' },
    { figure: 'Requests of these', ...exactly(0, Math.max(...fromCache.map(requestsOf))) },
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
    { figure: 'The sidebar’s nodes for 500 models, within a frame', ...timeBelow(16, tree[500]) },
    { figure: '… as models grow more', ...linear(growthOfTree(tree)) },
    { figure: 'No credentials told, metadata service silent', ...timeBelow(1_000, told.first) },
    { figure: '… once that is known', ...timeBelow(1_000, told.again) },
    {
      figure: `Heap of ${MANY_MODELS} models, with all code that lists them`,
      ...sizeBelow(16 * 1024, median(heapOfModels)),
    },
  ];
}

function answerFigures({ answers, leftBehind }: Measurements): Figure[] {
  return [
    { figure: 'Requests an answer', ...exactly(1, answers.requests / answers.asked), peers: '1–3' },
    {
      figure: 'Warm first token, ours / SDK alone',
      ...ratio(answers.firstToken, 'at most', 1.1),
      peers: '0.99–1.83',
    },
    {
      figure: '20,000 five-byte deltas, ours / SDK alone',
      ...ratio(answers.bursts['small deltas'], 'at least', 3, perSecond),
      peers: '0.93',
    },
    {
      figure: '2,000 deltas of 200 bytes, ours / SDK alone',
      ...ratio(answers.bursts['large deltas'], 'at least', 2, perSecond),
    },
    {
      figure: `Heap that each of ${MANY_ANSWERS.toLocaleString('en')} answers leaves behind`,
      ...leftBelow(1, leftBehind),
    },
  ];
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

function leftBelow(goal: number, { ours, reference }: Compared): Verdict {
  const kib = (bytes: readonly number[]) => median(bytes) / 1024;
  return {
    goal: `at most ${goal} KiB more than the SDK alone`,
    value: `${kib(ours).toFixed(1)} KiB against ${kib(reference).toFixed(1)} KiB`,
    isMet: kib(ours) - kib(reference) <= goal,
  };
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
