/** Times the making of the sidebar's nodes, every group open, as they are made whenever the tree is drawn anew. */
import { manyModels } from '../../bedrock/manyModels.ts';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import type { Lists } from '../../../src/bedrock/models/lists.ts';
import { modelsOf } from '../../../src/bedrock/models/modelsOf.ts';
import { GroupNode } from '../../../src/sidebar/groupNode.ts';
import { modelNodes } from '../../../src/sidebar/modelNodes.ts';
import { rootNodes, type RootLook } from '../../../src/sidebar/rootNodes.ts';
import type { Root } from '../../../src/state/connections.ts';
import type { ModelList } from '../../../src/state/modelList.ts';
import { TREE_SIZES, type TreeTimes } from '../handover.ts';

const TIMES = 15;
const NAMED = 'amazon-bedrock/us.anthropic.claude-sonnet-1-v1:0';
const CONFIG = { agents: { defaults: { model: { primary: NAMED, fallbacks: ['openai/gpt-5.4'] } } } };

const choices: RootLook['choices'] = {
  isFavourite: key => key.includes('nova-pro-1-'),
  isShown: () => undefined,
  grouping: 'provider',
  sorting: 'price',
  filter: '',
  showsHidden: false,
};

export function measureTree(): TreeTimes {
  return Object.fromEntries(TREE_SIZES.map(size => [size, timesOf(size)])) as unknown as TreeTimes;
}

/** As the SDK reads them from the wire. */
function asRead(lists: object): Lists {
  const read = (name: string, value: unknown) => (name.endsWith('Time') ? new Date(String(value)) : value);
  return JSON.parse(JSON.stringify(lists), read) as Lists;
}

function timesOf(size: number): number[] {
  const region = 'us-east-1';
  const lists = asRead(manyModels(size, region));
  const models = modelsOf(lists, { region, settings: DEFAULT_DISCOVERY, catalogue: {} });
  if (models.length !== size) throw new Error(`${models.length} of ${size} models are listed.`);
  const root: Root = {
    id: 'bench',
    name: 'Bench',
    isDetected: true,
    list: {
      connection: detectConnection(processVariables({}), []),
      clients: { signedBy: undefined },
      state: {
        models,
        hidden: 0,
        outOfReach: [],
        gaps: [],
        problems: [],
        isStale: false,
        fetchedAt: Date.now(),
      },
    } as unknown as ModelList,
  };
  return Array.from({ length: TIMES }, () => {
    const start = performance.now();
    const nodes = rootNodes({
      root,
      models,
      choices,
      policy: 'auto',
      surprises: [],
      accessProblem: undefined,
      isBelowRoot: false,
      opened: new Map(),
      isInUse: () => false,
    });
    const groups = nodes.filter(node => node instanceof GroupNode);
    const access = { of: () => 'ready' as const };
    const made = groups.flatMap(group => modelNodes(group, { config: CONFIG, choices, access }));
    const time = performance.now() - start;
    if (made.length !== size) throw new Error(`${made.length} of ${size} models are in the tree.`);
    return time;
  });
}
