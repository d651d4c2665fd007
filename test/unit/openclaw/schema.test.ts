import assert from 'node:assert/strict';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import type { Path } from '../../../src/openclaw/jsonValue.ts';
import { layoutOf } from '../../../src/openclaw/layout.ts';
import { discoveryNames, discoveryRule, SCHEMA, settingAt } from '../../../src/openclaw/schema.ts';
import { expectation, type Setting, valueProblem } from '../../../src/openclaw/setting.ts';

const DISCOVERY = ['plugins', 'entries', 'amazon-bedrock', 'config', 'discovery'];

/** Every setting with its path; maps and lists by one member and one element. */
function* settings(setting: Setting = SCHEMA, path: Path = []): Generator<[path: Path, setting: Setting]> {
  yield [path, setting];
  for (const [name, inner] of Object.entries(setting.members ?? {})) yield* settings(inner, [...path, name]);
  if (setting.every) yield* settings(setting.every, [...path, setting.types[0] === 'array' ? 0 : 'x']);
}

describe('schema', () => {
  const all = [...settings()];

  it('finds every setting by its path, and nothing elsewhere', () => {
    assert.ok(all.length > 80);
    for (const [path, setting] of all) assert.equal(settingAt(path), setting, path.join('.'));
    const others: Path[] = [['channels'], ['models', 'mode'], ['agents', 'defaults', 'model', 'toString']];
    for (const path of others) assert.equal(settingAt(path), undefined, path.join('.'));
  });

  it('explains every setting that is not a mere place, and says what it takes', () => {
    for (const [path, { otherNames, description, ...setting }] of all) {
      const isElement = typeof path.at(-1) === 'number' || path.at(-1) === 'x';
      if (!otherNames && !isElement) assert.match(description?.() ?? '', /^[A-Z].*\.$/, path.join('.'));
      assert.match(expectation(setting), /^Give .*\.$/, path.join('.'));
    }
  });

  it('has defaults that it takes itself', () => {
    const withDefault = all.filter(([, setting]) => setting.default !== undefined);
    assert.ok(withDefault.length >= 6);
    for (const [path, setting] of withDefault) {
      assert.equal(valueProblem(setting, setting.default), undefined, path.join('.'));
    }
  });

  const PLACES: [path: string[], versions: string][] = [
    [['models', 'bedrockDiscovery'], '2026.2.6-3 2026.4.8'],
    [['plugins', 'entries', 'amazon-bedrock'], '2026.4.8 2026.5.7 2026.6.1 2026.9.6'],
    [['agents', 'list'], '2026.2.6-3 2026.4.8 2026.5.7 2026.6.1'],
    [['agents', 'entries'], '2026.9.6'],
    [['agents', 'defaults', 'modelPolicy'], '2026.9.6'],
  ];
  for (const [path, versions] of PLACES) {
    it(`has ${path.join('.')} in ${versions}`, () => {
      const having = ['2026.2.6-3', '2026.4.8', '2026.5.7', '2026.6.1', '2026.9.6'].filter(version =>
        settingAt(path)?.has?.(layoutOf(version)),
      );
      assert.equal(having.join(' '), versions);
    });
  }
});

describe('discovery rules', () => {
  const VALUES: Record<string, { good: unknown[]; bad: unknown[] }> = {
    enabled: { good: [true, false], bad: ['true', 1, null] },
    region: {
      good: ['us-east-1', 'us-gov-west-1', 'ap-southeast-7', ' eu-west-1 '],
      bad: ['', 'us-east', 'US-EAST-1', 'useast1', 'https://us-east-1', 5],
    },
    providerFilter: { good: [[], ['anthropic'], ['a', 'b']], bad: ['anthropic', [1], {}] },
    refreshInterval: { good: [0, 1, 86_400], bad: [-1, 1.5, '60', NaN, Infinity] },
    defaultContextWindow: { good: [1, 200_000], bad: [0, -1, 0.5, '1'] },
    defaultMaxTokens: { good: [1, 4096], bad: [0, -1, 0.5, null] },
  };

  it('are there for every setting', () => assert.deepEqual(discoveryNames, Object.keys(VALUES)));

  for (const name of discoveryNames) {
    it(`take what ${name} takes and say what to give instead of all else`, () => {
      const { problemOf, description, defaultWords } = discoveryRule(name);
      for (const value of VALUES[name]!.good) assert.equal(problemOf(value), undefined, String(value));
      for (const value of VALUES[name]!.bad)
        assert.match(problemOf(value) ?? '', /^Give .*\.$/, String(value));
      assert.ok(description && defaultWords);
    });
  }

  it('have the defaults of discovery itself', () => {
    for (const name of [
      'refreshInterval',
      'defaultContextWindow',
      'defaultMaxTokens',
      'providerFilter',
    ] as const) {
      assert.deepEqual(discoveryRule(name).default, DEFAULT_DISCOVERY[name]);
    }
    assert.deepEqual(
      [discoveryRule('refreshInterval').minimum, discoveryRule('defaultMaxTokens').minimum],
      [0, 1],
    );
  });

  it('are the same wherever the settings stand', () => {
    for (const name of discoveryNames) {
      assert.equal(settingAt([...DISCOVERY, name]), settingAt(['models', 'bedrockDiscovery', name]));
    }
  });
});
