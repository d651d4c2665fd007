/** SECURITY.md promises nothing without a test, and names no test that is not there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const [, promised = ''] = /## What is promised\n([\s\S]*?)\n## /.exec(read('SECURITY.md')) ?? [];
const promises = promised.split(/^- /m).slice(1);

describe('what SECURITY.md promises', () => {
  it('is a good deal', () => assert.ok(promises.length >= 12));

  for (const promise of promises) {
    const [words = '', file = '', title = ''] =
      /^([\s\S]*?)\s+`(test\/[\w./-]+)`:\s+"([^"]+)"/.exec(promise)?.slice(1) ?? [];
    it(`has its test: ${words.replaceAll(/\s+/g, ' ').slice(0, 60)}`, () => {
      assert.ok(file && title, promise);
      assert.ok(existsSync(join(ROOT, file)), file);
      const titles = [...read(file).matchAll(/\b(?:describe|it)\(\s*(['`])((?:(?!\1)[\s\S])+)\1/g)];
      assert.ok(
        titles.some(([, , known = '']) => known.includes(title)),
        `${file}: ${title}`,
      );
    });
  }
});
