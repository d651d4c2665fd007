import assert from 'node:assert/strict';
import JSON5 from 'json5';
import type { JsonObject, JsonValue, Path } from '../../../../src/openclaw/jsonValue.ts';
import { editText } from '../../../../src/openclaw/lossless/editText.ts';
import { editValue, type LocalEdit } from '../../../../src/openclaw/lossless/editValue.ts';
import * as syntaxTree from '../../../../src/openclaw/syntaxTree.ts';

type Case = [name: string, before: string, edit: LocalEdit, after: string];

const read = (text: string) => JSON5.parse<JsonObject>(text.replace(/^\uFEFF/, ''));
const set = (path: Path, value: JsonValue): LocalEdit => ({ path, value });
const remove = (...path: Path): LocalEdit => ({ path, remove: true });
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** Each also with CRLF, which changes nothing else. */
function test(cases: readonly Case[]): void {
  for (const [name, before, edit, after] of cases) {
    it(name, () => {
      assert.equal(editText(syntaxTree, before, read(before), edit), after);
      assert.deepEqual(read(after), editValue(read(before), edit));
      assert.equal(editText(syntaxTree, crlf(before), read(crlf(before)), edit), crlf(after));
    });
  }
}

describe('editing the text: values', () => {
  test([
    ['a number', '{\n  a: 1,\n}', set(['a'], 2), '{\n  a: 2,\n}'],
    ['true', '{ a: 1 }', set(['a'], true), '{ a: true }'],
    ['null', '{ a: "x" }', set(['a'], null), '{ a: null }'],
    [
      'what JSON has no number for',
      '{ a: 1 }',
      set(['a'], [-0, Infinity, NaN]),
      '{ a: [-0, Infinity, NaN] }',
    ],
    [
      'a string for a number, in the file’s quotes',
      "{ a: 1, b: 'x' }",
      set(['a'], 'y'),
      "{ a: 'y', b: 'x' }",
    ],
    [
      'a string in the quotes of a list',
      "{\n  a: { l: ['x'] },\n}",
      set(['a', 'b'], 'y'),
      "{\n  a: { l: ['x'], b: 'y' },\n}",
    ],
    ['a string in its own quotes', `{ a: 'x', b: "y" }`, set(['b'], 'z'), `{ a: 'x', b: "z" }`],
    ['a string with both quotes', `{ a: 'x' }`, set(['a'], `it's "so"`), `{ a: 'it\\'s "so"' }`],
    [
      'a string with both quotes, in double ones',
      `{ a: "x" }`,
      set(['a'], `it's "so"`),
      `{ a: "it's \\"so\\"" }`,
    ],
    ['a string with a backslash and a line end', `{ a: 'x' }`, set(['a'], 'a\\b\nc'), `{ a: 'a\\\\b\\nc' }`],
    [
      'a string with line ends that JSON has not',
      `{ a: 'x' }`,
      set(['a'], '\u2028\u2029'),
      `{ a: '\\u2028\\u2029' }`,
    ],
    ['a string beyond ASCII', `{ a: 'x' }`, set(['a'], 'ü 😀 工'), `{ a: 'ü 😀 工' }`],
    [
      'an object over several lines',
      '{\n  a: 1,\n}',
      set(['a'], { b: [1, 'x'], c: {}, d: [] }),
      '{\n  a: {\n    b: [\n      1,\n      "x",\n    ],\n    c: {},\n    d: [],\n  },\n}',
    ],
    [
      'an object in a line',
      '{\n  a: { b: null },\n}',
      set(['a', 'b'], { c: 1 }),
      '{\n  a: { b: { c: 1 } },\n}',
    ],
    [
      'an object in a minified file',
      '{"a":{"b":null}}',
      set(['a', 'b'], { c: [1, 2] }),
      '{"a":{"b":{"c":[1,2]}}}',
    ],
    [
      'a list the way the file has its lists',
      "{\n  input: ['a'],\n  model: {\n    id: 'x',\n  },\n}",
      set(['model', 'input'], ['a', 'b']),
      "{\n  input: ['a'],\n  model: {\n    id: 'x',\n    input: ['a', 'b'],\n  },\n}",
    ],
    [
      'an object the way its neighbours are',
      `{\n  models: {\n    'x/y': { alias: 'y' }, // why\n  },\n}`,
      set(['models', 'z'], { alias: 'z' }),
      `{\n  models: {\n    'x/y': { alias: 'y' }, // why\n    'z': { alias: 'z' },\n  },\n}`,
    ],
    [
      'into an empty object the way its neighbours are',
      `{\n  models: {\n    'x/y': { alias: 'y' },\n    z: {},\n  },\n}`,
      set(['models', 'z', 'alias'], 'z'),
      `{\n  models: {\n    'x/y': { alias: 'y' },\n    z: { alias: 'z' },\n  },\n}`,
    ],
  ]);
});

describe('editing the text: names', () => {
  test([
    [
      'bare below one that must be quoted',
      "{\n  a: {\n    'x/y': {},\n  },\n}",
      set(['b'], { 'x/y': 1, c: { d: 1 } }),
      "{\n  a: {\n    'x/y': {},\n  },\n  b: {\n    'x/y': 1,\n    c: {\n      d: 1,\n    },\n  },\n}",
    ],
    ['bare beside bare ones', '{ a: 1 }', set(['b_2'], 0), '{ a: 1, b_2: 0 }'],
    ['quoted beside bare ones where it must be', '{ a: 1 }', set(['b-2'], 0), '{ a: 1, "b-2": 0 }'],
    ['quoted beside single quotes', "{ 'a': 1 }", set(["it's"], 0), "{ 'a': 1, 'it\\'s': 0 }"],
    ['quoted beside double quotes', '{ "a": \'x\' }', set(['b'], 0), '{ "a": \'x\', "b": 0 }'],
    [
      'as the neighbour, whatever the file begins with',
      '{ "a": { b: 1 } }',
      set(['c'], 0),
      '{ "a": { b: 1 }, "c": 0 }',
    ],
    ['that begins with a digit', '{ a: 1 }', set(['2b'], 0), '{ a: 1, "2b": 0 }'],
    ['that is empty', '{ a: 1 }', set([''], 0), '{ a: 1, "": 0 }'],
    ['that is a keyword', '{ a: 1 }', set(['true'], 0), '{ a: 1, "true": 0 }'],
    ['__proto__', '{ a: 1 }', set(['__proto__'], { x: 1 }), '{ a: 1, __proto__: { x: 1 } }'],
    [
      '__proto__, on the way',
      '{ __proto__: { x: 1 } }',
      set(['__proto__', 'x'], 2),
      '{ __proto__: { x: 2 } }',
    ],
  ]);
});

describe('editing the text: taking members out', () => {
  const before = `{
  // Gateway

  // the port
  // of the gateway
  port: 1, // not 2
  /* by name */ host: 'h', /* why */

  // Models
  model: 'x' // mine
  // the end
}`;
  test([
    [
      'takes the comments along that are theirs, and leaves headings',
      before,
      remove('port'),
      before.replace(`\n  // the port\n  // of the gateway\n  port: 1, // not 2`, ''),
    ],
    ['with a comment before and one behind', before, remove('host'), before.replace(/\n.*host.*/, '')],
    [
      'the last one, and the comma before it',
      before,
      remove('model'),
      before.replace(`\n  // Models\n  model: 'x' // mine`, '').replace(`'h', /*`, `'h' /*`),
    ],
    ['the last one with a trailing comma', '{\n  a: 1,\n  b: 2,\n}', remove('b'), '{\n  a: 1,\n}'],
    ['the first one in a line', '{ a: 1, b: 2 }', remove('a'), '{ b: 2 }'],
    ['the last one in a line', '{ a: 1 , b: 2 }', remove('b'), '{ a: 1 }'],
    ['one in a minified file', '{"a":1,"b":2,"c":3}', remove('b'), '{"a":1,"c":3}'],
    ['the first on its line', '{\n  a: 1, b: 2, // both\n}', remove('a'), '{\n  b: 2, // both\n}'],
    ['the last on its line', '{\n  a: 1, b: 2, // both\n}', remove('b'), '{\n  a: 1, // both\n}'],
    ['a comma on the next line', '{\n  a: 1 // one\n  , // more\n  b: 2\n}', remove('a'), '{\n  b: 2\n}'],
    [
      'a comment beside a line stays when the next line goes',
      '{\n  a: 1, b: 2, // both\n  c: 3,\n}',
      remove('c'),
      '{\n  a: 1, b: 2, // both\n}',
    ],
    ['never the bracket into a comment', '{ a: 1, // one\n  b: 2 }', remove('b'), '{ a: 1 // one\n}'],
    ['the only one', '{\n  a: {\n    b: 1,\n  },\n}', remove('a', 'b'), '{\n  a: {},\n}'],
    ['the only one, with a comment beside it', '{\n  a: 1, // one\n}', remove('a'), '{}'],
    [
      'the only one, but comments',
      '{ // mine\n  // soon\n  a: 1, // one\n  // end\n}',
      remove('a'),
      '{ // mine\n  // soon\n  // end\n}',
    ],
    [
      'all of the name, since an earlier one would come back',
      '{ a: 1, b: 2, a: 3 }',
      remove('a'),
      '{ b: 2 }',
    ],
    [
      'in the last of two objects of one name',
      '{ a: { b: 1 }, a: { b: 2, c: 3 } }',
      remove('a', 'b'),
      '{ a: { b: 1 }, a: { c: 3 } }',
    ],
    ['__proto__', '{ a: 1, __proto__: 2 }', remove('__proto__'), '{ a: 1 }'],
  ]);
});

describe('editing the text: lists', () => {
  const list = `{
  fallbacks: [
    // in this order
    'one', // fast

    /* the big one */
    "two", // slow
    'three'
  ],
}`;
  const inline = "{ fallbacks: ['one', \"two\", 'three'] }";
  const path = ['fallbacks'];
  test([
    ['an element by its place', list, set(['fallbacks', 1], '2'), list.replace('"two"', '"2"')],
    ['one more', list, set(['fallbacks', 3], 'four'), list.replace("'three'", "'three',\n    'four'")],
    ['one more in a line', inline, set(['fallbacks', 3], 'four'), inline.replace("']", "', 'four']")],
    [
      'one more in lines of two',
      "{\n  a: [\n    'b', 'c',\n    'd', 'e',\n  ],\n}",
      set(['a', 4], 'f'),
      "{\n  a: [\n    'b', 'c',\n    'd', 'e', 'f',\n  ],\n}",
    ],
    [
      'the first of a list in a file without',
      '{\n  a: [],\n}',
      set(['a', 0], 'x'),
      '{\n  a: [\n    "x",\n  ],\n}',
    ],
    [
      'the first of a list in a line',
      '{\n  m: { a: [] },\n}',
      set(['m', 'a', 0], 'x'),
      '{\n  m: { a: ["x"] },\n}',
    ],
    ['without an element', list, remove('fallbacks', 1), list.replace(/\n {4}\/\* the(.|\n)*slow/, '')],
    ['without the last', list, remove('fallbacks', 2), list.replace(",\x20// slow\n    'three'", ' // slow')],
    ['without one in a line', inline, remove('fallbacks', 0), '{ fallbacks: ["two", \'three\'] }'],
    [
      'without the second of two that are the same',
      "{\n  a: [\n    'x', // 1\n    'x', // 2\n  ],\n}",
      remove('a', 1),
      "{\n  a: [\n    'x', // 1\n  ],\n}",
    ],
    [
      'with two that are the same, each with its own comment',
      "{\n  a: [\n    'x', // 1\n    'x', // 2\n  ],\n}",
      set(['a'], ['x', 'y', 'x']),
      "{\n  a: [\n    'x', // 1\n    'y',\n    'x', // 2\n  ],\n}",
    ],
    [
      'in another order, each with its comments',
      list,
      set(path, ['three', 'two', 'one']),
      `{
  fallbacks: [
    'three',

    /* the big one */
    "two", // slow
    // in this order
    'one' // fast
  ],
}`,
    ],
    [
      'in another order, in a line',
      inline,
      set(path, ['three', 'one', 'two']),
      "{ fallbacks: ['three', 'one', \"two\"] }",
    ],
    [
      'one gone, one new in front, in another order',
      list,
      set(path, ['new', 'three', 'one']),
      `{
  fallbacks: [
    'new',
    'three',

    // in this order
    'one' // fast
  ],
}`,
    ],
    [
      'all of it new, laid out as it was',
      list,
      set(path, ['a', 'b']),
      "{\n  fallbacks: [\n    'a',\n    'b'\n\n  ],\n}",
    ],
    ['all of it new in a line', inline, set(path, ['a']), "{ fallbacks: ['a'] }"],
    ['nothing in it', inline, set(path, []), '{ fallbacks: [] }'],
    [
      'objects in it, of which one changes',
      `{\n  list: [\n    { id: 'a', model: 'x' }, // A\n    { id: 'b' /* B */ },\n  ],\n}`,
      set(['list'], [{ id: 'a', model: 'y' }, { id: 'b' }]),
      `{\n  list: [\n    { id: 'a', model: 'y' }, // A\n    { id: 'b' /* B */ },\n  ],\n}`,
    ],
    [
      'a member of an object in it',
      `{\n  list: [\n    { id: 'a' }, // A\n  ],\n}`,
      set(['list', 0, 'model'], 'y'),
      `{\n  list: [\n    { id: 'a', model: 'y' }, // A\n  ],\n}`,
    ],
  ]);
});

describe('editing the text: an object over another', () => {
  test([
    [
      'changes the members that differ',
      `{\n  d: {\n    // on\n    enabled: true,\n    region: 'r', // why\n    filter: ['a', /* b */ 'b'],\n  },\n}`,
      set(['d'], { region: 'r', enabled: false, filter: ['a', 'b'], more: 1 }),
      `{\n  d: {\n    // on\n    enabled: false,\n    region: 'r', // why\n    filter: ['a', /* b */ 'b'],\n    more: 1,\n  },\n}`,
    ],
    [
      'with other members',
      '{\n  a: {\n    b: 1, // b\n  },\n}',
      set(['a'], { c: 2 }),
      '{\n  a: {\n    c: 2,\n  },\n}',
    ],
    ['with none', '{ a: { b: 1, c: 2 } }', set(['a'], {}), '{ a: {} }'],
    [
      'with a name that is there twice',
      '{ a: { b: 1, b: 2 } }',
      set(['a'], { b: 3 }),
      '{ a: { b: 1, b: 3 } }',
    ],
    ['over something else', '{ a: [1] }', set(['a'], { b: 1 }), '{ a: { b: 1 } }'],
  ]);
});

describe('editing the text: what has the value already', () => {
  for (const [text, value] of [
    ["{ a: 'x' }", 'x'],
    ['{ a: "\\u0078" }', 'x'],
    ['{ a: 0x10 }', 16],
    ['{ a: { /* keep */ c: [1,], } }', { c: [1] }],
    ['\uFEFF{ a: null }', null],
    ['{ b: 1, a: { c: [ { d : 1 } ] } }', { c: [{ d: 1 }] }],
  ] as const) {
    it(`stays as it is: ${JSON.stringify(text)}`, () =>
      assert.equal(editText(syntaxTree, text, read(text), set(['a'], value as JsonValue)), text));
  }
});
