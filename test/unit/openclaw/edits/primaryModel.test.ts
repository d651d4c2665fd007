import assert from 'node:assert/strict';
import {
  implicitPrimaryRef,
  planPrimary,
  primaryModel,
  primaryRef,
} from '../../../../src/openclaw/edits/primaryModel.ts';
import { type JsonObject, type JsonValue, pathWords } from '../../../../src/openclaw/jsonValue.ts';
import { around, primaryEdits } from '../planned.ts';
import {
  block,
  defaults,
  newBlock,
  ONE,
  ONE_ENTRY,
  ONE_REF,
  ONE_US_REF,
  PLUGIN,
  PROVIDER,
  related,
  TWO,
  TWO_ENTRY,
  TWO_REF,
  warnings,
} from './plans.ts';

const REF = ONE_REF;

describe('primary model: reading it', () => {
  const cases: [config: JsonObject | undefined, ref: string | undefined][] = [
    [undefined, undefined],
    [{}, undefined],
    [defaults({}), undefined],
    [defaults({ model: REF }), REF],
    [defaults({ model: { primary: REF, fallbacks: [] } }), REF],
    [defaults({ model: 'anthropic/claude' }), 'anthropic/claude'],
    [defaults({ model: { fallbacks: [REF] } }), undefined],
    [defaults({ model: '' }), undefined],
    [defaults({ model: { primary: 3 } }), undefined],
    [defaults({ model: [REF] }), undefined],
    [defaults({ model: null }), undefined],
  ];
  for (const [config, ref] of cases) {
    it(JSON.stringify(config) || 'no config', () => assert.equal(primaryRef(config), ref));
  }

  it('where none is set, as the first that is described', () => {
    const providers = {
      none: { models: [] },
      openai: { models: [{ id: 'a/b' }, { id: 'c' }] },
      other: { models: [{ id: 'd' }] },
    };
    assert.equal(implicitPrimaryRef({ models: { providers } }), 'openai/a/b');
    assert.equal(implicitPrimaryRef({ models: { providers }, ...defaults({ model: REF }) }), undefined);
    assert.equal(implicitPrimaryRef({}), undefined);
  });

  it('as a model, by any of its routes', () => {
    assert.equal(primaryModel([TWO, ONE], defaults({ model: ONE_US_REF })), ONE);
    assert.equal(primaryModel([TWO, ONE], defaults({ model: 'openai/one' })), undefined);
    assert.equal(primaryModel([TWO, ONE], {}), undefined);
  });
});

describe('primary model: the edits that set it', () => {
  const MODEL = ['agents', 'defaults', 'model'];
  const MODELS = ['agents', 'defaults', 'models'];
  const asObject = { path: MODEL, value: { primary: REF } };
  const asString = { path: MODEL, value: REF };
  const inObject = { path: [...MODEL, 'primary'], value: REF };
  const allowed = { path: [...MODELS, REF], value: {} };

  const cases: [name: string, config: JsonObject, edits: object[]][] = [
    ['an empty config', {}, [asObject]],
    ['no model yet', defaults({}), [asObject]],
    ['a string', defaults({ model: 'other/one' }), [asString]],
    ['an object', defaults({ model: { primary: 'other/one', fallbacks: ['x/y'] } }), [inObject]],
    ['an object with fallbacks only', defaults({ model: { fallbacks: ['x/y'] } }), [inObject]],
    ['something that is neither', defaults({ model: null }), [asObject]],
    ['an empty map of models, which allows all', defaults({ model: 'x/y', models: {} }), [asString]],
    ['a map of models with others', defaults({ model: 'x/y', models: { 'x/y': {} } }), [asString, allowed]],
    [
      'a map of models that has it',
      defaults({ model: 'x/y', models: { 'x/y': {}, [REF]: { alias: 'one' } } }),
      [asString],
    ],
    ['models that are no map', defaults({ model: 'x/y', models: ['x/y'] }), [asString]],
    [
      'a policy, which only somebody may change',
      defaults({ model: 'x/y', modelPolicy: { allow: ['x/y'] } }),
      [asString],
    ],
  ];
  for (const [name, config, edits] of cases) {
    it(name, () => assert.deepEqual(primaryEdits(config, REF), edits));
  }

  it('name nothing that every object has', () => {
    const models: JsonValue = { 'x/y': {} };
    assert.deepEqual(primaryEdits(defaults({ models }), 'toString').at(-1)?.path, [...MODELS, 'toString']);
  });
});

describe('primary model: what goes with it', () => {
  const enabled = { path: [...PLUGIN, 'enabled'], value: true };
  const enable = [
    'optional',
    'Enable OpenClaw’s Bedrock plugin (plugins.entries["amazon-bedrock"].enabled)',
    enabled,
  ];
  const discovery = [...PLUGIN, 'config', 'discovery'];
  const known = { models: [ONE, TWO] };

  it('is nothing where discovery runs and lists it', () => {
    assert.deepEqual(related(planPrimary({}, REF, around('2026.9.6', known))), []);
  });

  it('is the allowlist, the plugin and discovery where nothing names credentials', () => {
    const config = defaults({ modelPolicy: { allow: ['openai/*'] } });
    const plan = planPrimary(config, REF, around('2026.9.6', { ...known, hasCredentialMarker: false }));
    assert.deepEqual(related(plan), [
      [
        'optional',
        `Add ${REF} to the models that OpenClaw may use (agents.defaults.modelPolicy.allow)`,
        { path: ['agents', 'defaults', 'modelPolicy', 'allow', 1], value: REF },
      ],
      enable,
      [
        'optional',
        `Have OpenClaw look for Bedrock models (${pathWords(discovery)})`,
        { path: [...discovery, 'enabled'], value: true },
      ],
    ]);
  });

  it('is an entry where discovery does not list it', () => {
    const unknown = 'amazon-bedrock/acme.three-v1:0';
    assert.deepEqual(related(planPrimary({}, unknown, around('2026.9.6', known))), [
      [
        'optional',
        `Describe ${unknown} to OpenClaw (models.providers["amazon-bedrock"])`,
        newBlock({ id: 'acme.three-v1:0', name: 'acme.three-v1:0' }),
      ],
    ]);
  });

  it('is an entry where there is a provider block, which stops discovery from mattering', () => {
    const plan = planPrimary(block(ONE_ENTRY), TWO_REF, around('2026.9.6', known));
    assert.deepEqual(related(plan), [
      [
        'optional',
        `Describe ${TWO_REF} to OpenClaw (models.providers["amazon-bedrock"])`,
        { path: [...PROVIDER, 'models', 1], value: TWO_ENTRY },
      ],
    ]);
    assert.deepEqual(related(planPrimary(block(ONE_ENTRY), REF, around('2026.9.6', known))), []);
  });

  it('are warnings of agents that keep models of their own, and of a missing plugin', () => {
    const config = {
      agents: {
        entries: { main: { model: REF }, work: { model: 'openai/x' }, play: {}, quiet: { model: {} } },
      },
    };
    const plan = planPrimary(config, REF, around('2026.9.6', { isPluginMissing: true }));
    assert.deepEqual(warnings(plan), [
      'These agents keep models of their own: work (openai/x).',
      'This OpenClaw reaches Bedrock through a plugin that is not installed. Install it with: openclaw plugins install @openclaw/amazon-bedrock-provider',
    ]);
    assert.deepEqual(
      plan.warnings.map(({ fix }) => fix && 'command' in fix && fix.command),
      ['openclawBedrock.setAgentModel', 'openclawBedrock.installPlugin'],
    );
  });

  it('is nothing but the allowlist for a model of another provider', () => {
    const config = defaults({ models: { 'x/y': {} } });
    const plan = planPrimary(config, 'openai/x', around('2026.5.7', { hasCredentialMarker: false }));
    assert.deepEqual(
      plan.related.map(({ consent }) => consent),
      ['implied'],
    );
  });
});
