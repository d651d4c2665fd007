/**
 * `npm run bench`: measures the built extension in the real editor and, in plain Node, discovery, chats made into
 * requests and edits of configs; `npm run bench -- node`: the latter alone, which need no editor. With `--write` the
 * page in `docs/` is written too. Slow figures are no failure.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { growthChart } from './charts.ts';
import { measureConfigEdits } from './configEdits.ts';
import { measureDiscovery } from './discovery.ts';
import { editorFigures } from './editorFigures.ts';
import { growthOfConfig, growthOfDiscovery, growthOfHistory, growthOfTree } from './growth.ts';
import { nodeFigures } from './nodeFigures.ts';
import { benchmarkPage, chartOf, type Run, tablesOf } from './page.ts';
import { measureChatRequests } from './requests.ts';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'test-results');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const needsNoEditor = positionals.includes('node');
if (needsNoEditor && values.write) throw new Error('The page holds a whole run: leave out "node".');

// What else ran before: on a busy machine the times say little, the ratios still something.
const [load = NaN] = loadavg();
const cores = availableParallelism();
const machine = `${cores} cores, Node ${process.version}, load average ${load.toFixed(1)} before it began.`;

// First, since it can fail.
const built = needsNoEditor ? undefined : await (await import('./build.ts')).buildBench();
const inNode = {
  configEdits: await measureConfigEdits(),
  chatRequests: measureChatRequests(),
  discovery: await measureDiscovery(),
};
const inEditor = built && { built, measurements: await (await import('./measure.ts')).measure(built) };
const { configEdits, chatRequests, discovery } = inNode;
const run: Run = {
  figures: [
    ...(inEditor ? editorFigures(inEditor.measurements, inEditor.built) : []),
    ...nodeFigures(inNode),
  ],
  growths: [
    growthOfDiscovery(discovery),
    ...(inEditor ? [growthOfTree(inEditor.measurements.tree)] : []),
    growthOfHistory(chatRequests),
    growthOfConfig(configEdits),
  ],
  configEdits,
  ...(inEditor && { bundles: inEditor.built.bundles }),
  machine,
};

const name = needsNoEditor ? 'bench-node' : 'bench';
const measurements = { ...inEditor?.measurements, ...inNode };
mkdirSync(results, { recursive: true });
writeFileSync(join(results, `${name}.json`), JSON.stringify({ ...run, measurements }, undefined, 2));
writeFileSync(join(results, `${name}.md`), `${tablesOf(run)}\n`);
console.log(`\n${tablesOf(run)}`);
if (values.write) await writePage();

async function writePage(): Promise<void> {
  const page = join(root, 'docs/benchmark.md');
  const options = { ...(await resolveConfig(page)), parser: 'markdown' };
  writeFileSync(page, await format(benchmarkPage(run), options));
  for (const growth of run.growths)
    writeFileSync(join(root, 'docs', chartOf(growth)), await growthChart(growth));
}
