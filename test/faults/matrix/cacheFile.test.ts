/** Faults in the file that keeps a list of models: on a real disk, and by real processes. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { CacheFolder } from '../../../src/state/cacheFolder.ts';
import { ModelCache } from '../../../src/state/modelCache.ts';
import { isFullRun, Random } from '../../unit/random.ts';
import { Child } from '../child.ts';
import { withTmpfs } from '../namespace.ts';
import { cached } from './cachedList.ts';
import { cacheFile } from './cacheFile.ts';
import { WHOLE } from './rows.ts';
import { runRows, type Take } from './tally.ts';

const TIMES = isFullRun ? 300 : 30;
const connection = detectConnection(processVariables({}), []);
const [ASKED_ANEW] = cacheFile.cut.sees;
const [NOT_KEPT] = cacheFile['disk full'].sees;

interface Ended {
  readonly end: string;
  readonly models: number;
}

describe('fault matrix: cache file', () => {
  let folder: string;
  let cache: ModelCache;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'model-cache-')), 'cache');
    cache = new ModelCache(new CacheFolder(folder, '1.0.0'));
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  const write = (count = 5, fetchedAt?: number) =>
    cache.write(connection, DEFAULT_DISCOVERY, cached(count, fetchedAt));
  const read = async () => (await cache.read(connection, DEFAULT_DISCOVERY))?.models.length;
  const file = () => join(folder, readdirSync(folder)[0]!);
  const seen = async (count = 5) => {
    const models = await read();
    assert.ok(models === undefined || models === count, String(models));
    return models === undefined ? ASKED_ANEW : WHOLE;
  };

  /** Puts each of the bytes in the file's place; the list that is written then has to come back. */
  async function replaced(take: Take, texts: readonly (string | Uint8Array)[]): Promise<void> {
    for (const text of texts) {
      await write();
      await writeFile(file(), text);
      take(await seen());
      await write();
      assert.equal(await read(), 5);
    }
  }

  runRows('Cache file', cacheFile, {
    refused: async take => {
      await write();
      await chmod(join(folder, '..'), 0o755);
      await chmod(file(), 0o600);
      const before = readFileSync(file());
      for (const mode of [0o755, 0o700]) {
        await chmod(folder, mode);
        const child = new Child('cacheWriter.ts', [folder, '7', '1', '65534']);
        assert.equal(await child.line(), 'ready');
        const { end, models } = await child.result<Ended>();
        assert.equal(end, 'EACCES');
        assert.equal(models, 0);
        assert.ok(readFileSync(file()).equals(before));
        take(ASKED_ANEW);
      }
    },
    cut: async take => {
      await write();
      const text = readFileSync(file());
      const random = new Random(1);
      await replaced(
        take,
        Array.from({ length: TIMES }, () => text.subarray(0, random.below(text.length))),
      );
    },
    garbage: async take => {
      await write();
      const text = readFileSync(file());
      const random = new Random(2);
      const noise = () => Buffer.from(Array.from({ length: random.below(500) }, () => random.below(256)));
      // Control characters stand in no JSON, wherever they are.
      const changed = () => {
        const its = Buffer.from(text);
        its.writeUInt8(1, random.below(its.length));
        return its;
      };
      await replaced(
        take,
        Array.from({ length: TIMES }, (_, index) => (index % 2 ? noise() : changed())),
      );
    },
    'wrong content type': async take => {
      const forms = ['null', '5', '[]', '{}', '"x"', '{"fetchedAt":1,"models":[{}],"gaps":[]}', '<html>'];
      await replaced(take, forms);
      const path = file();
      await rm(path);
      await mkdir(path);
      take(await seen());
      await assert.rejects(write());
    },
    oversized: async take => {
      await write(20_000);
      take(await seen(20_000));
      await replaced(take, [Buffer.alloc(16_000_000, 0x20)]);
    },
    'clock skew': async take => {
      await write(5, Date.now() + 3_600_000);
      take(await seen());
      await write(5, 1);
      take(await seen());
    },
    'disk full': async take => {
      await write();
      const copy = join(folder, '../copy');
      await mkdir(copy);
      await writeFile(join(copy, readdirSync(folder)[0]!), readFileSync(file()));
      const prepare = ['sh', '-c', 'cp "$1"/* "$0" && shift && exec "$@"', folder, copy];
      const prefix = [...withTmpfs(folder, 'size=64k'), ...prepare];
      const full = new Child('cacheWriter.ts', [folder, '5000', '1'], prefix);
      assert.equal(await full.line(), 'ready');
      assert.deepEqual(await full.result<Ended>(), { end: 'ENOSPC', models: 5 });
      take(NOT_KEPT);
    },
    'read-only': async take => {
      await write();
      const remount = [
        'sh',
        '-c',
        'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"',
        folder,
      ];
      const child = new Child('cacheWriter.ts', [folder, '7', '1'], ['unshare', '--mount', ...remount]);
      assert.equal(await child.line(), 'ready');
      assert.deepEqual(await child.result<Ended>(), { end: 'EROFS', models: 5 });
      take(NOT_KEPT);
    },
    'deleted underfoot': async take => {
      await write();
      await rm(folder, { recursive: true });
      take(await seen());
      await write();
      take(await seen());
      assert.ok(existsSync(folder));
    },
    'two windows': async take => {
      const windows = ['50', '80'].map(count => new Child('cacheWriter.ts', [folder, count]));
      for (const window of windows) assert.equal(await window.line(), 'ready');
      while ((await read()) === undefined) await new Promise(resolve => setTimeout(resolve, 5));
      for (let time = 0; time < TIMES; time++) {
        assert.ok([50, 80].includes((await read()) ?? 0));
        take(WHOLE);
      }
      for (const window of windows) window.signal('SIGKILL');
      await Promise.all(windows.map(window => window.rest()));
    },
  });
});
