import assert from 'node:assert/strict';
import { type Cursor, cursorAt } from '../../../src/configLanguage/cursor.ts';

/** `|` stands for the cursor. */
function cursor(marked: string): Cursor | undefined {
  return cursorAt(marked.replace('|', ''), marked.indexOf('|'));
}

describe('the cursor in a config', () => {
  const PLACES: [text: string, kind: string, path: string, typed: string][] = [
    ['{|}', 'name', '', ''],
    ['{ a|', 'name', '', 'a'],
    ['{ a: |', 'value', 'a', ''],
    ['{ a: b|', 'value', 'a', 'b'],
    ['{ a: "b|c" }', 'value', 'a', 'bc'],
    ['{ a: "b\\"|c" }', 'value', 'a', 'b"c'],
    ["{ a: 'it\\'s| }", 'value', 'a', "it's }"],
    ['{ a: "b"| }', 'name', '', ''],
    ['{ a: 1, | }', 'name', '', ''],
    ['{ a: 1 | }', 'name', '', ''],
    ['{ a: { b: [1, { c: | } ] } }', 'value', 'a.b.1.c', ''],
    ['{ a: [ | ] }', 'value', 'a.0', ''],
    ['{ a: [ 1, | ] }', 'value', 'a.1', ''],
    ['{ a: [ [1], {}, | ] }', 'value', 'a.2', ''],
    ['{ a: [1, 2], b: | }', 'value', 'b', ''],
    ['{ a: { b: 1 ], c: | }', 'value', 'a.c', ''],
    ['{ a: [ { b: 1 ], c: | }', 'value', 'c', ''],
    ['{ a: { b: 1 }}, c: | }', '', '', ''],
    ['{ // a: {\n b: | }', 'value', 'b', ''],
    ['{ /* a: { */ b: | }', 'value', 'b', ''],
    ['{ a: "{ b: [", c: | }', 'value', 'c', ''],
    ['{ a: "one \\\n two", c: | }', 'value', 'c', ''],
    ['{ a: "never closed\n  b: | }', 'value', 'b', ''],
    ['{ a: ,\n b: | }', 'value', 'b', ''],
    ['{ a:\n b: | }', 'value', 'b', ''],
    ['{ a\n b: | }', 'value', 'b', ''],
    ['{ "a-b": { \'c d\': | } }', 'value', 'a-b.c d', ''],
    ['[ { a: | } ]', 'value', '0.a', ''],
    ['{ a: 1 // |\n}', '', '', ''],
    ['{ a: /* | */ 1 }', '', '', ''],
    ['{ a: 1 /* |', '', '', ''],
    ['|', '', '', ''],
    ['{ a: 1 } |', '', '', ''],
  ];
  for (const [text, kind, path, typed] of PLACES) {
    it(`in ${JSON.stringify(text)}`, () => {
      const found = cursor(text);
      assert.deepEqual(
        [found?.kind ?? '', found?.path.join('.') ?? '', found?.typed ?? ''],
        [kind, path, typed],
      );
    });
  }

  const PRESENT: [text: string, present: string[]][] = [
    ['{ a: 1, | b: 2, c: { d: 3 } }', ['a', 'b', 'c']],
    ['{ a: { x: 1 }, b: { | y: 2 }, z: 3 }', ['y']],
    ['{ a: 1, b| }', ['a']],
    ['{ a: 1, b|: 2, c: 3 }', ['a', 'c']],
    ["{ a: ['x', |, 'y', ['z']] }", ['x', 'y']],
    ['{ "a": 1 | "b": 2 }', ['a', 'b']],
  ];
  for (const [text, present] of PRESENT) {
    it(`sees what is there in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(cursor(text)?.present, present));
  }

  it('covers what is typed, up to the cursor where a string is open', () => {
    const covered = (marked: string) => {
      const { start = 0, end = 0 } = cursor(marked) ?? {};
      return marked.replace('|', '').slice(start, end);
    };
    assert.equal(covered('{ a: "b|c", d: 1 }'), '"bc"');
    assert.equal(covered('{ a: "b| , d: 1 }'), '"b');
    assert.equal(covered('{ a: tr|ue }'), 'true');
    assert.equal(covered('{ a: | }'), '');
  });

  it('knows whether a colon or a comma is needed', () => {
    const needs = (marked: string) => [cursor(marked)?.hasColon, cursor(marked)?.needsComma];
    assert.deepEqual(needs('{ a| }'), [false, false]);
    assert.deepEqual(needs('{ a|: 1 }'), [true, false]);
    assert.deepEqual(needs('{ a| b: 1 }'), [false, true]);
    assert.deepEqual(needs('{ a|, b: 1 }'), [false, false]);
    assert.deepEqual(needs('{ a| /* : */ }'), [false, false]);
  });

  it('sees how the file is written', () => {
    assert.deepEqual(cursor("{ a: 'x', |}")?.writing, { quote: "'", hasBareNames: true });
    assert.deepEqual(cursor('{ "a": 1, |}')?.writing, { quote: '"', hasBareNames: false });
    assert.deepEqual(cursor('{|}')?.writing, { quote: '"', hasBareNames: false });
  });

  it('takes every text', () => {
    const pieces = ['{', '}', '[', ']', ':', ',', '"', "'", '\\', '/', '//', '/*', '*/', '\n', 'a', '1', ' '];
    for (let one = 0; one < pieces.length ** 3; one++) {
      const text = [0, 1, 2]
        .map(place => pieces[Math.floor(one / pieces.length ** place) % pieces.length])
        .join('');
      for (let offset = 0; offset <= text.length; offset++) {
        const found = cursorAt(`{ k: [${text}`, offset + 6);
        assert.ok(!found || found.start <= offset + 6);
      }
    }
  });
});
