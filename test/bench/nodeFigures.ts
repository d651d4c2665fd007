/** From what was measured in plain Node to figures. */
import type { ConfigEdits } from './configEdits.ts';
import type { Discovery, ListTimes, Way } from './discovery.ts';
import { growthOfConfig, growthOfDiscovery, growthOfHistory } from './growth.ts';
import type { ChatRequests } from './requests.ts';
import { median } from './statistics.ts';
import { type Figure, linear, ratio, timeBelow } from './verdict.ts';

export interface NodeMeasurements {
  readonly discovery: Discovery;
  readonly chatRequests: ChatRequests;
  readonly configEdits: ConfigEdits;
}

export function nodeFigures({ discovery, chatRequests, configEdits }: NodeMeasurements): Figure[] {
  return [...discoveryFigures(discovery), ...chatFigures(chatRequests), ...configFigures(configEdits)];
}

function discoveryFigures(discovery: Discovery): Figure[] {
  const [quick, slow] = [discovery.byLatency[0], discovery.byLatency[150]];
  const against = (other: Way, times: keyof ListTimes, ways: Readonly<Record<Way, ListTimes>>) => ({
    ours: ways.ours[times],
    reference: ways[other][times],
  });
  return [
    {
      figure: 'Cold discovery / its calls in turn',
      ...ratio(against('inTurn', 'cold', quick), 'at most', 1.2),
    },
    { figure: '… at 150 ms a request', ...ratio(against('inTurn', 'cold', slow), 'at most', 0.5) },
    { figure: '… all loaded before', ...ratio(against('inTurn', 'warm', slow), 'at most', 0.25) },
    { figure: 'Cold discovery / OpenClaw’s', ...ratio(against('openclaw', 'cold', quick), 'at most', 1) },
    { figure: '… at 150 ms a request', ...ratio(against('openclaw', 'cold', slow), 'at most', 1) },
    { figure: '… all loaded before', ...ratio(against('openclaw', 'warm', slow), 'at most', 1) },
    {
      figure: '… all loaded before, without latency: six lists against two',
      ...ratio(against('openclaw', 'warm', quick), 'at most', 3),
    },
    { figure: 'Discovery as models grow more', ...linear(growthOfDiscovery(discovery)) },
  ];
}

function chatFigures(chatRequests: ChatRequests): Figure[] {
  const { histories, tokenCount } = chatRequests;
  return [
    { figure: 'A history of 200 turns, 1 MB, made into a request', ...timeBelow(20, histories[200]) },
    { figure: '… as turns grow more', ...linear(growthOfHistory(chatRequests)) },
    {
      figure: 'Tokens of a short text counted',
      goal: 'under 5 µs',
      value: `${median(tokenCount).toFixed(2)} µs`,
      isMet: median(tokenCount) < 5,
    },
  ];
}

function configFigures(edits: ConfigEdits): Figure[] {
  const times = (whole: 'known' | 'unread' | 'unreadJson') => edits['5 MB'].map(edit => edit[whole]);
  return [
    { figure: 'A member set in a 5 MB config that was read', ...timeBelow(300, times('known')) },
    { figure: '… not read before, strict JSON', ...timeBelow(300, times('unreadJson')) },
    { figure: '… not read before, JSON5: its reader takes most', ...timeBelow(300, times('unread')) },
    { figure: '… as it grows longer', ...linear(growthOfConfig(edits)) },
  ];
}
