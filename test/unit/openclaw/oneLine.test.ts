/** Edits keep the layout they find: one line stays one line, quotes are the file’s own. */
import assert from 'node:assert/strict';
import { editConfig } from '../../../src/openclaw/editConfig.ts';
import { setMember } from '../../../src/openclaw/setMember.ts';
import * as syntaxTree from '../../../src/openclaw/syntaxTree.ts';
import { ProblemError } from '../../../src/problem.ts';

describe('editing the config: one line stays one line', () => {
  const cases: [before: string, after: string][] = [
    ['{"a":{"b":null}}', '{"a":{"b":{ "c":1 }}}'],
    ['{\n  a: { b: null },\n}', '{\n  a: { b: { c: 1 } },\n}'],
    ['{\n  a: null,\n}', '{\n  a: {\n    c: 1\n  },\n}'],
  ];
  for (const [before, after] of cases) {
    it(before, () => {
      const path = before.includes('b') ? (['a', 'b'] as const) : (['a'] as const);
      assert.equal(setMember(syntaxTree, before, path, { c: 1 }), after);
    });
  }
});

describe('editing the config: quotes', () => {
  it('are those of a string in a list, where there is no other', () => {
    const before = "{\n  a: { list: ['x'] },\n}";
    assert.equal(setMember(syntaxTree, before, ['a', 'b'], 'y'), "{\n  a: { list: ['x'], b: 'y' },\n}");
  });
});

describe('editing the config: a text that json5 would read otherwise once edited', () => {
  it('is left as it is, without blaming the file', async () => {
    const edit = { path: ['agents', 'defaults', 'model'], value: 'x' } as const;
    await assert.rejects(editConfig('{ // comment\u2028 a: 1\n}', [edit], 'openclaw.json'), error => {
      assert.ok(error instanceof ProblemError);
      assert.equal(error.problem.code, 'config-not-written');
      return true;
    });
  });
});
