// Writes lists of so many models into a cache folder: as often as told, or until it is killed. Prints "ready" before
// and, when it ends by itself, the code of the system's error or "written", and how many models can be read.
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { CacheFolder } from '../../../src/state/cacheFolder.ts';
import { ModelCache } from '../../../src/state/modelCache.ts';
import { cached } from '../matrix/cachedList.ts';

const [folder = '', count = '', times = '', user] = process.argv.slice(2);
const cache = new ModelCache(new CacheFolder(folder, '1.0.0'));
const connection = detectConnection(processVariables({}), []);
if (user !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
console.log('ready');
let end = 'written';
for (let time = 0; times === '' || time < Number(times); time++) {
  try {
    await cache.write(connection, DEFAULT_DISCOVERY, cached(Number(count)));
  } catch (error) {
    end = (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
const read = await cache.read(connection, DEFAULT_DISCOVERY);
console.log(JSON.stringify({ end, models: read?.models.length ?? 0 }));
