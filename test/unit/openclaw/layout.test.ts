import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import {
  compareVersions,
  EXAMPLE_VERSIONS,
  type Installation,
  installationOf,
  type Layout,
  layoutOf,
  refusesMissingVariables,
} from '../../../src/openclaw/layout.ts';

type Brief = readonly [
  Layout['discovery'],
  boolean,
  Layout['provider'],
  Layout['allowlist'],
  Layout['agents'],
];

describe('the layout of a version', () => {
  const core: Brief = ['core', true, 'core', 'models', 'list'];
  const both: Brief = ['plugin', true, 'bundled-plugin', 'models', 'list'];
  const bundled: Brief = ['plugin', false, 'bundled-plugin', 'models', 'list'];
  const external: Brief = ['plugin', false, 'external-plugin', 'models', 'list'];
  const newest: Brief = ['plugin', false, 'external-plugin', 'model-policy', 'entries'];
  const cases: [version: string, brief: Brief][] = [
    ['2025.12.31', core],
    ['2026.2.6-3', core],
    ['2026.4.4', core],
    ['2026.4.5', both],
    ['2026.4.8', both],
    ['2026.5.6', both],
    ['2026.5.7', bundled],
    ['2026.5.11', bundled],
    ['2026.5.11-2', bundled],
    ['2026.5.12', external],
    ['2026.7.31', external],
    ['2026.8.1', newest],
    ['2026.8.1-beta.1', newest],
    ['2026.9.6', newest],
    ['2026.10.1', newest],
    ['2027.1.0', newest],
  ];
  for (const [version, brief] of cases) {
    it(version, () => {
      const { discovery, readsCoreDiscovery, provider, allowlist, agents } = layoutOf(version);
      assert.deepEqual([discovery, readsCoreDiscovery, provider, allowlist, agents], brief);
    });
  }

  it('is another one for each span that people are asked about', () => {
    const layouts = EXAMPLE_VERSIONS.map(({ version }) => layoutOf(version));
    assert.equal(new Set(layouts.map(layout => JSON.stringify(layout))).size, 5);
    for (const { version, until } of EXAMPLE_VERSIONS) {
      if (until) assert.equal(layoutOf(`${until}.0`), layoutOf(version), until);
    }
  });
});

describe('a variable that is missing', () => {
  const refusing = (version: string | undefined, layout = layoutOf(version ?? '2026.9.6')) =>
    refusesMissingVariables({ version, source: 'cli', layout });
  it('is refused by the versions that did', () => {
    for (const version of ['2026.2.6-3', '2026.3.6']) assert.ok(refusing(version), version);
    for (const version of ['2026.3.7', '2026.5.7', '2026.9.6']) assert.ok(!refusing(version), version);
  });
  it('may be where the layout alone is known', () => {
    assert.ok(refusing(undefined, layoutOf('2026.4.4')));
    assert.ok(!refusing(undefined, layoutOf('2026.4.5')));
  });
});

describe('comparing versions', () => {
  const ordered = ['2025.12.31', '2026.2.6', '2026.4.5', '2026.4.10', '2026.10.1', '2027.1.0'];
  it('number by number', () => {
    assert.deepEqual(ordered.toReversed().sort(compareVersions), ordered);
  });

  it('without what follows the third number', () => {
    for (const version of ['2026.2.6', '2026.2.6-3', '2026.2.6-beta.1']) {
      assert.equal(compareVersions(version, '2026.2.6-1'), 0);
    }
  });
});

describe('the installed OpenClaw', () => {
  const meta = (lastTouchedVersion: unknown) => ({ meta: { lastTouchedVersion } }) as JsonObject;
  const used = (version: string): Installation => ({ source: 'layout', layout: layoutOf(version) });
  const assumed: Installation = { source: 'assumed', layout: layoutOf('2026.9.6') };
  const told = (source: Installation['source'], version: string): Installation => ({
    version,
    source,
    layout: layoutOf(version),
  });
  const plugin = { entries: { 'amazon-bedrock': {} } };

  const cases: [name: string, known: Parameters<typeof installationOf>[0], installation: Installation][] = [
    [
      'is what the setting says, over all',
      { setting: '2026.4.8', cli: '2026.9.6', config: meta('2026.5.7') },
      told('setting', '2026.4.8'),
    ],
    [
      'is what the command says, over the config',
      { setting: '', cli: '2026.9.6', config: meta('2026.5.7') },
      told('cli', '2026.9.6'),
    ],
    ['is what wrote the config', { cli: undefined, config: meta('2026.5.7') }, told('config', '2026.5.7')],
    [
      'is what wrote the config, over the layout',
      { config: { ...meta('2026.5.7'), agents: { entries: {} } } },
      told('config', '2026.5.7'),
    ],
    ['is not what makes no sense', { setting: 'newest', cli: 'OpenClaw', config: meta('v1') }, assumed],
    ['is not what is no text', { config: meta(2026) }, assumed],
    ['is assumed without a config', { config: undefined }, assumed],
    [
      'is assumed with a config that uses nothing in particular',
      { config: { plugins: { entries: {} } } },
      assumed,
    ],
    ['reads agents by id', { config: { agents: { entries: {} } } }, used('2026.9.6')],
    ['reads policies', { config: { agents: { defaults: { modelPolicy: {} } } } }, used('2026.9.6')],
    ['reads discovery in the core', { config: { models: { bedrockDiscovery: {} } } }, used('2026.4.4')],
    ['reads discovery of the plugin', { config: { plugins: plugin } }, used('2026.5.7')],
    ['reads both', { config: { models: { bedrockDiscovery: {} }, plugins: plugin } }, used('2026.4.5')],
    [
      'what the user answered, where nothing else tells',
      { config: {}, answer: '2026.4.5' },
      { version: '2026.4.5', source: 'answer', layout: layoutOf('2026.4.5') },
    ],
    [
      'the layout in use before an answer',
      { config: { models: { bedrockDiscovery: {} } }, answer: '2026.9.6' },
      { source: 'layout', layout: layoutOf('2026.4.4') },
    ],
  ];
  for (const [name, known, installation] of cases) {
    it(name, () => assert.deepEqual(installationOf(known), installation));
  }
});
