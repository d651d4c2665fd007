import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { CacheFolder } from '../../../src/state/cacheFolder.ts';
import { ModelCache } from '../../../src/state/modelCache.ts';
import { foundationModel, models } from '../bedrock/models/lists.ts';

const connectionBy = (apiKey: string) =>
  detectConnection(processVariables({ AWS_BEARER_TOKEN_BEDROCK: apiKey }), []);
const connection = connectionBy('bedrock-api-key-abc');
const listed = models({
  foundationModels: [foundationModel('acme.one-v1:0'), foundationModel('acme.two-v1:0')],
});

describe('model cache', () => {
  let folder: string;
  let cache: ModelCache;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'model-cache-')), 'made', 'at', 'first', 'write');
    cache = cacheOf('1.0.0');
  });
  afterEach(() => rm(join(folder, '../../../..'), { recursive: true }));

  const cacheOf = (version: string) => new ModelCache(new CacheFolder(folder, version));
  const onlyFile = async () => {
    const [file, ...others] = await readdir(folder);
    assert.deepEqual(others, []);
    return join(folder, file!);
  };
  const read = () => cache.read(connection, DEFAULT_DISCOVERY);
  const write = (fetchedAt = Date.now()) =>
    cache.write(connection, DEFAULT_DISCOVERY, { fetchedAt, models: listed, gaps: [] });

  it('is empty at first', async () => assert.equal(await read(), undefined));

  it('gives back what was written, to another instance too, however old it is', async () => {
    await write(1);
    assert.deepEqual(await read(), { fetchedAt: 1, models: listed, gaps: [] });
    const another = await cacheOf('1.0.0').read(connection, { ...DEFAULT_DISCOVERY });
    assert.deepEqual(another, { fetchedAt: 1, models: listed, gaps: [] });
  });

  it('gives nothing of what another version of the extension wrote', async () => {
    await write();
    assert.equal(await cacheOf('1.0.1').read(connection, DEFAULT_DISCOVERY), undefined);
  });

  it('gives back the list written last', async () => {
    await write(1);
    await cache.write(connection, DEFAULT_DISCOVERY, { fetchedAt: 2, models: [], gaps: [] });
    assert.deepEqual(await read(), { fetchedAt: 2, models: [], gaps: [] });
    await onlyFile();
  });

  it('is private, and neither its name nor its text holds the key', async () => {
    await write();
    const file = await onlyFile();
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.doesNotMatch(file + (await readFile(file, 'utf8')), /bedrock-api-key-abc/);
  });

  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"fetchedAt":1}',
    '{"models":[]}',
    '{"fetchedAt":1,"models":{},"gaps":[]}',
    '{"fetchedAt":1,"models":[]}',
    '{"models":[],"gaps":[]}',
  ]) {
    it(`takes a file of ${text || 'nothing'} for none`, async () => {
      await write();
      await writeFile(await onlyFile(), text);
      assert.equal(await read(), undefined);
    });
  }

  it('takes a file cut short for none', async () => {
    await write();
    const file = await onlyFile();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.slice(0, -20));
    assert.equal(await read(), undefined);
  });

  it('takes a list of the future for none, as after the clock was set back', async () => {
    await write(Date.now() + 60_000);
    assert.equal(await read(), undefined);
  });

  it('keeps a list for each connection and for all settings that shape it', async () => {
    await write();
    const settings = [{ refreshInterval: 60 }, { defaultContextWindow: 64_000 }, { defaultMaxTokens: 8_192 }];
    for (const more of settings) {
      assert.equal(await cache.read(connection, { ...DEFAULT_DISCOVERY, ...more }), undefined);
    }
    const another = connectionBy('another');
    assert.equal(await cache.read(another, DEFAULT_DISCOVERY), undefined);
    await cache.write(another, DEFAULT_DISCOVERY, { fetchedAt: 1, models: [], gaps: [] });
    assert.equal((await read())?.models.length, 2);
  });

  it('takes no notice of what keeps models from view: the list is whole', async () => {
    await write(1);
    const hiding = { ...DEFAULT_DISCOVERY, enabled: false, providerFilter: ['acme'] };
    assert.deepEqual(await cache.read(connection, hiding), { fetchedAt: 1, models: listed, gaps: [] });
  });

  it('throws when the disk can’t be written', async () => {
    await write();
    const blocked = new ModelCache(new CacheFolder(await onlyFile(), '1.0.0'));
    await assert.rejects(
      blocked.write(connection, DEFAULT_DISCOVERY, { fetchedAt: 1, models: [], gaps: [] }),
      {
        code: /ENOTDIR|EEXIST/,
      },
    );
  });
});
