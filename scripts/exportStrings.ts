// Writes the user-visible strings of `src` to `l10n/bundle.l10n.json`, from which translations are made.
// With `--check` it writes nothing, and fails where that file is out of date.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'l10n/bundle.l10n.json');

const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-strings-'));
try {
  const { status, stdout, stderr } = spawnSync('vscode-l10n-dev', ['export', '--outDir', folder, './src'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout + stderr);

  const exported = JSON.parse(readFileSync(join(folder, 'bundle.l10n.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const sorted = Object.fromEntries(Object.entries(exported).sort(([a], [b]) => a.localeCompare(b, 'en')));
  const text = `${JSON.stringify(sorted, undefined, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(bundle, text);
  } else if (readFileSync(bundle, 'utf8') !== text) {
    console.error('l10n/bundle.l10n.json is out of date. Run: npm run strings');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
