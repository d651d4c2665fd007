import assert from 'node:assert/strict';
import JSON5 from 'json5';
import { type Edit, editConfig } from '../../../src/openclaw/editConfig.ts';
import { primaryEdits, primaryRef } from '../../../src/openclaw/primaryModel.ts';
import { type JsonObject, parseConfig } from '../../../src/openclaw/readConfig.ts';
import { ProblemError } from '../../../src/problem.ts';
import { assertOnlyInserted, assertOnlyReplaced } from './lossless.ts';

const REF = 'amazon-bedrock/us.acme.one-v1:0';
const FILE = '/home/dev/.openclaw/openclaw.json';

const setPrimary = (text: string) => editConfig(text, primaryEdits(parseConfig(text, FILE), REF), FILE);

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The value that is replaced, as it is written; absent where members are only added. */
  readonly old?: string;
}

const CASES: Case[] = [
  {
    name: 'an empty object',
    before: '{}',
    after: `{
  "agents": {
    "defaults": {
      "model": {
        "primary": "${REF}"
      }
    }
  }
}`,
  },
  {
    name: 'an empty object over two lines',
    before: '{\n}\n',
    after: `{
  "agents": {
    "defaults": {
      "model": {
        "primary": "${REF}"
      }
    }
  }
}
`,
  },
  {
    name: 'an empty object with a blank line, byte order mark and CRLF',
    before: '\uFEFF{\r\n\r\n}\r\n',
    after: crlf(`\uFEFF{
  "agents": {
    "defaults": {
      "model": {
        "primary": "${REF}"
      }
    }
  }

}
`),
  },
  {
    name: 'a comment inside an empty object',
    before: '// top\n{\n  // inside\n}\n// end\n',
    after: `// top
{
  // inside
  "agents": {
    "defaults": {
      "model": {
        "primary": "${REF}"
      }
    }
  }
}
// end
`,
  },
  {
    name: 'a comment beside the brace of an empty object',
    before: '{ // mine\n}',
    after: `{ // mine
  "agents": {
    "defaults": {
      "model": {
        "primary": "${REF}"
      }
    }
  }
}`,
  },
  {
    name: 'comments deep inside an empty object, trailing commas',
    before: `{
  agents: {
    defaults: {
      // none yet

      /* really */
    },
  },
}
`,
    after: `{
  agents: {
    defaults: {
      // none yet

      /* really */
      model: {
        primary: "${REF}",
      },
    },
  },
}
`,
  },
  {
    name: 'no trailing comma',
    before: '{\n  "gateway": { "port": 18789 }\n}\n',
    after: `{
  "gateway": { "port": 18789 },
  "agents": {
    "defaults": {
      "model": {
        "primary": "${REF}"
      }
    }
  }
}
`,
  },
  {
    name: 'a trailing comma',
    before: '{\n  gateway: { port: 18789 },\n}\n',
    after: `{
  gateway: { port: 18789 },
  agents: {
    defaults: {
      model: {
        primary: "${REF}",
      },
    },
  },
}
`,
  },
  {
    name: 'a comment beside the last member, no trailing comma',
    before: '{\n  a: 1 // one\n  // the end\n}',
    after: `{
  a: 1, // one
  agents: {
    defaults: {
      model: {
        primary: "${REF}"
      }
    }
  }
  // the end
}`,
  },
  {
    name: 'comments beside the last member, behind its comma',
    before: '{\n  a: 1 /* one */, /* two\n  lines */ // three\n\n  // the end\n}',
    after: `{
  a: 1 /* one */, /* two
  lines */ // three
  agents: {
    defaults: {
      model: {
        primary: "${REF}",
      },
    },
  },

  // the end
}`,
  },
  {
    name: 'a comma on a line of its own',
    before: '{\n  a: 1 // one\n  , // two\n}',
    after: `{
  a: 1 // one
  , // two
  agents: {
    defaults: {
      model: {
        primary: "${REF}",
      },
    },
  },
}`,
  },
  {
    name: 'a closing brace beside the last member',
    before: '{ a: 1,\n  b: 2 /* two */ }',
    after: `{ a: 1,
  b: 2, /* two */
  agents: {
    defaults: {
      model: {
        primary: "${REF}"
      }
    }
  } }`,
  },
  {
    name: 'several members on a line',
    before: '{\n  a: 1, b: 2 // both\n}',
    after: `{
  a: 1, b: 2, agents: { defaults: { model: { primary: "${REF}" } } } // both
}`,
  },
  {
    name: 'tabs and single quotes',
    before: "{\n\t'gateway': {\n\t\t'mode': 'local',\n\t},\n}\n",
    after: `{
\t'gateway': {
\t\t'mode': 'local',
\t},
\t'agents': {
\t\t'defaults': {
\t\t\t'model': {
\t\t\t\t'primary': '${REF}',
\t\t\t},
\t\t},
\t},
}
`,
  },
  {
    name: 'four blanks, blanks before colons',
    before: '{\n    "agents" : {\n        "list" : [\n            { "id" : "main" }\n        ]\n    }\n}\n',
    after: `{
    "agents" : {
        "list" : [
            { "id" : "main" }
        ],
        "defaults" : {
            "model" : {
                "primary" : "${REF}"
            }
        }
    }
}
`,
  },
  {
    name: 'no indentation at all',
    before: '{\na: 1\n}',
    after: `{
a: 1,
agents: {
  defaults: {
    model: {
      primary: "${REF}"
    }
  }
}
}`,
  },
  {
    name: 'a byte order mark and CRLF around a string, which stays a string',
    before: crlf(`\uFEFF{
  'agents': {
    'defaults': {
      'model': 'other/one', // mine
    },
  },
}
`),
    after: crlf(`\uFEFF{
  'agents': {
    'defaults': {
      'model': '${REF}', // mine
    },
  },
}
`),
    old: "'other/one'",
  },
  {
    name: 'a string in other quotes than the rest',
    before: `{\n  'agents': { defaults: { model: "other/one" } },\n}`,
    after: `{\n  'agents': { defaults: { model: "${REF}" } },\n}`,
    old: '"other/one"',
  },
  {
    name: 'comments wherever they can be, around the value',
    before: `/* 1 */ { // 2
  /* 3 */ agents /* 4 */ : /* 5 */ { /* 6 */
    defaults: { // 7
      model: /* 8 */ // 9
        /* 10 */ 'other/one' /* 11 */ // 12
      , /* 13 */
    } /* 14 */, // 15
  }, /* 16 */
} // 17
/* 18 */`,
    after: `/* 1 */ { // 2
  /* 3 */ agents /* 4 */ : /* 5 */ { /* 6 */
    defaults: { // 7
      model: /* 8 */ // 9
        /* 10 */ '${REF}' /* 11 */ // 12
      , /* 13 */
    } /* 14 */, // 15
  }, /* 16 */
} // 17
/* 18 */`,
    old: "'other/one'",
  },
  {
    name: 'an object keeps its fallbacks and its comments',
    before: `{
  agents: {
    defaults: {
      model: {
        // the big one
        primary: 'other/one', // by day
        fallbacks: ['other/two'],
      },
    },
  },
}
`,
    after: `{
  agents: {
    defaults: {
      model: {
        // the big one
        primary: '${REF}', // by day
        fallbacks: ['other/two'],
      },
    },
  },
}
`,
    old: "'other/one'",
  },
  {
    name: 'an object with fallbacks only',
    before: `{\n  agents: { id: 'x', defaults: { model: { fallbacks: ['other/two'] } } },\n}`,
    after: `{\n  agents: { id: 'x', defaults: { model: { fallbacks: ['other/two'], primary: '${REF}' } } },\n}`,
  },
  {
    name: 'duplicate names, of which the last counts',
    before: `{
  agents: { defaults: { model: 'other/one' } },
  agents: { defaults: { model: 'other/two' } },
  agents: { defaults: { model: 'other/three', model: 'other/four' } },
}`,
    after: `{
  agents: { defaults: { model: 'other/one' } },
  agents: { defaults: { model: 'other/two' } },
  agents: { defaults: { model: 'other/three', model: '${REF}' } },
}`,
    old: "'other/four'",
  },
  {
    name: 'duplicate names of objects, the last of which is added to',
    before: '{\n  agents: { defaults: { a: 1 } },\n  agents: { b: 2 },\n}',
    after: `{
  agents: { defaults: { a: 1 } },
  agents: { b: 2, defaults: { model: { primary: "${REF}" } } },
}`,
  },
  {
    name: 'a name written with an escape',
    before: '{\n  "a\\u0067ents": { "defaults": { "model": "other/one" } }\n}',
    after: `{\n  "a\\u0067ents": { "defaults": { "model": "${REF}" } }\n}`,
    old: '"other/one"',
  },
  {
    name: '${VARS}',
    before: '{\n  gateway: { token: "${GATEWAY_TOKEN}", note: "$${LITERAL}" },\n}\n',
    after: `{
  gateway: { token: "\${GATEWAY_TOKEN}", note: "$\${LITERAL}" },
  agents: {
    defaults: {
      model: {
        primary: "${REF}",
      },
    },
  },
}
`,
  },
  {
    name: 'one line',
    before: '{ "gateway": { "port": 18789 } }\n',
    after: `{ "gateway": { "port": 18789 }, "agents": { "defaults": { "model": { "primary": "${REF}" } } } }\n`,
  },
  {
    name: 'one line with a comment behind',
    before: '{a: 1,} // mine',
    after: `{a: 1, agents: { defaults: { model: { primary: "${REF}" } } },} // mine`,
  },
  {
    name: 'minified',
    before: '{"gateway":{"port":18789}}',
    after: `{"gateway":{"port":18789}, "agents":{ "defaults":{ "model":{ "primary":"${REF}" } } }}`,
  },
  {
    name: 'minified, an empty object in it',
    before: '{"agents":{"defaults":{}}}',
    after: `{"agents":{"defaults":{"model":{ "primary":"${REF}" }}}}`,
  },
  {
    name: 'minified, a string',
    before: '{"agents":{"defaults":{"model":"other/one"}},"z":1}',
    after: `{"agents":{"defaults":{"model":"${REF}"}},"z":1}`,
    old: '"other/one"',
  },
  {
    name: 'everything that JSON5 has beyond JSON',
    before: `{
  a: +1, b: .5, c: 5., d: 0xC0FFEE, e: -Infinity, $f_1: NaN, ünï: 'it\\'s',
  g: 'two \\
lines', h: '\\x41\\v\\0',\u00A0
  agents: { defaults: { model: null } },
}`,
    after: `{
  a: +1, b: .5, c: 5., d: 0xC0FFEE, e: -Infinity, $f_1: NaN, ünï: 'it\\'s',
  g: 'two \\
lines', h: '\\x41\\v\\0',\u00A0
  agents: { defaults: { model: PRINTED } },
}`,
    old: 'null',
  },
];

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

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

  for (const text of [
    '',
    '{',
    '{ a: 1 b: 2 }',
    '{,}',
    '{ a: 1,, }',
    '{ a: 1; }',
    '[]',
    '{} {}',
    '{ a: 1 /* }',
  ]) {
    it(`${text || 'nothing'}, which is malformed`, async () => {
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
