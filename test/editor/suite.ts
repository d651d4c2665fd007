// The mocha suite as the editor starts it: runs the compiled test files that lie beside it.
import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Summary {
  passed: number;
  failed: number;
  failures: { title: string; message: string }[];
}

/** Runs every test; rejects when one fails. The summary goes to the file that `TEST_RESULTS` names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000 });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.cjs')) {
      mocha.addFile(join(__dirname, file));
    }
  }

  const summary: Summary = { passed: 0, failed: 0, failures: [] };
  await new Promise<void>(resolve => {
    mocha
      .run(() => resolve())
      .on('pass', () => (summary.passed += 1))
      .on('fail', (test, error: Error) => {
        summary.failed += 1;
        summary.failures.push({ title: test.fullTitle(), message: error.message });
      });
  });

  if (process.env.TEST_RESULTS) {
    writeFileSync(process.env.TEST_RESULTS, JSON.stringify(summary, undefined, 2));
  }
  if (summary.failed > 0 || summary.passed === 0) {
    throw new Error(`${summary.failed} tests failed, ${summary.passed} passed.`);
  }
}
