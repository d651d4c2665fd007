// Builds, and runs the tiers of tests, all or those named: `npm test`, `npm test -- static unit`. Its last line reads
// "N passed, N failed". FULL=1 makes the tests that take a seeded sample run the whole count, and runs every
// end-to-end test; else those of the main ways run.
import './plainErrors.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A command, and the file it counts its tests in; without one the command is a check that counts as one test. */
interface Step {
  readonly command: readonly string[];
  readonly results?: string;
}

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

const mocha = (tier: string, timeout: number, ...globs: string[]): Step => ({
  command: ['node', 'scripts/mochaRun.ts', `--timeout=${timeout}`, ...globs],
  results: join(results, `${tier}.json`),
});

/** The ways that most people go, from the package to an answer and to OpenClaw's config. */
const MAIN_WAYS = 'test/e2e/{mainJob,package,participant}.test.ts';

const tiers: Readonly<Record<string, readonly Step[]>> = {
  // Fails for a licence that nobody has agreed to, too.
  build: [{ command: ['node', 'esbuild.mjs'] }],
  static: [
    { command: ['tsc'] },
    { command: ['tsc', '--project', 'src/pages/client'] },
    { command: ['eslint', '.'] },
    { command: ['prettier', '--check', '--log-level=warn', '.'] },
    { command: ['node', 'scripts/exportStrings.ts', '--check'] },
    { command: ['node', 'scripts/writeTroubleshooting.ts', '--check'] },
    { command: ['node', 'scripts/writeFaults.ts', '--check'] },
  ],
  unit: [
    mocha('unit', 20_000, 'test/unit/**/*.test.ts', 'test/bedrock/**/*.test.ts', 'test/aws/**/*.test.ts'),
  ],
  faults: [mocha('faults', 600_000, 'test/faults/**/*.test.ts')],
  openclaw: [mocha('openclaw', 120_000, 'test/openclaw/**/*.test.ts')],
  editor: [{ command: ['node', 'test/editor/run.ts'], results: join(results, 'editor.json') }],
  e2e: [mocha('e2e', 180_000, process.env['FULL'] ? 'test/e2e/**/*.test.ts' : MAIN_WAYS)],
};

const named = process.argv.slice(2);
const unknown = named.filter(name => !(name in tiers));
if (unknown.length > 0)
  throw new Error(`No such tier: ${unknown.join(', ')}. There are: ${Object.keys(tiers).join(', ')}.`);

mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const [tier, steps] of Object.entries(tiers)) {
  if (named.length > 0 && tier !== 'build' && !named.includes(tier)) continue;
  console.log(`\n===== ${tier}`);
  const started = Date.now();
  const counts = steps.map(run);
  const passed = counts.reduce((sum, each) => sum + each.passed, 0);
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  total.passed += passed;
  total.failed += failed;
  summary.push(
    `${tier}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  // Tests of what was built before would say nothing.
  if (tier === 'build' && failed > 0) break;
}

console.log(`\n===== summary\n${summary.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function run({ command: [name = '', ...args], results: file }: Step): Counts {
  if (file) rmSync(file, { force: true });
  const { status } = spawnSync(name, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(file && { TEST_RESULTS: file }) },
  });
  if (!file) {
    if (status !== 0) console.error(`Failed: ${name} ${args.join(' ')}`);
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const counts = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Counts)
    : { passed: 0, failed: 0 };
  // A run that ended badly without a test to show for it is a failure all the same.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
