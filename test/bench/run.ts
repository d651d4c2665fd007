/** `npm run bench`: measures the built extension in the real editor. Slow figures are no failure. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildBench } from './build.ts';
import { figuresOf } from './figures.ts';
import { measure } from './measure.ts';
import { markdownTable } from './report.ts';

const results = join(import.meta.dirname, '../../test-results');

const [loadBefore = NaN] = loadavg();
const built = await buildBench();
const measurements = await measure(built);
const figures = figuresOf(measurements, built.packageBytes);
// What else ran meanwhile: on a busy machine the times say little, the ratios still something.
const machine = `${availableParallelism()} cores, load average ${loadBefore.toFixed(1)} before the run.`;
const report = `${markdownTable(figures)}\n\n${machine}`;

mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'bench.json'), JSON.stringify({ figures, measurements }, undefined, 2));
writeFileSync(join(results, 'bench.md'), `${report}\n`);
console.log(`\n${report}`);
