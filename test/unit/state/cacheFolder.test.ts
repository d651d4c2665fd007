/** What is kept on disk is for this user alone, and counts as nothing once another had a hand in it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CacheFolder } from '../../../src/state/cacheFolder.ts';

const VALUE = { models: ['one'] };

describe('cache folder', () => {
  let outside: string;
  let path: string;
  let folder: CacheFolder;
  let file: string;
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'cache-folder-'));
    path = join(outside, 'cache');
    folder = new CacheFolder(path, '1.0.0');
    await folder.write('models', 'a', VALUE);
    const [name = ''] = await readdir(path);
    file = join(path, name);
  });
  afterEach(() => rm(outside, { recursive: true }));

  const read = () => folder.read('models', 'a');
  /** It counts as none, and the next list takes its place as if it had never been. */
  async function isRefused() {
    assert.equal(await read(), undefined);
    await folder.write('models', 'a', VALUE);
    assert.deepEqual(await read(), VALUE);
    const stats = await lstat(file);
    assert.ok(stats.isFile() && stats.nlink === 1);
    assert.equal(stats.mode & 0o777, 0o600);
    assert.deepEqual(await readdir(path), [file.slice(path.length + 1)]);
  }

  it('is private, with private files', async () => {
    assert.deepEqual(await read(), VALUE);
    assert.equal((await stat(path)).mode & 0o777, 0o700);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  for (const mode of [0o620, 0o602, 0o777]) {
    it(`refuses a file that others can write, as ${mode.toString(8)}`, async () => {
      await chmod(file, mode);
      await isRefused();
    });
  }

  it('refuses a link, and replaces it instead of what it leads to', async () => {
    const target = join(outside, 'precious');
    await rename(file, target);
    await symlink(target, file);
    const before = await readFile(target, 'utf8');
    await isRefused();
    assert.equal(await readFile(target, 'utf8'), before);
  });

  it('replaces a second name of another file, not its content', async () => {
    const precious = join(outside, 'precious');
    await writeFile(precious, 'precious', { mode: 0o600 });
    await rm(file);
    await link(precious, file);
    await isRefused();
    assert.equal(await readFile(precious, 'utf8'), 'precious');
  });

  it('sweeps up what a window left that was ended amid a write, and nothing that is on its way', async () => {
    const [old, recent] = [`${file}.${'0'.repeat(16)}`, `${file}.${'1'.repeat(16)}`];
    for (const path of [old, recent]) await writeFile(path, 'half');
    const longAgo = Date.now() / 1000 - 3_600;
    await utimes(old, longAgo, longAgo);
    await folder.write('models', 'a', VALUE);
    assert.deepEqual(
      (await readdir(dirname(file))).sort(),
      [file, recent].map(each => basename(each)).sort(),
    );
  });

  it('waits for no pipe in its place', async () => {
    await rm(file);
    execFileSync('mkfifo', ['-m', '600', file]);
    await isRefused();
  });

  it('refuses a folder in its place', async () => {
    await rm(file);
    await mkdir(file);
    assert.equal(await read(), undefined);
    await assert.rejects(folder.write('models', 'a', VALUE), { code: 'EISDIR' });
    assert.deepEqual(await readdir(path), [file.slice(path.length + 1)]);
  });

  it('refuses what is too large to be a list, unread', async () => {
    await truncate(file, 3_000_000_000);
    await isRefused();
  });

  it('refuses a file of another user', async function () {
    const { getuid } = process;
    assert.ok(getuid);
    const own = getuid();
    try {
      process.getuid = () => own + 1;
      assert.equal(await read(), undefined);
    } finally {
      process.getuid = getuid;
    }
    assert.deepEqual(await read(), VALUE);
  });

  it('refuses a text that somebody changed, to one as valid', async () => {
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('one', 'two'));
    await isRefused();
  });

  it('refuses what was written for another place', async () => {
    await folder.write('models', 'b', { models: ['two'] });
    const other = (await readdir(path)).map(name => join(path, name)).find(each => each !== file);
    await rename(other ?? '', file);
    await isRefused();
  });
});
