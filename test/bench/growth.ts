/** How a cost grows with the size of what it is paid for, over several sizes. */
import { type ConfigEdits, MEMBERS, SIZES } from './configEdits.ts';
import { type Discovery, MODELS } from './discovery.ts';
import { TREE_SIZES, type TreeTimes } from './handover.ts';
import { type ChatRequests, TURNS } from './requests.ts';
import { median } from './statistics.ts';

export interface Growth {
  /** The name of its chart's file. */
  readonly id: string;
  readonly title: string;
  /** What the sizes count. */
  readonly unit: string;
  readonly sizes: readonly number[];
  /** Medians in milliseconds, one for each size. The first is the one that is judged, the others are to compare. */
  readonly lines: readonly Line[];
}

interface Line {
  readonly name: string;
  readonly times: readonly number[];
}

export function growthOfDiscovery({ byModels }: Discovery): Growth {
  const line = (name: string, way: keyof Discovery['byModels'][10]): Line => ({
    name,
    times: MODELS.map(models => median(byModels[models][way].warm)),
  });
  return {
    id: 'discovery',
    title: 'Models discovered',
    unit: 'models',
    sizes: MODELS,
    lines: [
      line('ours', 'ours'),
      line('the same calls in turn', 'inTurn'),
      line('OpenClaw’s own module', 'openclaw'),
    ],
  };
}

export function growthOfHistory({ histories }: ChatRequests): Growth {
  return {
    id: 'history',
    title: 'A chat made into a request',
    unit: 'turns of 5 KB',
    sizes: TURNS,
    lines: [{ name: 'ours', times: TURNS.map(turns => median(histories[turns])) }],
  };
}

export function growthOfConfig(edits: ConfigEdits): Growth {
  const line = (name: string, whole: 'known' | 'unread'): Line => ({
    name,
    times: SIZES.map(size => median(edits[size].map(edit => edit[whole]))),
  });
  return {
    id: 'config',
    title: 'A member set in a config',
    unit: 'KB',
    // A member is 100 characters long.
    sizes: SIZES.map(size => MEMBERS[size] / 10),
    lines: [line('of a config that was read', 'known'), line('… not read before', 'unread')],
  };
}

export function growthOfTree(tree: TreeTimes): Growth {
  return {
    id: 'tree',
    title: 'The sidebar’s nodes made',
    unit: 'models',
    sizes: TREE_SIZES,
    lines: [{ name: 'ours', times: TREE_SIZES.map(size => median(tree[size])) }],
  };
}

/**
 * The steepest step from one size to the next: by how much the time grew for each time that the size did. 1 is linear,
 * less is better than that.
 */
export function steepest({ sizes }: Growth, { times }: Line): number {
  return Math.max(
    ...sizes.slice(1).map((size, index) => times[index + 1]! / times[index]! / (size / sizes[index]!)),
  );
}
