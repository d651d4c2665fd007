import assert from 'node:assert/strict';
import { readlinkSync, statSync, writeFileSync } from 'node:fs';
import { chmod, chown, link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreConfig, updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { notWritten } from '../../../src/openclaw/writeProblems.ts';
import { ConfigFolder, refusal } from './configFolder.ts';

/** A change that needs no reading. */
const to = (text: string | undefined) => () => Promise.resolve(text);

describe('updating the config', () => {
  let config: ConfigFolder;
  let path: string;
  beforeEach(async () => {
    config = await ConfigFolder.make();
    path = config.path;
  });
  afterEach(() => config.remove());

  it('replaces the text, byte order mark and line ends included, and leaves only a backup behind', async () => {
    const before = '\uFEFF{\r\n}';
    const after = '\uFEFF{\r\n  a: "ü",\r\n}';
    await writeFile(path, before);
    assert.deepEqual(await updateConfig(path, to(after)), { before, after });
    assert.deepEqual(await readFile(path), Buffer.from(after));
    assert.deepEqual(config.texts(), { 'openclaw.json': after, 'openclaw.json.bak': before });
  });

  for (const bits of [0o600, 0o640, 0o664, 0o644]) {
    it(`keeps mode ${bits.toString(8)}, and makes the backup private`, async () => {
      await writeFile(path, '{}');
      await chmod(path, bits);
      await updateConfig(path, to('{ a: 1 }'));
      assert.equal(config.mode(), bits);
      assert.equal(config.mode('openclaw.json.bak'), 0o600);
    });
  }

  it('keeps owner and group', async () => {
    await writeFile(path, '{}');
    // Only root can give a file away.
    if (process.getuid?.() === 0) await chown(path, 65534, 65533);
    const { uid, gid } = statSync(path);
    await updateConfig(path, to('{ a: 1 }'));
    for (const name of config.names()) {
      const now = statSync(join(config.folder, name));
      assert.deepEqual([name, now.uid, now.gid], [name, uid, gid]);
    }
  });

  it('makes a new file private, and the folders on the way', async () => {
    const deep = join(config.folder, 'state', 'deep', 'openclaw.json');
    assert.deepEqual(await updateConfig(deep, to('{}')), { before: undefined, after: '{}' });
    assert.equal(config.text('state/deep/openclaw.json'), '{}');
    assert.equal(config.mode('state/deep/openclaw.json'), 0o600);
    assert.equal(config.mode('state'), 0o700);
    assert.equal(config.mode('state/deep'), 0o700);
  });

  it('writes nothing where nothing is to change', async () => {
    assert.equal(
      await updateConfig(join(config.folder, 'a', 'b', 'openclaw.json'), to(undefined)),
      undefined,
    );
    assert.deepEqual(config.names(), []);
    await writeFile(path, '{}');
    const { ino } = statSync(path);
    assert.equal(await updateConfig(path, to('{}')), undefined);
    assert.equal(await updateConfig(path, to(undefined)), undefined);
    assert.equal(statSync(path).ino, ino);
    assert.deepEqual(config.names(), ['openclaw.json']);
  });

  it('throws on what the change throws, writes nothing and lets go of the lock', async () => {
    await writeFile(path, '{}');
    const error = new Error('no');
    await assert.rejects(
      updateConfig(path, () => Promise.reject(error)),
      thrown => thrown === error,
    );
    assert.deepEqual(config.texts(), { 'openclaw.json': '{}' });
  });

  it('makes the change anew when the file is changed meanwhile, and keeps what was written as the backup', async () => {
    await writeFile(path, 'one');
    let calls = 0;
    const update = await updateConfig(path, before => {
      if (++calls < 3) writeFileSync(path, `theirs ${calls}`);
      return Promise.resolve(`${before ?? ''} and ours`);
    });
    assert.deepEqual(update, { before: 'theirs 2', after: 'theirs 2 and ours' });
    assert.deepEqual(config.texts(), {
      'openclaw.json': 'theirs 2 and ours',
      'openclaw.json.bak': 'theirs 2',
    });
  });

  it('makes the change anew when the file is made or deleted meanwhile', async () => {
    const seen: (string | undefined)[] = [];
    await updateConfig(path, async before => {
      seen.push(before);
      if (seen.length === 1) await writeFile(path, 'theirs');
      if (seen.length === 2) await rm(path);
      return 'ours';
    });
    assert.deepEqual(seen, [undefined, 'theirs', undefined]);
    assert.deepEqual(config.texts(), { 'openclaw.json': 'ours' });
  });

  it('gives up when the file is changed each time', async () => {
    let calls = 0;
    const work = updateConfig(path, async () => {
      await writeFile(path, `theirs ${++calls}`);
      return 'ours';
    });
    const { explanation } = await refusal('config-changed-since', work);
    assert.ok(explanation.includes(path));
    assert.equal(calls, 5);
    assert.deepEqual(config.texts(), { 'openclaw.json': 'theirs 5' });
  });

  it('loses none of many updates at once', async () => {
    await writeFile(path, '');
    const marks = Array.from({ length: 12 }, (_, index) => `<${index}>`);
    await Promise.all(marks.map(mark => updateConfig(path, (before = '') => Promise.resolve(before + mark))));
    for (const mark of marks) assert.ok(config.text().includes(mark));
  });

  describe('through symbolic links', () => {
    const cases = {
      'one link': { 'openclaw.json': 'dotfiles/claw.json5' },
      'a chain of links': { 'openclaw.json': 'dotfiles/next', 'dotfiles/next': '../dotfiles/claw.json5' },
      'a folder that is a link': {
        'openclaw.json': 'shortcut/next',
        shortcut: 'far/away',
        'far/away/next': '../../dotfiles/claw.json5',
      },
    };
    for (const [name, links] of Object.entries(cases)) {
      for (const isThere of [true, false]) {
        it(`${name} to a file that ${isThere ? 'is there' : 'is yet to be made'}`, async () => {
          await mkdir(join(config.folder, 'dotfiles'));
          await mkdir(join(config.folder, 'far', 'away'), { recursive: true });
          const target = join(config.folder, 'dotfiles', 'claw.json5');
          if (isThere) {
            await writeFile(target, '{}');
            await chmod(target, 0o640);
          }
          for (const [from, where] of Object.entries(links)) await symlink(where, join(config.folder, from));
          await updateConfig(path, to('{ a: 1 }'));
          for (const [from, where] of Object.entries(links))
            assert.equal(readlinkSync(join(config.folder, from)), where);
          assert.equal(config.text('dotfiles/claw.json5'), '{ a: 1 }');
          assert.equal(config.mode('dotfiles/claw.json5'), isThere ? 0o640 : 0o600);
          // OpenClaw looks for backups beside the path it knows.
          if (isThere) assert.equal(config.text('openclaw.json.bak'), '{}');
          assert.deepEqual(
            config.names().filter(file => file.startsWith('openclaw.json')),
            isThere ? ['openclaw.json', 'openclaw.json.bak'] : ['openclaw.json'],
          );
        });
      }
    }

    it('into a folder that is not there', async () => {
      await symlink('state/deep/claw.json', path);
      await updateConfig(path, to('{}'));
      assert.equal(readlinkSync(path), 'state/deep/claw.json');
      assert.equal(config.text('state/deep/claw.json'), '{}');
      assert.equal(config.mode('state'), 0o700);
    });

    it('in a circle', async () => {
      await symlink('other', path);
      await symlink('openclaw.json', join(config.folder, 'other'));
      const { explanation } = await refusal('config-not-written', updateConfig(path, to('{}')));
      assert.ok(explanation.includes(path));
    });
  });

  it('leaves another hard link as it was', async () => {
    await writeFile(path, '{}');
    await link(path, join(config.folder, 'other'));
    await updateConfig(path, to('{ a: 1 }'));
    assert.equal(config.text(), '{ a: 1 }');
    assert.equal(config.text('other'), '{}');
  });

  it('sweeps up what killed writers left, and nothing else', async () => {
    const left = ['openclaw.json.openclaw-bedrock-0123456789abcdef.tmp'];
    const others = [
      'openclaw.json.openclaw-bedrock-notes.tmp',
      'openclaw.json.123.tmp',
      'x.openclaw.json.openclaw-bedrock-0123456789abcdef.tmp',
      'openclaw.json2.openclaw-bedrock-0123456789abcdef.tmp',
    ];
    for (const name of [...left, ...others]) await writeFile(join(config.folder, name), '');
    await updateConfig(path, to('{}'));
    assert.deepEqual(config.names(), [...others, 'openclaw.json'].sort());
  });

  it('sweeps up on both sides of a link', async () => {
    await mkdir(join(config.folder, 'dotfiles'));
    await symlink('dotfiles/claw', path);
    const ending = '.openclaw-bedrock-0123456789abcdef.tmp';
    for (const name of ['openclaw.json', 'dotfiles/claw'])
      await writeFile(join(config.folder, name + ending), '');
    await updateConfig(path, to('{}'));
    assert.deepEqual(config.names(), ['dotfiles', 'openclaw.json']);
    assert.deepEqual(statSync(path).size, 2);
  });

  it('says what is in the way', async () => {
    await writeFile(join(config.folder, 'file'), '');
    const below = join(config.folder, 'file', 'openclaw.json');
    const { explanation } = await refusal('config-not-written', updateConfig(below, to('{}')));
    assert.ok(explanation.includes(below));
    await mkdir(path);
    await refusal('config-unreadable', updateConfig(path, to('{}')));
    const device = join(config.folder, 'null');
    await symlink('/dev/null', device);
    assert.match((await refusal('config-not-written', restoreConfig(device, '', '{}'))).title, /not a file/);
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });

  it('words what the system refuses, with the path and what to do', () => {
    const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO'];
    const problems = codes.map(code => notWritten(path, Object.assign(new Error('x'), { code })));
    for (const { explanation } of problems) assert.ok(explanation.includes(path));
    assert.deepEqual(
      problems.map(({ code, title }) => `${code}: ${title}`),
      [
        'config-not-written: The disk is full',
        'config-not-written: Your disk quota is used up',
        'config-read-only: The OpenClaw config is on a read-only file system',
        'config-read-only: The folder of the OpenClaw config can’t be written',
        'config-read-only: The folder of the OpenClaw config can’t be written',
        'config-not-written: The OpenClaw config can’t be written',
      ],
    );
  });
});

describe('restoring the config', () => {
  let config: ConfigFolder;
  beforeEach(async () => {
    config = await ConfigFolder.make();
    await writeFile(config.path, 'after');
    await chmod(config.path, 0o640);
  });
  afterEach(() => config.remove());

  it('puts the text before back, and keeps the one after as the backup', async () => {
    await restoreConfig(config.path, 'after', 'before');
    assert.deepEqual(config.texts(), { 'openclaw.json': 'before', 'openclaw.json.bak': 'after' });
    assert.equal(config.mode(), 0o640);
  });

  it('removes a file that was made, and keeps its text as the backup', async () => {
    await restoreConfig(config.path, 'after', undefined);
    assert.deepEqual(config.texts(), { 'openclaw.json.bak': 'after' });
    assert.equal(config.mode('openclaw.json.bak'), 0o600);
  });

  it('removes what a link points to, and keeps the link', async () => {
    const link = join(config.folder, 'link');
    await symlink('openclaw.json', link);
    await restoreConfig(link, 'after', undefined);
    assert.deepEqual(config.names(), ['link', 'link.bak']);
    assert.equal(readlinkSync(link), 'openclaw.json');
  });

  for (const before of ['before', undefined]) {
    it(`refuses when the file has changed since (${before ?? 'it was made'})`, async () => {
      await writeFile(config.path, 'theirs');
      const { explanation } = await refusal(
        'config-changed-since',
        restoreConfig(config.path, 'after', before),
      );
      assert.ok(explanation.includes(config.path));
      assert.deepEqual(config.texts(), { 'openclaw.json': 'theirs' });
    });

    it(`refuses when the file is gone (${before ?? 'it was made'})`, async () => {
      await rm(config.path);
      await refusal('config-changed-since', restoreConfig(config.path, 'after', before));
      assert.deepEqual(config.names(), []);
    });
  }
});
