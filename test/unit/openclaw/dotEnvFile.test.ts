import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { assignmentsIn, parseDotEnv } from '../../../src/openclaw/dotEnv.ts';
import { withVariable } from '../../../src/openclaw/dotEnvFile.ts';

describe('a variable in a .env text', () => {
  const cases: [before: string, value: string, after: string][] = [
    ['', 'dev', 'A=dev\n'],
    ['B=1\n', 'dev', 'B=1\nA=dev\n'],
    ['B=1', 'dev', 'B=1\nA=dev\n'],
    ['# one\r\nB=1', 'dev', '# one\r\nB=1\r\nA=dev\r\n'],
    ['B=1\r\n', 'dev', 'B=1\r\nA=dev\r\n'],
    ['B=1\r', 'dev', 'B=1\rA=dev\r'],
    ['\uFEFFB=1\n', 'dev', '\uFEFFB=1\nA=dev\n'],
    ['A=1\n', 'dev', 'A=dev\n'],
    ['\uFEFFA=1\n', 'dev', '\uFEFFA=dev\n'],
    ['A=', 'dev', 'A=dev'],
    ['A=\nB=2', 'dev', 'A=dev\nB=2'],
    ['A= \nB=2', 'dev', 'A= dev\nB=2'],
    ['A=#c', 'dev', 'A=dev#c'],
    ['  export A = one  # the one\r\nB=2\r\n', 'two', '  export A = two  # the one\r\nB=2\r\n'],
    ["A='x#y' # c\n", 'dev', 'A=dev # c\n'],
    ['A="x\r\ny"\r\nB=2', 'dev', 'A=dev\r\nB=2'],
    ['A: 1\n', 'dev', 'A: dev\n'],
    ["A=\n'x'\n", 'dev', 'A=dev\n'],
    ['A=1\nB=2\nA=3\n', 'dev', 'A=1\nB=2\nA=dev\n'],
    ['# A=1\nB="\nA=2\n"\n', 'dev', '# A=1\nB="\nA=2\n"\nA=dev\n'],
    ['AA=1\nA.B=2\n', 'dev', 'AA=1\nA.B=2\nA=dev\n'],
    ['', 'two words', "A='two words'\n"],
    ['', '#1', "A='#1'\n"],
    ['', "Zoë's", 'A="Zoë\'s"\n'],
    ['', `"it's"`, 'A=`"it\'s"`\n'],
    ['', '$HOME', "A='$HOME'\n"],
    ['A=1 # c', ' x ', "A=' x ' # c"],
    ["B='open", '#1', 'B=\'open\nA="#1"\n'],
    ['', '', "A=''\n"],
    ['\uFEFFB:', 'dev', '\uFEFFA=dev\nB:'],
  ];
  for (const [before, value, after] of cases) {
    it(`${JSON.stringify(before)} with ${JSON.stringify(value)}`, () =>
      assert.equal(withVariable(before, 'A', value), after));
  }

  it('is not written where it can’t be read back', () => {
    for (const value of ['\'"`#', 'a\n"\'`']) assert.equal(withVariable('B=1\n', 'A', value), undefined);
  });

  it('is read back from any text, with the others as they were and every other byte kept', () => {
    const piece = fc.constantFrom(
      ...[
        'A',
        'B',
        'AWS_PROFILE',
        '=',
        '= ',
        ': ',
        'export ',
        '#',
        ' ',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '"',
        "'",
        '`',
      ],
      ...['\\"', '\\n', 'x', 'dev', '$', '\uFEFF', 'é'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''));
    const value = fc.oneof(
      fc.constantFrom('dev', 'my profile', '#1', "it's", 'a"b'),
      fc.string({ unit: fc.constantFrom(...Array.from('ab 1#"\'=$\\.')), minLength: 1, maxLength: 8 }),
    );
    let written = 0;
    fc.assert(
      fc.property(text, value, (before, wanted) => {
        const after = withVariable(before, 'AWS_PROFILE', wanted);
        if (after === undefined) return;
        written++;
        assert.deepEqual(parseDotEnv(after), { ...parseDotEnv(before), AWS_PROFILE: wanted });
        const range = assignmentsIn(before).findLast(({ name }) => name === 'AWS_PROFILE')?.range;
        const kept = range
          ? after.startsWith(before.slice(0, range[0])) && after.endsWith(before.slice(range[1]))
          : after.startsWith(before) || after.endsWith(before.replace(/^\uFEFF/, ''));
        assert.ok(kept, JSON.stringify(after));
      }),
      { numRuns: 3000 },
    );
    assert.ok(written > 2500, String(written));
  });

  it('is always written where it is a plain name', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('AB= \n\r#"\'`:x')), maxLength: 40 });
    fc.assert(
      fc.property(text, before => {
        const after = withVariable(before, 'AWS_PROFILE', 'dev');
        assert.equal(parseDotEnv(after ?? '')['AWS_PROFILE'], 'dev', JSON.stringify(after));
      }),
      { numRuns: 3000 },
    );
  });
});
