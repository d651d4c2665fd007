/**
 * How long it takes to list models, by the number of models and by what each request takes: our discovery, the same
 * calls one after another, and OpenClaw's own discovery, each in processes of its own. Needs no editor.
 */
import { build, type BuildOptions } from 'esbuild';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bedrock, startBedrock } from '../bedrock/bedrock.ts';
import { manyModels } from '../bedrock/manyModels.ts';
import { OpenClaw } from '../openclaw/openclaw.ts';

/** The last version that has its discovery in itself. */
export const OPENCLAW = '2026.5.7';

export const MODELS = [10, 50, 200, 500, 2_000] as const;

export const LATENCIES = [0, 150] as const;
export type Latency = (typeof LATENCIES)[number];

/** `inTurn`: the calls that ours makes at once, made with the bare SDK one after another. */
export type Way = 'ours' | 'inTurn' | 'openclaw';

/** Milliseconds. `cold`: with everything loaded on the way, one for each process; `warm`: from then on. */
export interface ListTimes {
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

export interface Discovery {
  /** From the lists of the simulator, which are about as long as AWS's. */
  readonly byLatency: Readonly<Record<Latency, Readonly<Record<Way, ListTimes>>>>;
  readonly byModels: Readonly<Record<(typeof MODELS)[number], Readonly<Record<Way, ListTimes>>>>;
}

const PROCESSES = 3;
/** In each process, after the cold one. The first of them still warm the engine up. */
const TIMES = { warmUp: 3, counted: 5 };

const root = join(import.meta.dirname, '../..');
const children = join(import.meta.dirname, 'children');
const output = join(root, 'out/bench/discovery');

/** The arguments of Node for a process that lists this often. */
type Command = (times: number) => readonly string[];

export async function measureDiscovery(): Promise<Discovery> {
  const commands = await commandsOfWays();
  const byLatency = {
    0: await measure(commands, startBedrock(), 0),
    150: await measure(commands, startBedrock(), 150),
  };
  const byModels: Partial<Record<(typeof MODELS)[number], Record<Way, ListTimes>>> = {};
  for (const models of MODELS)
    byModels[models] = await measure(commands, startBedrock({ lists: manyModels(models) }), 0);
  return { byLatency, byModels: byModels as Discovery['byModels'] };
}

async function commandsOfWays(): Promise<Readonly<Record<Way, Command>>> {
  // As the extension is built, its parts that are loaded late included.
  const { bundles } = (await import(join(root, 'esbuild.mjs'))) as { readonly bundles: BuildOptions };
  const lists = ['listOurs', 'listInTurn'].map(name => join(children, `${name}.ts`));
  const entryPoints = [...(bundles.entryPoints as string[]), ...lists];
  await build({ ...bundles, absWorkingDir: root, entryPoints, outdir: output, logLevel: 'warning' });

  const { modules } = await OpenClaw.version(OPENCLAW);
  const theirs = join(modules, 'extensions/amazon-bedrock/discovery.js');
  return {
    ours: times => [join(output, 'listOurs.cjs'), String(times)],
    inTurn: times => [join(output, 'listInTurn.cjs'), String(times)],
    openclaw: times => [join(children, 'listOpenClaw.ts'), String(times), theirs],
  };
}

async function measure(
  commands: Readonly<Record<Way, Command>>,
  starting: Promise<Bedrock>,
  latencyMs: number,
): Promise<Record<Way, ListTimes>> {
  const bedrock = await starting;
  bedrock.latencyMs = latencyMs;
  const none = () => ({ cold: new Array<number>(), warm: new Array<number>() });
  const measured = { ours: none(), inTurn: none(), openclaw: none() };
  try {
    for (let turn = 0; turn < PROCESSES; turn++) {
      for (const way of Object.keys(measured) as Way[]) {
        const args = commands[way](1 + TIMES.warmUp + TIMES.counted);
        const [cold = NaN, ...warm] = await timesOf(args, bedrock.env);
        measured[way].cold.push(cold);
        measured[way].warm.push(...warm.slice(TIMES.warmUp));
      }
    }
  } finally {
    await bedrock.close();
  }
  return measured;
}

/** What the process prints. Its environment is the one given, and nobody's AWS files. */
async function timesOf(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number[]> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...env, PATH: process.env['PATH'], HOME: output },
  });
  return JSON.parse(stdout) as number[];
}
