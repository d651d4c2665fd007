// Writes `docs/faults.md` from the rows of the fault matrix, once all of its cases have been run and counted. With
// `--page` it runs nothing and takes the counts of the last run; with `--check` it writes nothing, and fails where the
// page is out of date.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { type Counts, pageTables } from '../test/faults/matrix/table.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'docs/faults.md');
const [mode] = process.argv.slice(2);

if (mode === undefined) {
  const { status } = spawnSync(
    'node',
    ['scripts/mochaRun.ts', '--timeout=600000', 'test/faults/**/*.test.ts'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, FULL: '1', FAULT_COUNTS: 'write' },
    },
  );
  if (status !== 0) process.exit(1);
}

const HEAD = `# Faults

What happens when something goes wrong: for each boundary of the extension each kind of fault, what you see of it and what is
kept. Every row is run against the extension's own code, with the real AWS SDK over real connections to a simulated Bedrock,
on a real disk and by real processes. Whatever a case comes to that is not in its row fails the tests: a hang, a raw error,
half an answer that looks whole.

\`npm test -- faults\` runs a sample of the cases and prints what they came to; \`FULL=1 npm test -- faults\` runs them all.
Beside the rows it changes recorded answers at random (${(3_000).toLocaleString('en')} of them): bits flipped, frames lost, repeated,
swapped and forged. What a wire can do to an answer ends as the whole answer or with a message; what only its sender could
do ends as the sender said, or with a message.

“Nothing of it” means that what was asked for came as if there had been no fault. A — is a fault that the boundary does not know.

<!-- Made by \`npm run faults\` from test/faults/matrix. -->
`;
const counts = JSON.parse(readFileSync(join(root, 'test/faults/matrix/counts.json'), 'utf8')) as Counts;
const text = await format(`${HEAD}\n${pageTables(counts)}`, {
  ...(await resolveConfig(path)),
  parser: 'markdown',
});
if (mode !== '--check') {
  writeFileSync(path, text);
} else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/faults.md is out of date. Run: npm run faults');
  process.exitCode = 1;
}
