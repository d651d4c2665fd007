/**
 * `npm run bench`: measures the built extension in the real editor, and edits of configs; `npm run bench -- config`:
 * those alone, which need no editor. Slow figures are no failure.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureConfigEdits } from './configEdits.ts';
import { configFiguresOf, figuresOf } from './figures.ts';
import { figuresTable, stepsTable } from './report.ts';

const results = join(import.meta.dirname, '../../test-results');
const isConfigOnly = process.argv[2] === 'config';

const [loadBefore = NaN] = loadavg();
const configEdits = await measureConfigEdits();
const inEditor = isConfigOnly ? undefined : await measureInEditor();
const figures = [...(inEditor?.figures ?? []), ...configFiguresOf(configEdits)];
// What else ran meanwhile: on a busy machine the times say little, the ratios still something.
const machine = `${availableParallelism()} cores, load average ${loadBefore.toFixed(1)} before the run.`;
const report = `${figuresTable(figures)}\n\n${stepsTable(configEdits)}\n\n${machine}`;

const name = isConfigOnly ? 'bench-config' : 'bench';
const measurements = { ...inEditor?.measurements, configEdits };
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
