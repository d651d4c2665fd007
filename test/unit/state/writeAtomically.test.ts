import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../../../src/state/writeAtomically.ts';

describe('writing in one go', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'write-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('replaces what is there, with the mode that is asked for, and leaves nothing else', async () => {
    const path = join(folder, 'a.json');
    for (const text of ['one', 'two'.repeat(1_000_000)]) {
      await writeAtomically(path, text, { mode: 0o600 });
      assert.equal(await readFile(path, 'utf8'), text);
    }
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('leaves nothing where it can’t be done', async () => {
    await assert.rejects(writeAtomically(folder, 'text', { mode: 0o600 }));
    assert.deepEqual(await readdir(folder), []);
    assert.deepEqual(
      (await readdir(join(folder, '..'))).filter(name => name.startsWith(`${folder.split('/').at(-1)!}.`)),
      [],
    );
  });
});
