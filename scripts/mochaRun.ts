// Runs mocha on the files of the globs given, and writes how many tests passed and failed to the file that
// `TEST_RESULTS` names.
import Mocha from 'mocha';
import { globSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    timeout: { type: 'string', default: '10000' },
    grep: { type: 'string' },
  },
});
const mocha = new Mocha({
  ui: 'bdd',
  reporter: 'spec',
  timeout: Number(values.timeout),
  ...(values.grep && { grep: values.grep }),
});
const files = globSync(positionals).sort();
if (files.length === 0) throw new Error(`No test file matches ${positionals.join(' ')}.`);
files.forEach(file => mocha.addFile(file));
await mocha.loadFilesAsync();

const counts = { passed: 0, failed: 0 };
mocha
  .run(failures => {
    if (process.env['TEST_RESULTS']) writeFileSync(process.env['TEST_RESULTS'], JSON.stringify(counts));
    // Not awaited: a test that leaves something open should not keep the run from ending.
    process.exit(failures > 0 || counts.passed === 0 ? 1 : 0);
  })
  .on('pass', () => counts.passed++)
  .on('fail', () => counts.failed++);
