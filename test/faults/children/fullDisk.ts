// Fills the disk that a config is on, but for so many pages or files; updates the config; makes room; updates it
// again. Prints what came of it.
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import 'proper-lockfile';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { problemOf } from './problemOf.ts';

const [folder = '', kind = ''] = process.argv.slice(2);
const path = join(folder, 'openclaw.json');
const ballast = join(folder, 'ballast');
const page = 4096;

const outcomes = [];
for (let left = 0; left <= 10; left++) {
  reset();
  if (kind === 'pages') fillPages(left);
  else fillFiles(left);
  const problem = await update();
  const files = state();
  rmSync(ballast, { recursive: true });
  const problemWithRoom = problem && (await update());
  outcomes.push({ left, problem, files, problemWithRoom, filesWithRoom: state() });
}
console.log(JSON.stringify(outcomes));

function reset(): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(path, 'b'.repeat(3 * page));
  writeFileSync(`${path}.bak`, 'a'.repeat(page));
  mkdirSync(ballast);
}

function update() {
  return problemOf(updateConfig(path, () => Promise.resolve('c'.repeat(4 * page))));
}

/** Each file's first letter, which is that of all its letters, and how many pages it has. */
function state(): Record<string, string> {
  const names = readdirSync(folder).filter(name => name !== 'ballast');
  return Object.fromEntries(names.map(name => [name, summary(readFileSync(join(folder, name), 'utf8'))]));
}

function summary(text: string): string {
  const [letter = ''] = text;
  return text === letter.repeat(text.length) ? `${letter} × ${text.length / page}` : 'mixed';
}

function fillPages(left: number): void {
  const file = openSync(join(ballast, 'large'), 'w');
  let length = 0;
  try {
    for (;;) length += writeSync(file, Buffer.alloc(page));
  } catch {
    ftruncateSync(file, length - left * page);
  }
  closeSync(file);
}

function fillFiles(left: number): void {
  let made = 0;
  try {
    for (;;) {
      writeFileSync(join(ballast, String(made)), '');
      made++;
    }
  } catch {
    while (left-- > 0) rmSync(join(ballast, String(--made)));
  }
}
