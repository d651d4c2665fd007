import assert from 'node:assert/strict';
import { readlinkSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreConfig, updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { ConfigFolder } from './configFolder.ts';

describe('backups of the config', () => {
  let config: ConfigFolder;
  beforeEach(async () => {
    config = await ConfigFolder.make();
    await writeFile(config.path, 'v0');
  });
  afterEach(() => config.remove());

  const write = (text: string) => updateConfig(config.path, () => Promise.resolve(text));
  const backup = (ending: string) => join(config.folder, `openclaw.json${ending}`);
  const backups = () =>
    Object.entries(config.texts())
      .filter(([name]) => name !== 'openclaw.json')
      .map(([name, text]) => `${name.slice('openclaw.json'.length)} ${text}`);

  // The same as `openclaw config set` leaves (2026.5.7 and 2026.9.6 ran).
  it('are the five texts before, the newest without a number', async () => {
    for (const text of ['v1', 'v2']) await write(text);
    assert.deepEqual(backups(), ['.bak v1', '.bak.1 v0']);
    for (const text of ['v3', 'v4', 'v5', 'v6', 'v7']) await write(text);
    assert.deepEqual(backups(), ['.bak v6', '.bak.1 v5', '.bak.2 v4', '.bak.3 v3', '.bak.4 v2']);
  });

  it('are private, also those that were not', async () => {
    for (const text of ['v1', 'v2', 'v3']) await write(text);
    for (const ending of ['.bak', '.bak.1']) await chmod(backup(ending), 0o644);
    await write('v4');
    for (const name of config.names().filter(each => each.includes('.bak')))
      assert.equal(config.mode(name), 0o600, name);
  });

  it('fill a gap, so that an interrupted rotation loses no further one', async () => {
    for (const text of ['v1', 'v2', 'v3', 'v4', 'v5', 'v6']) await write(text);
    // As a writer leaves it that is killed after two of its renames.
    await rm(backup('.bak.2'));
    await write('v7');
    assert.deepEqual(backups(), ['.bak v6', '.bak.1 v5', '.bak.2 v4', '.bak.3 v2', '.bak.4 v1']);
  });

  it('hold a text once when a writer was stopped right after its backup', async () => {
    for (const text of ['v1', 'v2']) await write(text);
    await writeFile(backup('.bak.2'), 'v0');
    await writeFile(backup('.bak.1'), 'v1');
    await writeFile(backup('.bak'), 'v2');
    await chmod(backup('.bak'), 0o644);
    await write('v3');
    assert.deepEqual(backups(), ['.bak v2', '.bak.1 v1', '.bak.2 v0']);
    assert.equal(config.mode('openclaw.json.bak'), 0o600);
  });

  describe('where the config gets much smaller, which OpenClaw takes for damage', () => {
    const large = 'v'.repeat(512);
    const cases: [name: string, texts: string[], backups: string[]][] = [
      ['half of it is enough', [large, 'w'.repeat(256)], [`.bak ${large}`, '.bak.1 v0']],
      ['less is not', [large, 'w'.repeat(255)], [`.bak.1 ${large}`, '.bak.2 v0']],
      ['little may become less', ['v'.repeat(511), 'w'], [`.bak ${'v'.repeat(511)}`, '.bak.1 v0']],
      [
        'nor as long as OpenClaw may remember how large it was',
        [large, 'w', 'x', 'y'],
        ['.bak.1 x', '.bak.2 w', `.bak.3 ${large}`, '.bak.4 v0'],
      ],
      ['until it is large again', [large, 'w', large], ['.bak w', `.bak.1 ${large}`, '.bak.2 v0']],
    ];
    for (const [name, texts, expected] of cases) {
      it(`is no newest one for it to put back: ${name}`, async () => {
        for (const text of texts) await write(text);
        assert.deepEqual(backups(), expected);
      });
    }

    it('is none either after an undo', async () => {
      await write(large);
      await restoreConfig(config.path, large, 'v0');
      assert.deepEqual(backups(), [`.bak.1 ${large}`, '.bak.2 v0']);
    });

    it('is one when the file goes, which OpenClaw does not put back', async () => {
      await write(large);
      await restoreConfig(config.path, large, undefined);
      assert.deepEqual(backups(), [`.bak ${large}`, '.bak.1 v0']);
    });
  });

  it('leave other files alone', async () => {
    await writeFile(backup('.bak.7'), 'seven');
    await writeFile(backup('.bak.before-update'), 'mine');
    await write('v1');
    assert.deepEqual(backups(), ['.bak v0', '.bak.7 seven', '.bak.before-update mine']);
  });

  it('that are in the way don’t keep the config from being written, and are not lost', async () => {
    for (const text of ['v1', 'v2', 'v3', 'v4', 'v5']) await write(text);
    await rm(backup('.bak.4'));
    await mkdir(backup('.bak.4'));
    await writeFile(join(backup('.bak.4'), 'kept'), '');
    await write('v6');
    assert.equal(config.text(), 'v6');
    const files = ['.bak', '.bak.1', '.bak.2', '.bak.3'].map(ending => config.text(`openclaw.json${ending}`));
    assert.deepEqual(files, ['v4', 'v3', 'v2', 'v1']);
    assert.equal(config.names().length, 6);
  });

  it('that are links are moved, not followed', async () => {
    await writeFile(join(config.folder, 'mine'), 'mine');
    await symlink('mine', backup('.bak'));
    await write('v1');
    assert.equal(config.text('mine'), 'mine');
    assert.equal(readlinkSync(backup('.bak.1')), 'mine');
    assert.equal(config.text('openclaw.json.bak'), 'v0');
  });
});
