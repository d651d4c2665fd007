import assert from 'node:assert/strict';
import JSON5 from 'json5';
import type { JsonValue } from '../../../src/openclaw/jsonValue.ts';
import { type MemberPath, setMember } from '../../../src/openclaw/setMember.ts';
import * as syntaxTree from '../../../src/openclaw/syntaxTree.ts';

const set = (text: string, path: MemberPath, value: JsonValue) => setMember(syntaxTree, text, path, value);

describe('setting a member: values', () => {
  const cases: [name: string, before: string, value: JsonValue, after: string][] = [
    ['a number', '{\n  a: 1,\n}', 2, '{\n  a: 2,\n}'],
    ['true', '{ a: 1 }', true, '{ a: true }'],
    ['null', '{ a: "x" }', null, '{ a: null }'],
    ['a string for a number, in the file’s quotes', "{ a: 1, b: 'x' }", 'y', "{ a: 'y', b: 'x' }"],
    ['a string with both quotes', `{ a: 'x' }`, `it's "so"`, `{ a: 'it\\'s "so"' }`],
    ['a string with both quotes, in double ones', `{ a: "x" }`, `it's "so"`, `{ a: "it's \\"so\\"" }`],
    ['a string with a backslash and a line end', `{ a: 'x' }`, 'a\\b\nc', `{ a: 'a\\\\b\\nc' }`],
    ['a string beyond ASCII', `{ a: 'x' }`, 'ü 😀 工', `{ a: 'ü 😀 工' }`],
    [
      'an object over several lines',
      '{\n  a: 1,\n}',
      { b: [1, 'x'], c: {}, d: [] },
      '{\n  a: {\n    b: [\n      1,\n      "x"\n    ],\n    c: {},\n    d: []\n  },\n}',
    ],
  ];
  for (const [name, before, value, after] of cases) {
    it(name, () => {
      const edited = set(before, ['a'], value);
      assert.equal(edited, after);
      assert.deepEqual(JSON5.parse<{ a: JsonValue }>(edited).a, value);
    });
  }
});

describe('setting a member: the same value', () => {
  for (const [text, value] of [
    ["{ a: 'x' }", 'x'],
    ['{ a: "\\u0078" }', 'x'],
    ['{ a: 0x10 }', 16],
    ['{ a: { /* keep */ c: [1,], } }', { c: [1] }],
    ['\uFEFF{ a: null }', null],
  ] as const) {
    it(`leaves ${JSON.stringify(text)} as it is`, () =>
      assert.equal(set(text, ['a'], value as JsonValue), text));
  }
});

describe('setting a member: names', () => {
  const cases: [name: string, before: string, added: string, after: string][] = [
    ['bare beside bare ones', '{ a: 1 }', 'b_2', '{ a: 1, b_2: 0 }'],
    ['quoted beside bare ones where it must be', '{ a: 1 }', 'b-2', '{ a: 1, "b-2": 0 }'],
    ['quoted beside single quotes', "{ 'a': 1 }", "it's", "{ 'a': 1, 'it\\'s': 0 }"],
    ['quoted beside double quotes', '{ "a": \'x\' }', 'b', '{ "a": \'x\', "b": 0 }'],
    [
      'as the neighbour, whatever the file begins with',
      '{ "a": { b: 1 } }',
      'c',
      '{ "a": { b: 1 }, "c": 0 }',
    ],
    ['that begins with a digit', '{ a: 1 }', '2b', '{ a: 1, "2b": 0 }'],
    ['that is empty', '{ a: 1 }', '', '{ a: 1, "": 0 }'],
  ];
  for (const [name, before, added, after] of cases) {
    it(name, () => {
      assert.equal(set(before, [added], 0), after);
      assert.equal(JSON5.parse<Record<string, number>>(after)[added], 0);
    });
  }
});

describe('setting a member: what is refused', () => {
  it('a way through something that is no object', () => {
    for (const text of ['[]', '1', '{ a: 1 }', '{ a: [] }', '{ a: null }']) {
      assert.throws(() => set(text, ['a', 'b'], 0), TypeError, text);
    }
  });

  it('malformed text', () => {
    for (const text of ['', '{', '{ a: }', '{ a: 1 b: 2 }']) {
      assert.throws(() => set(text, ['a'], 0), /Unexpected/, text);
    }
  });
});
