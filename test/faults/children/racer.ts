// At each line it reads, adds a member of that name to the config, and says when it did so and how often it tried.
import { createInterface } from 'node:readline';
import 'proper-lockfile';
import { editConfig } from '../../../src/openclaw/editConfig.ts';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';

const [path = ''] = process.argv.slice(2);
console.log('ready');
for await (const name of createInterface(process.stdin)) {
  const begin = Date.now();
  let tries = 0;
  await updateConfig(path, async text => {
    tries++;
    return await editConfig(text ?? '', [{ path: ['members', name], value: begin }], path);
  });
  console.log(JSON.stringify({ begin, end: Date.now(), tries }));
}
