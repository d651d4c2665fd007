import assert from 'node:assert/strict';
import type { JsonValue } from '../../../src/openclaw/jsonValue.ts';
import { hasVariables, readWith, substituted } from '../../../src/openclaw/variables.ts';

describe('variables in a config', () => {
  const values = { A: 'a', B_2: 'b', _C: 'c', NESTED: '${A}', EMPTY: '', SPACE: ' ', lower: 'x' };

  // Each ran with 2026.5.7 and 2026.9.6.
  const cases: [written: string, read: string][] = [
    ['${A}', 'a'],
    ['x/${A}-${B_2}${_C}', 'x/a-bc'],
    ['${A}${A}', 'aa'],
    ['${NESTED}', '${A}'],
    ['${SPACE}', ' '],
    ['$${A}', '${A}'],
    ['$$${A}', '$${A}'],
    ['$${A}${A}', '${A}a'],
    ['$${MISSING}', '${MISSING}'],
    ['${MISSING}', '${MISSING}'],
    ['${EMPTY}', '${EMPTY}'],
    ['${lower}', '${lower}'],
    ['${2}', '${2}'],
    ['${A', '${A'],
    ['${ A }', '${ A }'],
    ['$A {A} $', '$A {A} $'],
    ['${A${A}}', '${Aa}'],
    ['$${x}', '$${x}'],
  ];
  for (const [written, read] of cases) {
    it(`reads ${written} as ${read}`, () => {
      assert.equal(substituted(written, values).value, read);
    });
  }

  it('are read in objects and lists, but not in names', () => {
    const written = { '${A}': ['${A}', [{ b: '${B_2}' }], 1, null, true] };
    assert.deepEqual(readWith(values)(written), { '${A}': ['a', [{ b: 'b' }], 1, null, true] });
    assert.deepEqual(written, { '${A}': ['${A}', [{ b: '${B_2}' }], 1, null, true] });
  });

  it('are not read in what is included', () => {
    assert.deepEqual(readWith(values)({ $include: '${A}.json', b: '${A}' }), {
      $include: '${A}.json',
      b: 'a',
    });
  });

  it('that are missing are told, with where they are', () => {
    const written = { a: { b: ['${EMPTY}', 'x', '${X} ${Y} ${A}'] }, c: '$${Z}', d: '${X}' };
    assert.deepEqual(substituted(written, values).missing, [
      { name: 'EMPTY', path: ['a', 'b', 0] },
      { name: 'X', path: ['a', 'b', 2] },
      { name: 'Y', path: ['a', 'b', 2] },
      { name: 'X', path: ['d'] },
    ]);
  });

  it('leave everything else the same object', () => {
    const inner = { c: ['$', '${lower}'] };
    const written = { a: inner, b: '${A}' };
    const { value } = substituted(written, values);
    assert.equal((value as typeof written).a, inner);
    const plain = { a: inner };
    assert.equal(substituted(plain, values).value, plain);
  });

  it('are found wherever a text reads otherwise than it is written', () => {
    const found: JsonValue[] = ['${A}', '$${A}', ['x', { a: 'x${MISSING}' }]];
    const none: JsonValue[] = [1, null, '$A', '${a}', { '${A}': 'x' }, { $include: '${A}' }, []];
    assert.deepEqual(found.map(hasVariables), [true, true, true]);
    assert.deepEqual(
      none.map(hasVariables),
      none.map(() => false),
    );
  });
});
