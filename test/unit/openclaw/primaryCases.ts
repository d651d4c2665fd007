/** Configs as people write them, each before and after `REF` was made the primary model. */

export const REF = 'amazon-bedrock/us.acme.one-v1:0';

export interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The value that is replaced, as it is written; absent where members are only added. */
  readonly old?: string;
}

export const CASES: Case[] = [
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
    after: `{a: 1, agents: {defaults: {model: {primary: "${REF}"}}},} // mine`,
  },
  {
    name: 'minified',
    before: '{"gateway":{"port":18789}}',
    after: `{"gateway":{"port":18789},"agents":{"defaults":{"model":{"primary":"${REF}"}}}}`,
  },
  {
    name: 'minified, an empty object in it',
    before: '{"agents":{"defaults":{}}}',
    after: `{"agents":{"defaults":{"model":{"primary":"${REF}"}}}}`,
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
