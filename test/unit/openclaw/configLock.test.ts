import assert from 'node:assert/strict';
import { existsSync, utimesSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { withConfigLock } from '../../../src/openclaw/configLock.ts';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { ConfigFolder } from './configFolder.ts';

describe('the lock between windows', () => {
  let config: ConfigFolder;
  let lock: string;
  beforeEach(async () => {
    config = await ConfigFolder.make();
    lock = `${config.path}.openclaw-bedrock.lock`;
  });
  afterEach(() => config.remove());

  const holding = <Result>(work: () => Promise<Result>) => withConfigLock(config.path, config.path, work);
  const makeOlder = (seconds: number) => {
    const then = Date.now() / 1000 - seconds;
    utimesSync(lock, then, then);
  };

  it('is held during the work, and let go of when it is done or fails', async () => {
    assert.equal(await holding(() => Promise.resolve(existsSync(lock))), true);
    assert.deepEqual(config.names(), []);
    await assert.rejects(
      holding(() => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.deepEqual(config.names(), []);
  });

  it('lets one in at a time', async () => {
    let inside = 0;
    const most: number[] = [];
    const work = () =>
      holding(async () => {
        most.push(++inside);
        await writeFile(config.path, '');
        inside--;
      });
    await Promise.all(Array.from({ length: 10 }, work));
    assert.deepEqual(most, Array(10).fill(1));
  });

  it('is not the lock that OpenClaw has on its config', async () => {
    await writeFile(`${config.path}.lock`, '{"pid":1}');
    await updateConfig(config.path, () => Promise.resolve('{}'));
    assert.deepEqual(config.texts(), { 'openclaw.json': '{}', 'openclaw.json.lock': '{"pid":1}' });
  });

  it('of a window that was killed is taken over', async () => {
    await mkdir(lock);
    makeOlder(60);
    await updateConfig(config.path, () => Promise.resolve('{}'));
    assert.deepEqual(config.texts(), { 'openclaw.json': '{}' });
  });
});
