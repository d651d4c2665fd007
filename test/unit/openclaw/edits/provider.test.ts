import assert from 'node:assert/strict';
import type { Surroundings } from '../../../../src/openclaw/edits/plan.ts';
import {
  enabling,
  entryEdits,
  entryPath,
  modelEntry,
  provision,
} from '../../../../src/openclaw/edits/provider.ts';
import { type JsonObject, pathWords } from '../../../../src/openclaw/jsonValue.ts';
import { around } from '../planned.ts';
import {
  block,
  newBlock,
  ONE,
  ONE_ENTRY,
  ONE_REF,
  ONE_US_REF,
  PLUGIN,
  PROVIDER,
  TWO,
  TWO_ENTRY,
  TWO_REF,
} from './plans.ts';

describe('a model’s entry', () => {
  it('says what is known of it, by the route’s id', () => {
    assert.deepEqual(modelEntry(ONE, ONE.routes[1] ?? ONE.routes[0]), {
      ...ONE_ENTRY,
      id: 'us.acme.one-v1:0',
    });
    const price = { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 0 };
    assert.deepEqual(modelEntry(TWO, { ...TWO.routes[0], price }), { ...TWO_ENTRY, cost: price });
  });

  it('is found by its id', () => {
    assert.deepEqual(entryPath(block({}, ONE_ENTRY), 'acme.one-v1:0'), [...PROVIDER, 'models', 1]);
    for (const config of [undefined, {}, block(), block(TWO_ENTRY)]) {
      assert.equal(entryPath(config, 'acme.one-v1:0'), undefined);
    }
  });

  const cases: [name: string, config: JsonObject, edits: object[]][] = [
    ['with its block', {}, [newBlock(ONE_ENTRY, TWO_ENTRY)]],
    [
      'into a block without models',
      { models: { providers: { 'amazon-bedrock': { region: 'us-east-1' } } } },
      [{ path: [...PROVIDER, 'models'], value: [ONE_ENTRY, TWO_ENTRY] }],
    ],
    [
      'behind the others',
      block({ id: 'x' }),
      [
        { path: [...PROVIDER, 'models', 1], value: ONE_ENTRY },
        { path: [...PROVIDER, 'models', 2], value: TWO_ENTRY },
      ],
    ],
    [
      'into what is missing of one that is there, whose own settings stay',
      block({ id: 'x' }, { id: ONE_ENTRY.id, name: 'Mine', compat: {} }),
      [
        ...(['reasoning', 'input', 'contextWindow', 'maxTokens'] as const).map(name => ({
          path: [...PROVIDER, 'models', 1, name],
          value: ONE_ENTRY[name],
        })),
        { path: [...PROVIDER, 'models', 2], value: TWO_ENTRY },
      ],
    ],
  ];
  for (const [name, config, edits] of cases) {
    it(`is put ${name}`, () =>
      assert.deepEqual(entryEdits(config, [ONE_ENTRY, TWO_ENTRY], 'us-east-1'), edits));
  }

  it('comes with an address in its own region', () => {
    const urlIn = (region: string) => JSON.stringify(entryEdits({}, [], region)).match(/https[^"]+/)?.[0];
    assert.equal(urlIn('eu-central-1'), 'https://bedrock-runtime.eu-central-1.amazonaws.com');
    assert.equal(urlIn('cn-north-1'), 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn');
  });
});

describe('enabling the plugin', () => {
  const on = { path: [...PLUGIN, 'enabled'], value: true };
  const allow = (at: number) => ({ path: ['plugins', 'allow', at], value: 'amazon-bedrock' });
  const entry = (its: JsonObject): JsonObject => ({ plugins: { entries: { 'amazon-bedrock': its } } });
  const cases: [name: string, config: JsonObject, hasMarker: boolean, places: string, edits: object[]][] = [
    ['nothing said, with a marker', {}, true, '', []],
    ['nothing said, without', {}, false, 'plugins.entries["amazon-bedrock"].enabled', [on]],
    ['on already', entry({ enabled: true }), false, '', []],
    [
      'off, also with a marker',
      entry({ enabled: false }),
      true,
      'plugins.entries["amazon-bedrock"].enabled',
      [on],
    ],
    ['left out of a list', { plugins: { allow: ['x'] } }, true, 'plugins.allow', [allow(1)]],
    ['an empty list, which allows all', { plugins: { allow: [] } }, true, '', []],
    ['in the list', { plugins: { allow: ['amazon-bedrock'] } }, true, '', []],
    [
      'off, and left out',
      { plugins: { allow: ['x', 'y'], ...(entry({ enabled: false })['plugins'] as JsonObject) } },
      true,
      'plugins.entries["amazon-bedrock"].enabled, plugins.allow',
      [on, allow(2)],
    ],
    ['denied on purpose', { plugins: { deny: ['amazon-bedrock'] } }, false, '', []],
    ['all off on purpose', { plugins: { enabled: false } }, false, '', []],
  ];
  for (const [name, config, hasCredentialMarker, places, edits] of cases) {
    it(name, () => {
      const text = `Enable OpenClaw’s Bedrock plugin (${places})`;
      const expected = places ? [{ text, edits, consent: 'optional' }] : [];
      assert.deepEqual(enabling(config, around('2026.9.6', { hasCredentialMarker })), expected);
      assert.deepEqual(enabling(config, around('2026.5.7', { hasCredentialMarker })), expected);
      assert.deepEqual(enabling(config, around('2026.4.4', { hasCredentialMarker })), []);
    });
  }
});

describe('what makes models known', () => {
  const DISCOVERY = [...PLUGIN, 'config', 'discovery'];
  const CORE = ['models', 'bedrockDiscovery'];
  const discover = (its: JsonObject): JsonObject => ({
    plugins: { entries: { 'amazon-bedrock': { enabled: true, config: { discovery: its } } } },
  });
  /** The edits but for the plugin's switch, which has its own tests. */
  const made = (config: JsonObject, refs: string[], version: string, more: Partial<Surroundings> = {}) =>
    provision(config, refs, around(version, { models: [ONE, TWO], ...more }))
      .flatMap(({ edits, consent }) => edits.map(edit => ({ consent, ...edit })))
      .filter(({ path }) => path.at(-2) !== 'amazon-bedrock')
      .map(({ path, ...edit }) => ('value' in edit ? [path.join('.'), edit.value] : [path.join('.')]));

  const blind = { hasCredentialMarker: false };
  const asBlock = (...models: JsonObject[]) => {
    const edit = newBlock(...models);
    return 'value' in edit ? [edit.value] : [];
  };
  const cases: [
    name: string,
    config: JsonObject,
    refs: string[],
    version: string,
    more: Partial<Surroundings>,
    made: [path: string[], value: unknown][],
  ][] = [
    ['nothing for other providers', {}, ['openai/x'], '2026.9.6', blind, []],
    ['nothing where discovery runs by itself', {}, [ONE_REF, TWO_REF], '2026.9.6', {}, []],
    ['nothing where it is told to run', discover({ enabled: true }), [ONE_REF], '2026.9.6', blind, []],
    ['nothing where nobody could look', {}, [ONE_REF], '2026.9.6', { models: [] }, []],
    [
      'discovery where nothing starts it',
      {},
      [ONE_REF],
      '2026.9.6',
      blind,
      [[[...DISCOVERY, 'enabled'], true]],
    ],
    ['discovery of an older version', {}, [ONE_REF], '2026.4.4', blind, [[[...CORE, 'enabled'], true]]],
    [
      'discovery in the region that was looked at',
      {},
      [ONE_REF],
      '2026.9.6',
      { ...blind, region: 'eu-west-1' },
      [
        [[...DISCOVERY, 'enabled'], true],
        [[...DISCOVERY, 'region'], 'eu-west-1'],
      ],
    ],
    [
      'the region, where discovery runs by itself',
      {},
      [ONE_REF],
      '2026.9.6',
      { region: 'eu-west-1' },
      [[[...DISCOVERY, 'region'], 'eu-west-1']],
    ],
    [
      'no region where the config names it',
      discover({ region: 'eu-west-1' }),
      [ONE_REF],
      '2026.9.6',
      { region: 'eu-west-1' },
      [],
    ],
    [
      'an entry against discovery that is off',
      discover({ enabled: false }),
      [ONE_REF],
      '2026.9.6',
      {},
      [[PROVIDER, ...asBlock(ONE_ENTRY)] as [string[], unknown]],
    ],
    [
      'an entry for one that is not listed',
      {},
      ['amazon-bedrock/acme.x', ONE_REF],
      '2026.9.6',
      blind,
      [[PROVIDER, ...asBlock({ id: 'acme.x', name: 'acme.x' }, ONE_ENTRY)] as [string[], unknown]],
    ],
    [
      'an entry for a profile, which older versions do not list',
      {},
      [ONE_US_REF],
      '2026.4.4',
      {},
      [[PROVIDER, ...asBlock({ ...ONE_ENTRY, id: 'us.acme.one-v1:0' })] as [string[], unknown]],
    ],
    ['nothing for a profile from the plugin on', {}, [ONE_US_REF], '2026.4.5', {}, []],
    ['nothing for one that is listed in a block', block(ONE_ENTRY), [ONE_REF], '2026.9.6', blind, []],
    [
      'an entry for one that a block does not list',
      block(ONE_ENTRY),
      [ONE_REF, TWO_REF],
      '2026.5.7',
      blind,
      [[[...PROVIDER, 'models', '1'], TWO_ENTRY]],
    ],
    [
      'nothing for one of which nothing is known, where a block takes any id',
      block(ONE_ENTRY),
      ['amazon-bedrock/acme.x'],
      '2026.9.6',
      blind,
      [],
    ],
  ];
  for (const [name, config, refs, version, more, expected] of cases) {
    it(name, () =>
      assert.deepEqual(
        made(config, refs, version, more),
        expected.map(([path, value]) => [path.join('.'), value]),
      ),
    );
  }

  it('is only ever offered, in words', () => {
    const changes = [
      ...provision({}, [ONE_REF], around('2026.9.6', { models: [ONE], ...blind, region: 'eu-west-1' })),
      ...provision(block(), [ONE_REF], around('2026.9.6', { models: [ONE] })),
    ];
    assert.deepEqual(
      changes.map(({ consent, text }) => `${consent}: ${text}`),
      [
        'optional: Enable OpenClaw’s Bedrock plugin (plugins.entries["amazon-bedrock"].enabled)',
        `optional: Have OpenClaw look for Bedrock models in eu-west-1 (${pathWords(DISCOVERY)})`,
        `optional: Describe ${ONE_REF} to OpenClaw (models.providers["amazon-bedrock"])`,
      ],
    );
  });
});

describe('what a model needs in a config that its version refuses', () => {
  const core = { models: { bedrockDiscovery: { enabled: true } } };
  const moves = (version: string) =>
    provision(core, [ONE_REF], around(version, { models: [ONE] })).flatMap(({ edits }) =>
      edits.filter(edit => 'moveTo' in edit),
    );

  it('is that its settings move', () => {
    const expected = [
      {
        path: ['models', 'bedrockDiscovery'],
        moveTo: ['plugins', 'entries', 'amazon-bedrock', 'config', 'discovery'],
      },
    ];
    assert.deepEqual(moves('2026.9.6'), expected);
    assert.deepEqual(moves('2026.5.7'), expected);
    assert.deepEqual(moves('2026.5.6'), []);
  });
});
