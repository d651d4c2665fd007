import assert from 'node:assert/strict';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { discoverySettings } from '../../../src/openclaw/discoverySettings.ts';
import type { JsonObject, JsonValue } from '../../../src/openclaw/jsonValue.ts';

const plugin = (discovery: JsonValue): JsonObject => ({
  plugins: { entries: { 'amazon-bedrock': { config: { discovery } } } },
});
const core = (bedrockDiscovery: JsonValue): JsonObject => ({ models: { bedrockDiscovery } });

describe('discovery settings in OpenClaw’s config', () => {
  const all = {
    enabled: true,
    region: 'eu-central-1',
    providerFilter: ['anthropic', 'mistral ai'],
    refreshInterval: 0,
    defaultContextWindow: 64_000,
    defaultMaxTokens: 1,
  };

  for (const [layout, config] of Object.entries({ 'of the plugin': plugin, 'of the core': core })) {
    it(`are read in the layout ${layout}`, () => {
      assert.deepEqual(discoverySettings(config(all)), all);
    });
  }

  it('of the plugin go before those of the core, none of which are mixed in', () => {
    const both = { ...plugin({ region: 'eu-west-1' }), ...core({ region: 'us-west-2', refreshInterval: 5 }) };
    assert.deepEqual(discoverySettings(both), { ...DEFAULT_DISCOVERY, region: 'eu-west-1' });
  });

  it('have OpenClaw’s defaults where nothing is said', () => {
    const defaults = {
      enabled: 'auto',
      providerFilter: [],
      refreshInterval: 3600,
      defaultContextWindow: 32_000,
      defaultMaxTokens: 4_096,
    };
    const configs = [undefined, {}, plugin({}), plugin(null), core('x'), { models: null }, { plugins: [] }];
    for (const config of configs) assert.deepEqual(discoverySettings(config), defaults);
  });

  const odd: [member: string, value: JsonValue][] = [
    ['enabled', 'yes'],
    ['enabled', 1],
    ['region', ' '],
    ['region', 7],
    ['providerFilter', 'anthropic'],
    ['refreshInterval', -1],
    ['refreshInterval', 1.5],
    ['refreshInterval', '60'],
    ['defaultContextWindow', 0],
    ['defaultMaxTokens', 0],
    ['defaultMaxTokens', null],
  ];
  for (const [member, value] of odd) {
    it(`have the default for ${member}: ${JSON.stringify(value)}`, () => {
      assert.deepEqual(discoverySettings(plugin({ [member]: value })), DEFAULT_DISCOVERY);
    });
  }

  it('say that discovery is off', () => {
    assert.equal(discoverySettings(core({ enabled: false })).enabled, false);
  });

  it('have providers trimmed, in lower case and without what is not a name', () => {
    const providerFilter = [' Anthropic ', '', 'MISTRAL AI', 3, null];
    assert.deepEqual(discoverySettings(plugin({ providerFilter })).providerFilter, [
      'anthropic',
      'mistral ai',
    ]);
  });

  it('have the region trimmed', () => {
    assert.equal(discoverySettings(plugin({ region: ' eu-west-1 ' })).region, 'eu-west-1');
  });
});
