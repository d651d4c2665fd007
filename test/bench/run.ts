/**
 * `npm run bench`: measures the built extension in the real editor, edits of configs, and chats made into requests;
 * `npm run bench -- node`: the last two alone, which need no editor. Slow figures are no failure.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureConfigEdits } from './configEdits.ts';
import { chatFiguresOf, configFiguresOf, figuresOf } from './figures.ts';
import { figuresTable, historiesTable, stepsTable } from './report.ts';
import { measureChatRequests } from './requests.ts';

const results = join(import.meta.dirname, '../../test-results');
const needsNoEditor = process.argv[2] === 'node';

const [loadBefore = NaN] = loadavg();
const configEdits = await measureConfigEdits();
const chatRequests = measureChatRequests();
const inEditor = needsNoEditor ? undefined : await measureInEditor();
const figures = [
  ...(inEditor?.figures ?? []),
  ...chatFiguresOf(chatRequests),
  ...configFiguresOf(configEdits),
];
// What else ran meanwhile: on a busy machine the times say little, the ratios still something.
const machine = `${availableParallelism()} cores, load average ${loadBefore.toFixed(1)} before the run.`;
const tables = [figuresTable(figures), historiesTable(chatRequests), stepsTable(configEdits)];
const report = [...tables, machine].join('\n\n');

const name = needsNoEditor ? 'bench-node' : 'bench';
const measurements = { ...inEditor?.measurements, chatRequests, configEdits };
mkdirSync(results, { recursive: true });
writeFileSync(join(results, `${name}.json`), JSON.stringify({ figures, measurements }, undefined, 2));
writeFileSync(join(results, `${name}.md`), `${report}\n`);
console.log(`\n${report}`);

async function measureInEditor() {
  const { buildBench } = await import('./build.ts');
  const { measure } = await import('./measure.ts');
  const built = await buildBench();
  const measurements = await measure(built);
  return { measurements, figures: figuresOf(measurements, built.packageBytes) };
}
