// Takes the lock of a config and says so in the midst of its change, which goes on at the next line it reads:
// "exit" ends the process there and then.
import { createInterface } from 'node:readline';
import 'proper-lockfile';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { problemOf } from './problemOf.ts';

const [path = ''] = process.argv.slice(2);
const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
const problem = await problemOf(
  updateConfig(path, async before => {
    console.log('holding');
    const { value } = await lines.next();
    if (value === 'exit') process.exit();
    return `${before ?? ''} first`;
  }),
);
console.log(problem?.title ?? 'written');
process.exit();
