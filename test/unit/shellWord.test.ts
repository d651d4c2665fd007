import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shellWord } from '../../src/shellWord.ts';

/** POSIX shells, as far as they are here; `sh` always is. */
const SHELLS = ['sh', 'dash', 'bash', 'zsh', 'ksh', 'mksh'].filter(
  shell =>
    shell === 'sh' || ['/bin', '/usr/bin', '/usr/local/bin'].some(folder => existsSync(join(folder, shell))),
);

const HOSTILE = [
  'two words',
  "it's",
  '"q"',
  '-v',
  'a\\b',
  '*',
  '~',
  'ä ☃ \u202e',
  '$(touch x)',
  '`touch x`',
  '; touch x',
  "'; touch x; '",
  '"; touch x; "',
  '\n touch x',
  '& touch x',
  '| touch x',
  '> x',
  '%PATH%',
  '^&touch x',
  '$PATH ${HOME}',
  '!!',
  '#x',
  '{x,y}',
  '',
];

describe('a word for a shell', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'shell-word-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is left as it is where it is plain', () => {
    for (const name of ['dev', 'my-company.prod_2', 'a@b']) assert.equal(shellWord(name), name);
  });

  for (const shell of SHELLS) {
    it(`is what ${shell} hands on, whatever is in it, and runs nothing`, () => {
      for (const name of HOSTILE) {
        const printed = execFileSync(shell, ['-c', `printf '<%s>' ${shellWord(name)}`], {
          encoding: 'utf8',
          cwd: folder,
        });
        assert.equal(printed, `<${name}>`);
      }
      assert.ok(!existsSync(join(folder, 'x')));
    });
  }
});
