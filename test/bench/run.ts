/** `npm run bench`: measures the built extension in the real editor. Slow figures are no failure. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBench } from './build.ts';
import { figuresOf } from './figures.ts';
import { measure } from './measure.ts';
import { markdownTable } from './report.ts';

const results = join(import.meta.dirname, '../../test-results');

const built = await buildBench();
const measurements = await measure(built);
const figures = figuresOf(measurements, built.packageBytes);
const table = markdownTable(figures);

mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'bench.json'), JSON.stringify({ figures, measurements }, undefined, 2));
writeFileSync(join(results, 'bench.md'), `${table}\n`);
console.log(`\n${table}`);
