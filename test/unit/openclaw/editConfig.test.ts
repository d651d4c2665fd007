import assert from 'node:assert/strict';
import JSON5 from 'json5';
import { type Edit, editConfig } from '../../../src/openclaw/editConfig.ts';
import { primaryRef } from '../../../src/openclaw/edits/primaryModel.ts';
import { primaryEdits } from './planned.ts';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import { parseConfig } from '../../../src/openclaw/readConfig.ts';
import { readWith } from '../../../src/openclaw/variables.ts';
import { ProblemError } from '../../../src/problem.ts';
import { assertOnlyInserted, assertOnlyReplaced } from './lossless/unchanged.ts';
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

  it('a text that json5 would read otherwise once edited, without blaming the file', async () => {
    // The line comment ends at U+2028 for json5, and not for the syntax tree.
    assert.equal((await problemOf('{ // comment\u2028 a: 1\n}'))?.code, 'config-not-written');
  });

  it('a text that is nested too deeply for the syntax tree', async () => {
    const problem = await problemOf(`{ a: ${'['.repeat(20_000)}${']'.repeat(20_000)} }`);
    assert.equal(problem?.code, 'config-not-written');
    assert.match(problem.explanation, /nested too deeply/);
  });

  it('an element beyond the end of a list, a name in a list, a place in an object', async () => {
    for (const path of [
      ['list', 2],
      ['list', -1],
      ['list', 'x'],
      ['object', 0],
      ['none', 0],
    ]) {
      const problem = await problemOf('{ list: [1], object: {} }', [{ path, value: 1 }]);
      assert.equal(problem?.code, 'config-not-written', path.join());
    }
  });

  it('to take out the whole config', async () => {
    assert.equal((await problemOf('{ a: 1 }', [{ path: [], remove: true }]))?.code, 'config-not-written');
  });

  it('nothing where there is nothing to edit', async () => {
    assert.equal(await editConfig('{ a: 1 }', [], FILE), '{ a: 1 }');
  });
});

describe('editing a config that nothing stands in yet', () => {
  for (const text of ['', '\n', '// soon\n', '/* soon */']) {
    it(JSON.stringify(text), async () => {
      const edited = await editConfig(text, [{ path: ['a'], value: 1 }], FILE);
      const begin = text.endsWith('/') ? `${text}\n` : text;
      assert.equal(edited, `${begin}{\n  "a": 1\n}\n`);
    });
  }

  it('behind a comment that nothing may stand behind on its line', async () => {
    const edited = await editConfig('\uFEFF// soon\r\n// later', [{ path: ['a'], value: 1 }], FILE);
    assert.equal(edited, '\uFEFF// soon\r\n// later\r\n{\r\n  "a": 1\r\n}\r\n');
  });

  it('leaves it blank where nothing is added', async () => {
    assert.equal(await editConfig('// soon', [{ path: ['a'], remove: true }], FILE), '// soon');
  });
});

describe('editing the config: several edits', () => {
  it('each builds on those before', async () => {
    const edits: Edit[] = [
      { path: ['list', 1], value: 'b' },
      { path: ['list', 0], remove: true },
      { path: ['new', 'x'], value: 1 },
      { path: ['new', 'y'], value: 2 },
      { path: ['old'], remove: true },
    ];
    const text = "{\n  list: ['a'], // list\n  old: 1, // old\n}\n";
    assert.equal(
      await editConfig(text, edits, FILE),
      "{\n  list: ['b'], // list\n  new: {\n    x: 1,\n    y: 2,\n  },\n}\n",
    );
  });

  it('that end where they began leave the text as it is', async () => {
    const text = '{ a: 0x1, b: {\n} }';
    const edits: Edit[] = [
      { path: ['a'], value: 2 },
      { path: ['b', 'c'], value: 2 },
      { path: ['b', 'c'], remove: true },
      { path: ['a'], value: 1 },
    ];
    assert.equal(await editConfig(text, edits, FILE), text);
  });

  it('that find nothing to take out leave it as it is', async () => {
    const text = '{ a: [1], b: { c: 1 } }';
    const paths = [['x'], ['x', 'y'], ['a', 1], ['a', 7, 'x'], ['a', 0, 'x'], ['b', 'd'], ['b', 0]];
    const edits = paths.map(path => ({ path, remove: true as const }));
    assert.equal(await editConfig(text, edits, FILE), text);
  });
});

describe('editing the config: variables', () => {
  const read = readWith({ TOKEN: 't0ken', ONE: 'x/one' });
  const edited = (text: string, ...edits: Edit[]) => editConfig(text, edits, FILE, { read });
  const text = `{
  gateway: { token: '\${TOKEN}', note: '$\${TOKEN}' },
  fallbacks: ['\${ONE}', "x/two"],
}`;

  it('stay as they are written where something beside them changes', async () => {
    const value = { token: 't0ken', note: '${TOKEN}', port: 1 };
    assert.equal(await edited(text, { path: ['gateway'], value }), text.replace("}' }", "}', port: 1 }"));
    assert.equal(
      await edited(text, { path: ['fallbacks'], value: ['x/two', 'x/one'] }),
      text.replace(/\[.*\]/, `["x/two", '$\{ONE}']`),
    );
    assert.equal(await edited(text, { path: ['fallbacks', 0], value: 'x/one' }), text);
  });

  it('stay as they are written where something is put around them', async () => {
    const before = `{ model: "$\{ONE}" }`;
    const value = { primary: 'x/one', fallbacks: ['x/two'] };
    const after = await edited(before, { path: ['model'], value });
    assert.equal(after, `{ model: { primary: "$\{ONE}", fallbacks: ["x/two"] } }`);
  });

  it('are replaced where their value is set to another', async () => {
    const after = await edited(text, { path: ['fallbacks', 0], value: 'x/three' });
    assert.equal(after, text.replace('${ONE}', 'x/three'));
  });

  it('are escaped where they are to be read as they are', async () => {
    const note = 'say $${ONE} or ${MORE}, not ${one}';
    const after = await edited(text, { path: ['gateway', 'note'], value: note });
    assert.equal(
      after,
      text.replace("'$${TOKEN}'", () => "'say $$${ONE} or $${MORE}, not ${one}'"),
    );
    assert.deepEqual(read(parseConfig(after, FILE)), {
      gateway: { token: 't0ken', note },
      fallbacks: ['x/one', 'x/two'],
    });
  });

  it('are written as they are where they are meant', async () => {
    const before = `{ a: '\${ONE}', b: 't0ken', c: '\${TOKEN}' }\n`;
    const meant = (name: string): Edit => ({ path: [name], value: '${TOKEN}', withVariables: true });
    assert.equal(
      await edited(before, meant('a'), meant('b'), meant('c'), meant('d')),
      `{ a: '\${TOKEN}', b: '\${TOKEN}', c: '\${TOKEN}', d: '\${TOKEN}' }\n`,
    );
    assert.equal(await edited(before, meant('c')), before);
  });

  it('are not escaped for a reader that knows none', async () => {
    const after = await editConfig('{ a: 1 }', [{ path: ['a'], value: '${ONE}' }], FILE);
    assert.equal(after, '{ a: "${ONE}" }');
  });
});

describe('editing the config: odd texts', () => {
  for (const text of [
    '{\u2028a: 1\u2029}',
    "{ a: 'two \\\nlines \\\r\nmore', '\\u0061b': 1 }",
    '{ a: 0x10, b: .5, c: +1, d: -Infinity, e: NaN, f: 5., g: 1e-3 }',
    '{ \u00FC: 1, $_: 2, a\\u0062c: 3 }',
    '{ __proto__: { x: 1 }, constructor: 2, toString: 3 }',
    '\uFEFF{\r\n\ta: 1\r\n\t,\r\n\tb: 2\r\n\t,\r\n}',
    '{a:1//c\n,/*d*/b:2/**/}//e',
    '{\ra: 1, // old\rb: 2,\r}',
    `{ a: ${'['.repeat(1_000)}${']'.repeat(1_000)} }`,
    `${'{ a: '.repeat(1_000)}1${' }'.repeat(1_000)}`,
    `{ a: ${'['.repeat(200_000)}${']'.repeat(200_000)} }`,
  ]) {
    it(`adds to and takes out of ${JSON.stringify(text.slice(0, 60))}`, async () => {
      const added = await editConfig(text, [{ path: ['added'], value: 'x' }], FILE);
      assertOnlyInserted(text, added);
      assert.equal(await editConfig(added, [{ path: ['added'], remove: true }], FILE), text);
    });
  }
});

describe('editing a config too large to be read again whole', () => {
  const members = Array.from({ length: 5_000 }, (_, index) => {
    return `    'p-${index}': { id: "m-${index}", input: ['text'], }, // { ' ${index}\n`;
  });
  const text = `// omitted0:0\n{\n  first: 1,\n  providers: {\n${members.join('')}  },\n  last: [${'0, '.repeat(500)}],\n}\n`;
  const cases: [name: string, edit: Edit, after: (text: string) => string][] = [
    ['sets', { path: ['providers', 'p-77', 'id'], value: 'x' }, all => all.replace('"m-77"', '"x"')],
    [
      'adds',
      { path: ['providers', 'p-77', 'name'], value: 'x' },
      all => all.replace(/'p-77': .*\]/, `$&, name: "x"`),
    ],
    [
      'adds at the end',
      { path: ['providers', 'new'], value: { id: 'x' } },
      all => all.replace('  },\n  last', '    \'new\': { id: "x" },\n  },\n  last'),
    ],
    ['takes out', { path: ['providers', 'p-77'], remove: true }, all => all.replace(/\n.*'p-77':.*/, '')],
    ['takes out the last', { path: ['last'], remove: true }, all => all.replace(/\n {2}last.*/, '')],
    [
      'sets what is large itself',
      { path: ['last'], value: [0] },
      all => all.replace(/last: .*\]/, 'last: [0, ]'),
    ],
  ];
  for (const [name, edit, after] of cases) {
    it(name, async () => {
      assert.ok(text.length > 250_000);
      const edited = await editConfig(text, [edit], FILE);
      assert.ok(edited === after(text), `${edited.length} characters`);
    });
  }

  it('changes nothing where there is nothing to change', async () => {
    assert.equal(await editConfig(text, [{ path: ['first'], value: 1 }], FILE), text);
  });

  it('refuses what is malformed anywhere', async () => {
    await assert.rejects(
      editConfig(text.replace("'p-99':", "'p-99'"), [{ path: ['first'], value: 2 }], FILE),
      /syntax error/,
    );
  });
});
