import assert from 'node:assert/strict';
import JSON5 from 'json5';
import { type Edit, editConfig } from '../../../src/openclaw/editConfig.ts';
import { primaryEdits, primaryRef } from '../../../src/openclaw/primaryModel.ts';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import { parseConfig } from '../../../src/openclaw/readConfig.ts';
import { ProblemError } from '../../../src/problem.ts';
import { assertOnlyInserted, assertOnlyReplaced } from './lossless.ts';
import { CASES, REF } from './primaryCases.ts';

const FILE = '/home/dev/.openclaw/openclaw.json';

const setPrimary = (text: string) => editConfig(text, primaryEdits(parseConfig(text, FILE), REF), FILE);

describe('editing the config: setting the primary model', () => {
  for (const { name, before, after, old } of CASES) {
    describe(name, () => {
      it('is written out as expected', async () => {
        const edited = await setPrimary(before);
        const [start = '', end = ''] = after.split('PRINTED');
        if (!after.includes('PRINTED')) assert.equal(edited, after);
        else assert.ok(edited.startsWith(start) && edited.endsWith(end), edited);
      });

      it('is read by json5 as intended', async () => {
        const intended = JSON5.parse<JsonObject>(before.replace('\uFEFF', ''));
        const read = JSON5.parse<JsonObject>((await setPrimary(before)).replace('\uFEFF', ''));
        assert.equal(primaryRef(read), REF);
        assert.deepEqual(read, withPrimary(intended));
      });

      it('leaves everything else as it was', async () => {
        const edited = await setPrimary(before);
        if (old) assertOnlyReplaced(before, edited, old);
        else assertOnlyInserted(before, edited);
      });

      it('is not written again', async () => {
        const edited = await setPrimary(before);
        assert.equal(await setPrimary(edited), edited);
      });
    });
  }

  /** By hand, the way the issue says it. */
  function withPrimary(config: JsonObject): JsonObject {
    const value = structuredClone(config) as { agents?: { defaults?: { model?: unknown } } };
    const defaults = ((value.agents ??= {}).defaults ??= {});
    const { model } = defaults;
    if (typeof model === 'string') defaults.model = REF;
    else defaults.model = { ...(model as object | null | undefined), primary: REF };
    return value as JsonObject;
  }
});

describe('editing the config: the map of models', () => {
  const cases: [name: string, before: string, after: string][] = [
    [
      'gets the ref where it is the allowlist',
      `{
  agents: {
    defaults: {
      model: 'other/one',
      models: {
        'other/one': { alias: 'one' }, // first
        // last
      },
    },
  },
}`,
      `{
  agents: {
    defaults: {
      model: '${REF}',
      models: {
        'other/one': { alias: 'one' }, // first
        '${REF}': {},
        // last
      },
    },
  },
}`,
    ],
    [
      'stays empty where it is empty',
      `{ agents: { defaults: { model: 'other/one', models: {} } } }`,
      `{ agents: { defaults: { model: '${REF}', models: {} } } }`,
    ],
    [
      'stays as it is where it has the ref',
      `{ agents: { defaults: { model: 'other/one', models: { '${REF}': { alias: 'x' } } } } }`,
      `{ agents: { defaults: { model: '${REF}', models: { '${REF}': { alias: 'x' } } } } }`,
    ],
    [
      'gets a quoted name in a file of bare ones',
      '{\n  agents: {\n    defaults: {\n      model: "x/y",\n      models: {\n        all: {}\n      }\n    }\n  }\n}',
      `{\n  agents: {\n    defaults: {\n      model: "${REF}",\n      models: {\n        all: {},\n        "${REF}": {}\n      }\n    }\n  }\n}`,
    ],
  ];
  for (const [name, before, after] of cases) {
    it(name, async () => assert.equal(await setPrimary(before), after));
  }
});

describe('editing the config: what is refused', () => {
  const edit: Edit = { path: ['agents', 'defaults', 'model'], value: REF };
  const problemOf = async (text: string, edits: Edit[] = [edit]) => {
    try {
      await editConfig(text, edits, FILE);
    } catch (error) {
      assert.ok(error instanceof ProblemError);
      return error.problem;
    }
    return undefined;
  };

  for (const text of ['{ agents: [] }', '{ agents: { defaults: "x" } }', '{ agents: null }']) {
    it(`${text}, where something in the way is no object`, async () => {
      const problem = await problemOf(text);
      assert.equal(problem?.code, 'config-not-written');
      assert.ok(problem.explanation.includes(FILE));
    });
  }

  for (const text of ['{', '{ a: 1 b: 2 }', '{,}', '{ a: 1,, }', '{ a: 1; }', '[]', '{} {}', '{ a: 1 /* }']) {
    it(`${text}, which is malformed`, async () => {
      assert.equal((await problemOf(text))?.code, 'config-malformed');
    });
  }

  it('a text that json5 would read otherwise once edited', async () => {
    // The line comment ends at U+2028 for json5, and not for the syntax tree.
    assert.notEqual(await problemOf('{ // comment\u2028 a: 1\n}'), undefined);
  });

  it('nothing where there is nothing to edit', async () => {
    assert.equal(await editConfig('{ a: 1 }', [], FILE), '{ a: 1 }');
  });
});

describe('editing a config that nothing stands in yet', () => {
  for (const text of ['', '\n', '// soon\n', '/* soon */']) {
    it(JSON.stringify(text), async () => {
      const edited = await editConfig(text, [{ path: ['a'], value: 1 }], FILE);
      assert.equal(edited, `${text}{\n  "a": 1\n}\n`);
    });
  }
});
