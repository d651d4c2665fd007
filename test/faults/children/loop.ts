// Writes one text after the other, and says when it begins and ends one, until it is killed.
import { writeSync } from 'node:fs';
import 'proper-lockfile';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { numberOf, textOf } from '../texts.ts';

const [path = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
for (;;) {
  writeSync(1, 'begin\n');
  await updateConfig(path, before => Promise.resolve(textOf(numberOf(before ?? textOf(0)) + 1)));
  writeSync(1, 'end\n');
}
