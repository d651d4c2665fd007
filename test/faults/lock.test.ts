import assert from 'node:assert/strict';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { updateConfig } from '../../src/openclaw/updateConfig.ts';
import { ConfigFolder, refusal } from '../unit/openclaw/configFolder.ts';
import { Child } from './child.ts';
import { seenOf } from './matrix/outcome.ts';
import { WHOLE } from './matrix/rows.ts';
import { take } from './matrix/tally.ts';

describe('a window that holds the lock', () => {
  let config: ConfigFolder;
  let lock: string;
  beforeEach(async () => {
    config = await ConfigFolder.make();
    lock = `${config.path}.openclaw-bedrock.lock`;
    await writeFile(config.path, 'start');
  });
  afterEach(() => config.remove());

  const add = () => updateConfig(config.path, before => Promise.resolve(`${before ?? ''} second`));

  async function holder(): Promise<Child> {
    const child = new Child('holder.ts', [config.path]);
    assert.equal(await child.line(), 'holding');
    assert.ok(existsSync(lock));
    return child;
  }

  async function lockIsRenewed(times: number): Promise<void> {
    const seen = new Set([statSync(lock).mtimeMs]);
    while (seen.size <= times) {
      await wait(50);
      seen.add(statSync(lock).mtimeMs);
    }
  }

  it('and is killed lets the next one in after some seconds', async () => {
    const child = await holder();
    child.signal('SIGKILL');
    await child.rest();
    assert.ok(existsSync(lock));
    await add();
    assert.deepEqual(config.texts(), { 'openclaw.json': 'start second', 'openclaw.json.bak': 'start' });
    take('Editor restart', 'slow', WHOLE);
  });

  for (const end of ['exit', 'SIGTERM'] as const) {
    it(`and ends (${end}) leaves no lock behind`, async () => {
      const child = await holder();
      if (end === 'exit') child.say('exit');
      else child.signal(end);
      await child.rest();
      assert.deepEqual(config.texts(), { 'openclaw.json': 'start' });
    });
  }

  it('and takes its time keeps the other one waiting', async () => {
    const child = await holder();
    const adding = add();
    // For longer than a lock that isn't renewed would keep it out.
    await lockIsRenewed(4);
    assert.equal(config.text(), 'start');
    child.say('go on');
    assert.equal(await child.line(), 'written');
    await adding;
    assert.equal(config.text(), 'start first second');
    take('Config file', 'slow', WHOLE);
  });

  it('and sleeps meanwhile overwrites nothing when it wakes', async () => {
    const child = await holder();
    child.signal('SIGSTOP');
    await add();
    child.say('go on');
    child.signal('SIGCONT');
    // The first change is made anew, to the text as it is by then, if it still gets to that.
    assert.equal(await child.line(), 'holding');
    child.say('go on');
    const end = await child.line();
    assert.ok(['written', 'Another window took over'].includes(end), end);
    take('Config file', 'slow', end === 'written' ? WHOLE : `config-not-written: ${end}`);
    assert.equal(config.text(), end === 'written' ? 'start second first' : 'start second');
  });

  it('and never lets go is not waited for for ever', async () => {
    await mkdir(lock);
    // As a window leaves it whose clock is ahead, so that it doesn't become stale.
    const later = Date.now() / 1000 + 3600;
    utimesSync(lock, later, later);
    const problem = await refusal('config-not-written', add());
    const { explanation } = problem;
    take('Config file', 'clock skew', seenOf(problem));
    assert.ok(explanation.includes(config.path) && explanation.includes(lock), explanation);
    assert.equal(config.text(), 'start');
  });
});
