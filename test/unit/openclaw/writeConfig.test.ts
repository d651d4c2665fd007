import assert from 'node:assert/strict';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeConfig } from '../../../src/openclaw/writeConfig.ts';
import { type ProblemCode, ProblemError } from '../../../src/problem.ts';

describe('writing the config', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'write-config-'));
    path = join(folder, 'openclaw.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const text = (file = path) => readFile(file, 'utf8');
  const mode = async (file = path) => (await stat(file)).mode & 0o777;

  async function refuses(code: ProblemCode, writing: Promise<void>): Promise<void> {
    await assert.rejects(writing, error => {
      assert.ok(error instanceof ProblemError);
      assert.equal(error.problem.code, code);
      assert.ok(error.problem.explanation.includes(folder));
      return true;
    });
  }

  it('replaces the text, byte order mark and line ends included, and leaves nothing else behind', async () => {
    await writeFile(path, '\uFEFF{\r\n}');
    await writeConfig(path, '\uFEFF{\r\n}', '\uFEFF{\r\n  a: "ü",\r\n}');
    assert.deepEqual(await readFile(path), Buffer.from('\uFEFF{\r\n  a: "ü",\r\n}'));
    assert.deepEqual(await readdir(folder), ['openclaw.json']);
  });

  for (const bits of [0o600, 0o640, 0o664]) {
    it(`keeps mode ${bits.toString(8)}`, async () => {
      await writeFile(path, '{}');
      await chmod(path, bits);
      await writeConfig(path, '{}', '{ a: 1 }');
      assert.equal(await mode(), bits);
    });
  }

  it('makes a new file private, and the folders on the way', async () => {
    const deep = join(folder, 'state', 'deep', 'openclaw.json');
    await writeConfig(deep, undefined, '{}');
    assert.equal(await text(deep), '{}');
    assert.equal(await mode(deep), 0o600);
    assert.equal(await mode(join(folder, 'state')), 0o700);
  });

  it('follows a symbolic link and keeps it', async () => {
    const target = join(folder, 'dotfiles', 'claw.json5');
    await mkdir(join(folder, 'dotfiles'));
    await writeFile(target, '{}');
    await chmod(target, 0o640);
    await symlink(join('dotfiles', 'claw.json5'), path);
    await writeConfig(path, '{}', '{ a: 1 }');
    assert.ok((await lstat(path)).isSymbolicLink());
    assert.equal(await readlink(path), join('dotfiles', 'claw.json5'));
    assert.equal(await text(target), '{ a: 1 }');
    assert.equal(await mode(target), 0o640);
    assert.deepEqual(await readdir(join(folder, 'dotfiles')), ['claw.json5']);
  });

  it('refuses when the text has changed meanwhile', async () => {
    await writeFile(path, '{ b: 2 }');
    await refuses('config-changed-since', writeConfig(path, '{}', '{ a: 1 }'));
    assert.equal(await text(), '{ b: 2 }');
  });

  it('refuses when the file was made meanwhile', async () => {
    await writeFile(path, '{ b: 2 }');
    await refuses('config-changed-since', writeConfig(path, undefined, '{ a: 1 }'));
    assert.equal(await text(), '{ b: 2 }');
  });

  it('refuses when the file was deleted meanwhile', async () => {
    await refuses('config-changed-since', writeConfig(path, '{}', '{ a: 1 }'));
    assert.deepEqual(await readdir(folder), []);
  });

  it('says when it can’t write', async () => {
    await writeFile(join(folder, 'file'), '');
    await refuses('config-not-written', writeConfig(join(folder, 'file', 'openclaw.json'), undefined, '{}'));
    await mkdir(path);
    await refuses('config-not-written', writeConfig(path, '{}', '{ a: 1 }'));
  });
});
