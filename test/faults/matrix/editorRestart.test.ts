/** Kills of real processes that do what the extension host does. `kill.test.ts` has those amid a write of the config. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { CacheFolder } from '../../../src/state/cacheFolder.ts';
import { ModelCache } from '../../../src/state/modelCache.ts';
import { startBedrock } from '../../bedrock/bedrock.ts';
import { isFullRun, Random } from '../../unit/random.ts';
import { Child } from '../child.ts';
import { cached } from './cachedList.ts';
import { editorRestart } from './editorRestart.ts';
import { WHOLE } from './rows.ts';
import { runRows } from './tally.ts';

const KILLS = isFullRun ? 40 : 3;
const connection = detectConnection(processVariables({}), []);

describe('fault matrix: editor restart', () => {
  let folder: string;
  let cache: ModelCache;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'model-cache-'));
    cache = new ModelCache(new CacheFolder(folder, '1.0.0'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const read = async () => (await cache.read(connection, DEFAULT_DISCOVERY))?.models.length;

  /** Kills a process amid its writes of 2,000 models; what is there has to be whole. */
  async function killed(random: Random): Promise<void> {
    const child = new Child('cacheWriter.ts', [folder, '2000']);
    assert.equal(await child.line(), 'ready');
    await wait(20 + random.next() * 60);
    child.signal('SIGKILL');
    await child.rest();
  }

  runRows('Editor restart', editorRestart, {
    cut: async take => {
      const random = new Random(9);
      await cache.write(connection, DEFAULT_DISCOVERY, cached(10));
      for (let kill = 0; kill < KILLS; kill++) {
        await killed(random);
        assert.ok([10, 2_000].includes((await read()) ?? 0));
        take(WHOLE);
      }
      const bedrock = await startBedrock();
      bedrock.script('ConverseStream', { hang: { after: 3 } });
      const child = new Child('asking.ts', [bedrock.url]);
      assert.equal(await child.line(), 'begun');
      child.signal('SIGKILL');
      await child.rest();
      await bedrock.waitFor(
        ({ operation, closedByClient }) => operation === 'ConverseStream' && closedByClient,
      );
      await bedrock.close();
      take(WHOLE);
    },
    'two windows': async take => {
      const random = new Random(10);
      const other = new Child('cacheWriter.ts', [folder, '50']);
      assert.equal(await other.line(), 'ready');
      for (let kill = 0; kill < Math.ceil(KILLS / 2); kill++) {
        await killed(random);
        assert.ok([50, 2_000].includes((await read()) ?? 0));
        take(WHOLE);
      }
      other.signal('SIGKILL');
      await other.rest();
    },
  });
});
