import assert from 'node:assert/strict';
import { existsSync, utimesSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { updateConfig } from '../../src/openclaw/updateConfig.ts';
import { ConfigFolder } from '../unit/openclaw/configFolder.ts';
import { isFullRun, Random } from '../unit/random.ts';
import { Child } from './child.ts';
import { WHOLE } from './matrix/rows.ts';
import { take } from './matrix/tally.ts';
import { numberOf, textOf } from './texts.ts';

const kills = isFullRun ? 200 : 20;
const temporary = /^openclaw\.json\.openclaw-bedrock-[0-9a-f]{16}\.tmp$/;
const endings = ['.bak', '.bak.1', '.bak.2', '.bak.3', '.bak.4'];

describe(`a process that is killed while it writes the config (${kills} times)`, () => {
  let config: ConfigFolder;
  before(async () => {
    config = await ConfigFolder.make();
  });
  after(() => config.remove());

  it('leaves the old or the new text, all backups, and nothing that the next write does not sweep up', async () => {
    const random = new Random(200);
    const counts = { amidAWrite: 0, leftTemporary: 0, leftLock: 0, leftBackup: 0, leftGap: 0 };
    await writeFile(config.path, textOf(0), { mode: 0o600 });
    await write(6);

    for (let kill = 0; kill < kills; kill++) {
      const first = numberOf(config.text());
      const child = new Child('loop.ts', [config.path]);
      assert.equal(await child.line(), 'ready');
      await wait(random.next() * 30);
      child.signal('SIGKILL');
      const said = await child.rest();

      const begun = first + said.filter(line => line === 'begin').length;
      const ended = first + said.filter(line => line === 'end').length;
      const number = numberOf(config.text());
      assert.ok(number === begun || number === ended, `${number} is neither ${begun} nor ${ended}.`);
      take('Editor restart', 'cut', WHOLE);
      if (begun > ended) counts.amidAWrite++;
      for (const name of config.names().filter(each => !each.endsWith('.lock')))
        assert.equal(config.mode(name), 0o600, name);

      const kept = backups();
      const newest = kept[0] ?? -1;
      assert.ok(newest === number || newest === number - 1, `${newest} of ${number}`);
      assert.deepEqual(
        kept,
        kept.map((_, index) => newest - index),
      );
      assert.ok(kept.length >= 4);
      if (newest === number) counts.leftBackup++;
      if (kept.length === 4) counts.leftGap++;
      if (config.names().some(name => temporary.test(name))) counts.leftTemporary++;
      if (existsSync(`${config.path}.openclaw-bedrock.lock`)) counts.leftLock++;

      letAMinutePass();
      await write(1);
      assert.equal(numberOf(config.text()), number + 1);
      assert.deepEqual(config.names(), ['openclaw.json', ...endings.map(ending => `openclaw.json${ending}`)]);
      assert.deepEqual(
        backups(),
        [0, 1, 2, 3, 4].map(index => number - index),
      );
    }
    console.log(`      ${JSON.stringify(counts)}`);
    assert.ok(counts.amidAWrite >= kills / 2, 'The kills have to fall amid the writes.');
    assert.ok(counts.leftTemporary > 0 && counts.leftLock > 0, 'The kills have to leave something behind.');
  });

  async function write(times: number): Promise<void> {
    for (let time = 0; time < times; time++)
      await updateConfig(config.path, text => Promise.resolve(textOf(numberOf(text ?? '') + 1)));
  }

  /** The numbers of the backups that are there, each of which has to be whole, from the newest. */
  function backups(): number[] {
    return endings
      .filter(ending => existsSync(config.path + ending))
      .map(ending => numberOf(config.text(`openclaw.json${ending}`)));
  }

  /** Makes a lock that was left behind as old as it would be then. */
  function letAMinutePass(): void {
    const then = Date.now() / 1000 - 60;
    const path = `${config.path}.openclaw-bedrock.lock`;
    if (existsSync(path)) utimesSync(path, then, then);
  }
});
