import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isPluginMissing } from '../../../src/openclaw/plugin.ts';

const PACKAGE = 'node_modules/@openclaw/amazon-bedrock-provider/package.json';

describe('the Bedrock plugin on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-plugin-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const put = (path: string, text = '{}') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  const places: [path: string, text?: string][] = [
    [`npm/projects/openclaw-amazon-bedrock-provider-53c77d25cd/${PACKAGE}`],
    [
      `npm/projects/openclaw-amazon-bedrock-provider-53c77d25cd__openclaw-generation__g-0123456789abcdef/${PACKAGE}`,
    ],
    [`npm/${PACKAGE}`],
    ['extensions/mine/openclaw.plugin.json', '{ "id": "amazon-bedrock", "providers": ["amazon-bedrock"] }'],
  ];
  for (const [path, text] of places) {
    it(`is there: ${path}`, async () => {
      put(path, text);
      assert.equal(await isPluginMissing(folder, {}), false);
    });
  }

  it('is there where somebody linked it in', async () => {
    put('elsewhere/openclaw.plugin.json', '{"id":"amazon-bedrock"}');
    mkdirSync(join(folder, 'extensions'));
    symlinkSync('../elsewhere', join(folder, 'extensions', 'linked'));
    assert.equal(await isPluginMissing(folder, undefined), false);
  });

  it('is there where its package is a link', async () => {
    put('elsewhere/package.json');
    mkdirSync(join(folder, 'npm/node_modules/@openclaw'), { recursive: true });
    symlinkSync(join(folder, 'elsewhere'), join(folder, dirname(`npm/${PACKAGE}`)));
    assert.equal(await isPluginMissing(folder, {}), false);
  });

  const others: [path: string, text?: string][] = [
    [
      'npm/projects/openclaw-amazon-bedrock-mantle-0123456789/node_modules/@openclaw/amazon-bedrock-mantle/package.json',
    ],
    ['npm/node_modules/@openclaw/amazon-bedrock-provider/README.md'],
    ['extensions/mine/openclaw.plugin.json', '{ "id": "other" }'],
    ['extensions/mine/notes.json', '{ "id": "amazon-bedrock" }'],
    ['extensions/openclaw.plugin.json', '{ "id": "amazon-bedrock" }'],
  ];
  for (const [path, text] of others) {
    it(`is missing beside ${path}`, async () => {
      put(path, text);
      assert.equal(await isPluginMissing(folder, {}), true);
    });
  }

  it('is missing where there is no folder, or an empty one', async () => {
    assert.equal(await isPluginMissing(folder, undefined), true);
    assert.equal(await isPluginMissing(join(folder, 'nowhere'), {}), true);
  });

  it('is not called missing where the config loads plugins from places of its own', async () => {
    assert.equal(await isPluginMissing(folder, { plugins: { load: { paths: ['/opt/plugins'] } } }), false);
    assert.equal(await isPluginMissing(folder, { plugins: { load: {} } }), true);
  });
});
