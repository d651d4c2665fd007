import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidatesOnPath, findOnPath } from '../../src/onPath.ts';

describe('where a command may be', () => {
  const cases: [title: string, platform: NodeJS.Platform, Record<string, string>, paths: string[]][] = [
    ['in each folder of the PATH', 'linux', { PATH: '/a:/b c' }, ['/a/aws', '/b c/aws']],
    ['not in relative folders', 'darwin', { PATH: ':.:bin:/a' }, ['/a/aws']],
    ['nowhere without a PATH', 'linux', { Path: '/a' }, []],
    [
      'on Windows with each ending of PATHEXT that can be started',
      'win32',
      { Path: 'C:\\a;D:\\b c', PATHEXT: '.JS;.EXE;.CMD' },
      ['C:\\a\\aws.exe', 'C:\\a\\aws.cmd', 'D:\\b c\\aws.exe', 'D:\\b c\\aws.cmd'],
    ],
    [
      'on Windows without PATHEXT with the usual ones',
      'win32',
      { PATH: 'C:\\a' },
      ['C:\\a\\aws.com', 'C:\\a\\aws.exe', 'C:\\a\\aws.bat', 'C:\\a\\aws.cmd'],
    ],
    [
      'on Windows in folders that are quoted, and not in relative ones',
      'win32',
      { path: '"C:\\a;b";bin;.;"D:\\c"', pathext: '.EXE' },
      ['C:\\a\\aws.exe', 'D:\\c\\aws.exe'],
    ],
  ];
  for (const [title, platform, environment, paths] of cases) {
    it(title, () => assert.deepEqual(candidatesOnPath('aws', environment, platform), paths));
  }
});

describe('a command on the PATH', function () {
  // Windows knows no file that can't be run.
  if (process.platform === 'win32') return;
  let folders: string[];
  beforeEach(() => (folders = ['one', 'two'].map(name => mkdtempSync(join(tmpdir(), `on-path-${name}-`)))));
  afterEach(() => folders.forEach(folder => rmSync(folder, { recursive: true })));

  it('is the first file that can be run', async () => {
    const [one = '', two = ''] = folders.map(folder => join(folder, 'aws'));
    const find = async () => (await findOnPath('aws', { PATH: folders.join(':') }))?.path;
    assert.equal(await find(), undefined);
    mkdirSync(one);
    writeFileSync(two, '');
    assert.equal(await find(), undefined);
    chmodSync(two, 0o755);
    assert.equal(await find(), two);
    rmSync(one, { recursive: true });
    writeFileSync(one, '', { mode: 0o755 });
    assert.equal(await find(), one);
  });
});
