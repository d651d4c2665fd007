// Writes `docs/troubleshooting.md` from the source. With `--check` it writes nothing, and fails where it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { messagesInSource } from './troubleshooting/messages.ts';
import { troubleshootingPage } from './troubleshooting/page.ts';

const path = join(import.meta.dirname, '../docs/troubleshooting.md');
const text = await format(troubleshootingPage(messagesInSource()), {
  ...(await resolveConfig(path)),
  parser: 'markdown',
});
if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
} else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/troubleshooting.md is out of date. Run: npm run troubleshooting');
  process.exitCode = 1;
}
