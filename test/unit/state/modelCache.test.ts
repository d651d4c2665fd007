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

const { refreshInterval, defaultContextWindow, defaultMaxTokens } = DEFAULT_DISCOVERY;
const SHAPING = { refreshInterval, defaultContextWindow, defaultMaxTokens };
const PROBLEM = { code: 'permission-missing', title: 'Missing', explanation: 'It is missing.' };
const FIXES = [
  { label: 'Run', command: 'workbench.action.terminal.sendSequence', arguments: ['x'] },
  { label: 'Open', url: 'https://elsewhere.example' },
];
/** As a list has it that could not be had in whole. */
const GAP = { kind: 'router', problem: { ...PROBLEM, fixes: FIXES, details: 'elsewhere' } };

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

  const folderOf = () => new CacheFolder(folder, '1.0.0');
  /** Has a list read in which something is otherwise, sealed as if we had written it so. */
  async function readWith(
    change: (cached: { models: object[]; gaps: object[]; fetchedAt?: unknown }) => unknown,
  ) {
    const parts = [connection.key, ...Object.values(SHAPING)];
    const cached = { fetchedAt: 1, models: structuredClone(listed) as object[], gaps: [GAP] as object[] };
    await folderOf().write('models', parts, change(cached) ?? cached);
    return read();
  }

  it('reads what it is given in the tests below, where nothing is amiss', async () => {
    assert.equal((await readWith(() => undefined))?.models.length, 2);
  });

  for (const value of [
    null,
    [],
    'x',
    { fetchedAt: 1 },
    { models: [] },
    { fetchedAt: 1, models: {}, gaps: [] },
  ]) {
    it(`takes ${JSON.stringify(value)} for none`, async () => {
      assert.equal(await readWith(() => value ?? 'null'), undefined);
    });
  }

  for (const [what, members] of Object.entries<object>({
    'a key that is no id': { key: 'https://elsewhere.example/x' },
    'a key that climbs': { key: '../../x' },
    'no routes': { routes: [] },
    'a route that is none': { routes: [null] },
    'a name that is no text': { name: { toString: 'x' } },
    'a window that is no figure': { contextWindow: '200000' },
    'input that is no list': { input: 'text' },
  })) {
    it(`takes a list with ${what} for none`, async () => {
      assert.equal(await readWith(({ models: [first] }) => void Object.assign(first!, members)), undefined);
    });
  }

  for (const [what, members] of Object.entries<object>({
    'a space': { id: 'acme.one v1' },
    'a line end': { id: 'acme.one\nHost: elsewhere' },
    'a question mark': { id: 'acme.one?x=1' },
    'a percent sign': { id: '%2e%2e%2fx' },
    'a slash first': { id: '/elsewhere' },
    'too many characters': { id: 'a'.repeat(2049) },
    'no text': { id: 7 },
    'an ARN that is none': { arn: 'javascript alert(1)' },
    'regions that are no texts': { regions: [1] },
  })) {
    it(`takes a list for none where a route has ${what}`, async () => {
      const spoil = ({ models: [first] }: { models: object[] }) =>
        void Object.assign((first as { routes: object[] }).routes[0]!, members);
      assert.equal(await readWith(spoil), undefined);
    });
  }

  it('takes neither a command nor an address from a file', async () => {
    const kept = await readWith(() => undefined);
    assert.deepEqual(kept?.gaps, [{ kind: 'router', problem: { ...PROBLEM, fixes: [] } }]);
    assert.doesNotMatch(JSON.stringify(kept), /elsewhere|workbench/);
  });

  it('writes no command and no address either', async () => {
    await cache.write(connection, DEFAULT_DISCOVERY, { fetchedAt: 1, models: [], gaps: [GAP as never] });
    assert.doesNotMatch(await readFile(await onlyFile(), 'utf8'), /elsewhere|workbench/);
  });

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
