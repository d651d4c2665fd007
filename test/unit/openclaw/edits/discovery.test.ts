import assert from 'node:assert/strict';
import {
  type DiscoveryChanges,
  discoveryPlace,
  needsMigration,
  planDiscovery,
  planMigration,
} from '../../../../src/openclaw/edits/discovery.ts';
import { editsOf } from '../../../../src/openclaw/edits/plan.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { layoutOf } from '../../../../src/openclaw/layout.ts';
import { ProblemError } from '../../../../src/problem.ts';
import { around, impliedEdits } from '../planned.ts';
import { related, warnings } from './plans.ts';

const CORE = ['models', 'bedrockDiscovery'];
const PLUGIN = ['plugins', 'entries', 'amazon-bedrock', 'config', 'discovery'];
const MOVE =
  'Move the discovery settings from models.bedrockDiscovery to plugins.entries["amazon-bedrock"].config.discovery';

const gone = { path: CORE, remove: true };
const drop = (value: string, setting = '') => `Drop ${value} from models.bedrockDiscovery${setting}`;

const core = (its: JsonObject): JsonObject => ({ models: { bedrockDiscovery: its } });
const plugin = (its: JsonObject): JsonObject => ({
  plugins: { entries: { 'amazon-bedrock': { config: { discovery: its } } } },
});

describe('where discovery settings are written', () => {
  const cases: [config: JsonObject, version: string, place: string[], needsMove: boolean][] = [
    [{}, '2026.2.6-3', CORE, false],
    [{}, '2026.4.4', CORE, false],
    [{}, '2026.4.5', PLUGIN, false],
    [{}, '2026.9.6', PLUGIN, false],
    [core({}), '2026.4.4', CORE, false],
    [core({}), '2026.4.8', CORE, false],
    [core({}), '2026.5.6', CORE, false],
    [core({}), '2026.5.7', PLUGIN, true],
    [core({}), '2026.9.6', PLUGIN, true],
    [plugin({}), '2026.4.8', PLUGIN, false],
    [{ ...core({}), ...plugin({}) }, '2026.4.8', PLUGIN, false],
    [{ ...core({}), ...plugin({}) }, '2026.5.7', PLUGIN, true],
    [{ models: { bedrockDiscovery: null } }, '2026.5.7', PLUGIN, true],
  ];
  for (const [config, version, place, needsMove] of cases) {
    it(`${JSON.stringify(config)} with ${version}`, () => {
      assert.deepEqual(discoveryPlace(config, layoutOf(version)), place);
      assert.equal(needsMigration(config, around(version).installation), needsMove);
    });
  }
});

describe('configuring discovery', () => {
  it('sets each setting, and takes out those that are null', () => {
    const changes: DiscoveryChanges = {
      enabled: false,
      region: 'eu-west-1',
      providerFilter: ['anthropic', 'amazon'],
      refreshInterval: 0,
      defaultContextWindow: null,
      defaultMaxTokens: 1,
    };
    const expected = Object.entries(changes).map(([name, value]) =>
      value === null ? { path: [...PLUGIN, name], remove: true } : { path: [...PLUGIN, name], value },
    );
    assert.deepEqual(planDiscovery({}, changes, around()), { edits: expected, related: [], warnings: [] });
    assert.deepEqual(planDiscovery({}, {}, around()).edits, []);
  });

  const invalid: [changes: JsonObject, explanation: RegExp][] = [
    [{ reigon: 'us-east-1' }, /There is no such setting\. There are: enabled, region, /],
    [{ toString: true }, /no such setting/],
    [{ enabled: 'yes' }, /Give true or false/],
    [{ region: 7 }, /Give the name of an AWS region/],
    [{ region: 'Frankfurt' }, /Give the name of an AWS region/],
    [{ providerFilter: 'anthropic' }, /Give a list of providers/],
    [{ providerFilter: ['anthropic', 7] }, /./],
    [{ refreshInterval: -1 }, /Give a whole number of at least 0/],
    [{ refreshInterval: 1.5 }, /whole number/],
    [{ refreshInterval: '3600' }, /whole number/],
    [{ defaultContextWindow: 0 }, /Give a whole number of at least 1/],
    [{ defaultMaxTokens: 1e300 }, /whole number/],
    [{ defaultMaxTokens: Infinity }, /whole number/],
    [{ enabled: true, defaultMaxTokens: 0 }, /at least 1/],
  ];
  for (const [changes, explanation] of invalid) {
    it(`refuses ${JSON.stringify(changes)}`, () => {
      assert.throws(
        () => planDiscovery({}, changes, around()),
        (error: unknown) =>
          error instanceof ProblemError &&
          error.problem.code === 'setting-invalid' &&
          explanation.test(error.problem.explanation),
      );
    });
  }

  it('moves the settings of the older layout along, but only when agreed to: else nothing would be valid', () => {
    const config = core({ enabled: true, region: 'us-east-1', refreshInterval: 60 });
    const plan = planDiscovery(config, { region: 'eu-west-1', refreshInterval: null }, around('2026.5.7'));
    assert.deepEqual(plan.edits, [
      { path: [...PLUGIN, 'region'], value: 'eu-west-1' },
      { path: [...PLUGIN, 'refreshInterval'], remove: true },
    ]);
    assert.deepEqual(related(plan), [['required', MOVE, { path: CORE, moveTo: PLUGIN }]]);
    assert.deepEqual(impliedEdits(plan), []);
    assert.deepEqual(
      editsOf(plan, () => true),
      [{ path: CORE, moveTo: PLUGIN }, ...plan.edits],
    );
  });

  it('drops nothing that is set otherwise in both places unless that is agreed to by name', () => {
    const config = { ...core({ enabled: true, region: 'us-east-1' }), ...plugin({ region: 'us-west-2' }) };
    const plan = planDiscovery(config, { enabled: false }, around('2026.5.7'));
    assert.deepEqual(related(plan), [
      ['required', MOVE, { path: [...CORE, 'enabled'], moveTo: [...PLUGIN, 'enabled'] }, gone],
      ['required', drop('"us-east-1"', '.region')],
    ]);
    assert.deepEqual(
      plan.related.map(({ isFirst }) => isFirst),
      [true, undefined],
    );
    assert.deepEqual(
      editsOf(plan, ({ text }) => text === MOVE),
      [],
    );
  });

  it('trims what is written', () => {
    const { edits } = planDiscovery({}, { region: ' eu-west-1\n' }, around());
    assert.deepEqual(edits, [{ path: [...PLUGIN, 'region'], value: 'eu-west-1' }]);
  });

  it('warns of a plugin that is missing or turned off, where the settings are the plugin’s', () => {
    const missing = around('2026.9.6', { isPluginMissing: true });
    const off = { plugins: { enabled: false } };
    assert.equal(warnings(planDiscovery(off, { enabled: true }, missing)).length, 2);
    assert.deepEqual(warnings(planDiscovery(off, { enabled: true }, around('2026.4.4'))), []);
  });
});

describe('migrating discovery settings', () => {
  const whole = { path: CORE, moveTo: PLUGIN };
  const one = (name: string) => ({ path: [...CORE, name], moveTo: [...PLUGIN, name] });
  const cases: [name: string, config: JsonObject, edits: object[], dropped?: string[]][] = [
    ['none', {}, []],
    ['none, beside a provider block', { models: { providers: {} } }, []],
    ['alone under models, which stays for its comments', core({ enabled: true }), [whole]],
    ['beside others', { models: { providers: {}, bedrockDiscovery: { enabled: true } } }, [whole]],
    ['empty', core({}), [gone]],
    ['empty, beside the plugin’s', { ...core({}), ...plugin({ enabled: true }) }, [gone]],
    ['null', { models: { mode: 'merge', bedrockDiscovery: null } }, [gone], [drop('null')]],
    ['a list', { models: { bedrockDiscovery: ['us-east-1'] } }, [gone], [drop('["us-east-1"]')]],
    ['a text', { models: { bedrockDiscovery: 'on' } }, [gone], [drop('"on"')]],
    [
      'where the plugin has some already, which stay',
      { ...core({ enabled: true, region: 'us-east-1' }), ...plugin({ region: 'us-west-2' }) },
      [one('enabled'), gone],
      [drop('"us-east-1"', '.region')],
    ],
    [
      'where the plugin has others',
      { ...core({ enabled: true, region: 'us-east-1' }), ...plugin({ refreshInterval: 60 }) },
      [one('enabled'), one('region'), gone],
    ],
    [
      'where the plugin has all already',
      {
        ...core({ region: 'us-east-1', providerFilter: ['acme'], refreshInterval: 60 }),
        ...plugin({ region: 'us-west-2', providerFilter: ['acme', 'other'], refreshInterval: null }),
      },
      [gone],
      [drop('"us-east-1"', '.region'), drop('["acme"]', '.providerFilter'), drop('60', '.refreshInterval')],
    ],
    [
      'where the plugin says the same',
      {
        ...core({ enabled: true, providerFilter: ['acme'] }),
        ...plugin({ enabled: true, providerFilter: ['acme'] }),
      },
      [gone],
    ],
  ];
  for (const [name, config, edits, dropped = []] of cases) {
    it(name, () =>
      assert.deepEqual(planMigration(config, around()), {
        edits,
        related: dropped.map(text => ({ text, edits: [], consent: 'required' })),
        warnings: [],
      }),
    );
  }

  it('takes consent where the installed version reads the older place alone', () => {
    const plan = planMigration(core({ enabled: true }), around('2026.2.6-3'));
    assert.deepEqual(related(plan), [
      [
        'required',
        'Make the config unreadable for OpenClaw 2026.2.6-3, until that is updated to 2026.4.5 or later',
      ],
    ]);
    const byLayout = around('', { installation: { source: 'layout', layout: layoutOf('2026.4.4') } });
    for (const its of [around('2026.4.5'), around('2026.9.6'), byLayout]) {
      assert.deepEqual(planMigration(core({ enabled: true }), its).related, []);
    }
    assert.deepEqual(planMigration({}, around('2026.2.6-3')).related, []);
  });
});
