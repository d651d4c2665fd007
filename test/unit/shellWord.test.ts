import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { shellWord } from '../../src/shellWord.ts';

describe('a word for a shell', () => {
  it('is left as it is where it is plain', () => {
    for (const name of ['dev', 'my-company.prod_2', 'a@b']) assert.equal(shellWord(name), name);
  });

  it('is what the shell hands on, whatever is in it', () => {
    for (const name of ['two words', '$(echo x)', "it's", '"q"', '-v', '; ls', '`id`', 'a\\b', '*', 'ä']) {
      const printed = execFileSync('sh', ['-c', `printf '<%s>' ${shellWord(name)}`], { encoding: 'utf8' });
      assert.equal(printed, `<${name}>`);
    }
  });
});
