/** What is installed is what was looked at. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

describe('the lockfile', () => {
  it('pins every package to its content', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    assert.ok(packages.length > 100);
    const loose = packages.filter(
      ([, { version, integrity, link }]) => link || !version || !/^sha512-/.test(integrity ?? ''),
    );
    assert.deepEqual(
      loose.map(([path]) => path),
      [],
    );
  });
});
