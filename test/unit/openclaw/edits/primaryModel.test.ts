import assert from 'node:assert/strict';
import { primaryRef } from '../../../src/openclaw/edits/primaryModel.ts';
import { primaryEdits } from './planned.ts';
import type { JsonObject, JsonValue } from '../../../src/openclaw/jsonValue.ts';

const defaults = (its: JsonObject): JsonObject => ({ agents: { defaults: its } });
const REF = 'amazon-bedrock/acme.one-v1:0';

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
  ];
  for (const [name, config, edits] of cases) {
    it(name, () => assert.deepEqual(primaryEdits(config, REF), edits));
  }

  it('name nothing that every object has', () => {
    const models: JsonValue = { 'x/y': {} };
    assert.deepEqual(primaryEdits(defaults({ models }), 'toString').at(-1)?.path, [...MODELS, 'toString']);
  });
});
