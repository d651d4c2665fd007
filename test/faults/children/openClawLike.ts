// At each line it reads, adds a member of that name to the config as OpenClaw 2026.5.7 does: no lock, a pause
// between reading and writing, a rotation of the backups, a copy, a rename.
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../unit/random.ts';

const [path = ''] = process.argv.slice(2);
const random = new Random(57);
console.log('ready');
for await (const name of createInterface(process.stdin)) {
  await wait(random.next() * 15);
  const config = JSON.parse(readFileSync(path, 'utf8')) as { members: Record<string, number> };
  config.members[name] = Date.now();
  await wait(random.next() * 15);
  writeFileSync(`${path}.tmp`, JSON.stringify(config, undefined, 2), { mode: 0o600 });
  rmSync(`${path}.bak.4`, { force: true });
  for (const [from, to] of [
    ['.3', '.4'],
    ['.2', '.3'],
    ['.1', '.2'],
    ['', '.1'],
  ])
    move(`${path}.bak${from}`, `${path}.bak${to}`);
  copyFileSync(path, `${path}.bak`);
  renameSync(`${path}.tmp`, path);
  console.log('{}');
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // OpenClaw goes on too.
  }
}
