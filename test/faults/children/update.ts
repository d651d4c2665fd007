// Updates a config as the user of these ids, and prints the problem, or null. Becomes that user only when
// everything is loaded, since the clone may be where that user can't read.
import 'proper-lockfile';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { problemOf } from './problemOf.ts';

const [path = '', text = '', uid, gid] = process.argv.slice(2);
if (uid !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(Number(gid));
  process.setuid?.(Number(uid));
}
console.log(JSON.stringify((await problemOf(updateConfig(path, () => Promise.resolve(text)))) ?? null));
