import assert from 'node:assert/strict';
import JSON5 from 'json5';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { editValue } from '../../../../src/openclaw/lossless/editValue.ts';
import { moveText } from '../../../../src/openclaw/lossless/moveText.ts';
import * as syntaxTree from '../../../../src/openclaw/syntaxTree.ts';

describe('moving a member of the text', () => {
  const cases: [name: string, path: string[], moveTo: string[], before: string, after: string][] = [
    [
      'takes its comments along, and its lines in',
      ['a', 'b'],
      ['c', 'd', 'e'],
      `{
  a: {
    // above
    /* two
       lines */
    b: {
      x: '\\u0078', // in it
    }, // beside
    z: 1,
  },
}`,
      `{
  a: {
    z: 1,
  },
  c: {
    d: {
      // above
      /* two
         lines */
      e: {
        x: '\\u0078', // in it
      }, // beside
    },
  },
}`,
    ],
    [
      'leaves no comment of its own behind',
      ['a', 'b'],
      ['c'],
      '{\n  a: {\n    // above\n    b: 1 // beside\n  },\n  z: 1,\n}',
      '{\n  a: {},\n  z: 1,\n  // above\n  c: 1, // beside\n}',
    ],
    ['within a line', ['a', 'b'], ['c', 'b'], '{ a: { b: 0x1 }, c: {} }', '{ a: {}, c: { b: 0x1 } }'],
    [
      'into a line, which no comment swallows',
      ['a'],
      ['b', 'c'],
      '{\n  a: 1, // beside\n  b: { x: 1 },\n}',
      '{\n  b: { x: 1, c: 1 // beside\n  },\n}',
    ],
    [
      'with a string that goes on in the next line',
      ['a'],
      ['b', 'c'],
      "{\n  a: ['x \\\n  y', \"it's\"], // it's\n  b: {\n    x: 1,\n  },\n}",
      "{\n  b: {\n    x: 1,\n    c: ['x \\\n  y', \"it's\"], // it's\n  },\n}",
    ],
    [
      'with what is said between its name and its value',
      ['a', 'b'],
      ['c', 'd'],
      '{ a: { b: /* v */ { x: 1 } }, c: {} }',
      '{ a: {}, c: { d: /* v */ { x: 1 } } }',
    ],
    [
      'with what is said on either side of the colon, and with the colons in it',
      ['a'],
      ['b'],
      '{ "a" /* n: 1 */ : /* see https://x */ 1 }',
      '{ "b": /* n: 1 */  /* see https://x */ 1 }',
    ],
    [
      'with what is said below its name',
      ['a', 'b'],
      ['c', 'd', 'e'],
      `{
  a: {
    b: // of: it
      /* two
         lines */
      {
        x: 1,
      },
  },
  c: {
    y: 1,
  },
}`,
      `{
  a: {},
  c: {
    y: 1,
    d: {
      e: // of: it
        /* two
           lines */
        {
          x: 1,
        },
    },
  },
}`,
    ],
    [
      'with a comment before its comma',
      ['a', 'b'],
      ['c', 'd'],
      '{\n  a: {\n    b: {\n      x: 1,\n    } /* its */, // beside\n  },\n  c: {\n    y: 1,\n  },\n}',
      '{\n  a: {},\n  c: {\n    y: 1,\n    d: {\n      x: 1,\n    } /* its */, // beside\n  },\n}',
    ],
    [
      'with a comment before no comma',
      ['a'],
      ['c', 'd'],
      '{ z: 1, a: 1 /* its */ }',
      '{ z: 1, c: { d: 1 /* its */ } }',
    ],
  ];
  for (const [name, path, moveTo, before, after] of cases) {
    it(name, () => {
      const value = JSON5.parse<JsonObject>(before);
      assert.equal(moveText(syntaxTree, before, value, { path, moveTo }), after);
      assert.deepEqual(JSON5.parse(after), editValue(value, { path, moveTo }));
    });
  }

  it('refuses what is not there', () => {
    assert.throws(() => moveText(syntaxTree, '{}', {}, { path: ['a'], moveTo: ['b'] }), TypeError);
  });
});
