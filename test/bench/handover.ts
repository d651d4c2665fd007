/** What passes between the runner and the extension host: the plan of a window load, and what it measured. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a window load measures. */
export type Plan =
  /** Nothing but the activation, with no list known: nothing may ask for one unasked. */
  | { readonly kind: 'activation' }
  /** The models with a filled cache: in a window that is still starting, whose own share is large, or at rest. */
  | { readonly kind: 'reload'; readonly window: 'starting' | 'at-rest' }
  /** The sidebar's first nodes with a filled cache, in a window at rest. */
  | { readonly kind: 'first-tree' }
  /** A list with nothing known and nothing loaded, by the extension and by hand; which is `first` alternates. */
  | { readonly kind: 'cold-list'; readonly first: keyof ColdList }
  | { readonly kind: 'answers' }
  /** The heap, after many answers. */
  | { readonly kind: 'memory' }
  /** The heap, before and after many models are listed. */
  | { readonly kind: 'heap-of-models' }
  /** The nodes of the sidebar made for many models. */
  | { readonly kind: 'tree' }
  /** The models asked for where there are no credentials. */
  | { readonly kind: 'no-credentials' };

/** Whether the extension is activated only once the window is at rest, and not while it starts, as by itself. */
export function startsAtRest(plan: Plan): boolean {
  return (
    plan.kind === 'cold-list' ||
    plan.kind === 'first-tree' ||
    (plan.kind === 'reload' && plan.window === 'at-rest')
  );
}

/** Times are milliseconds. */
export interface Activation {
  /** From the first line of the extension's code until its module is loaded. */
  readonly load: number;
  /** The call of `activate`. */
  readonly activate: number;
  /** The files loaded by then, with their bytes. */
  readonly files: Readonly<Record<string, number>>;
}

/** Milliseconds, less the extension's activation. */
export interface ColdList {
  readonly extension: number;
  readonly byHand: number;
}

/** One number for each time that was asked, of our provider and of the smallest one. */
export interface Compared {
  readonly ours: readonly number[];
  readonly reference: readonly number[];
}

export interface Answers {
  /** Milliseconds. */
  readonly firstToken: Compared;
  /** Deltas a second. */
  readonly bursts: Readonly<Record<Burst, Compared>>;
  /** How often our provider was asked, warming up included. */
  readonly asked: number;
}

/** How many models the sidebar is drawn for. */
export const TREE_SIZES = [50, 200, 500, 1_000, 2_000] as const;

/** Milliseconds, one for each time that all nodes were made. */
export type TreeTimes = Readonly<Record<(typeof TREE_SIZES)[number], readonly number[]>>;

export interface Measured {
  readonly activation: Activation;
  readonly coldList?: ColdList;
  /** Milliseconds from the first line of the extension's code until the editor listed models. */
  readonly listedAfterReload?: number;
  /** The same until the sidebar had its nodes. */
  readonly firstTree?: number;
  readonly answers?: Answers;
  /** Bytes of heap that an answer leaves behind, once the first have warmed everything up. */
  readonly leftBehind?: Compared;
  /** Bytes of heap that the models take, with all code that was loaded to list them. */
  readonly heapOfModels?: number;
  readonly tree?: TreeTimes;
  /** Milliseconds from asking for models until it is said that there are no credentials. */
  readonly told?: number;
}

/** The environment variable that names the folder of the two files. */
export const FOLDER_VARIABLE = 'BENCH_FOLDER';

/** Long answers by their prompts: so many deltas of so many bytes each. Any other prompt gets a short one. */
export const BURSTS = {
  'small deltas': { deltas: 20_000, bytes: 5 },
  'large deltas': { deltas: 2_000, bytes: 200 },
} as const;
export type Burst = keyof typeof BURSTS;

/** How many models the heap is looked at after. */
export const MANY_MODELS = 500;

/** How many answers the heap is looked at after. */
export const MANY_ANSWERS = 1_000;

/** The simulated model that answers. */
export const MODEL_ID = 'amazon.nova-micro-v1:0';

const here = () => process.env[FOLDER_VARIABLE] ?? '';

export function readPlan(folder = here()): Plan {
  return JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
}

export function writePlan(plan: Plan, folder: string): void {
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
}

export function readMeasured(folder: string): Measured {
  return JSON.parse(readFileSync(join(folder, 'measured.json'), 'utf8')) as Measured;
}

export function writeMeasured(measured: Measured, folder = here()): void {
  writeFileSync(join(folder, 'measured.json'), JSON.stringify(measured));
}
