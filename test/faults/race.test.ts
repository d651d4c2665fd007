import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { ConfigFolder } from '../unit/openclaw/configFolder.ts';
import { isFullRun } from '../unit/random.ts';
import { Child } from './child.ts';
import { WHOLE } from './matrix/rows.ts';
import { take } from './matrix/tally.ts';

const races = isFullRun ? 200 : 20;

interface Round {
  readonly begin: number;
  readonly end: number;
  readonly tries: number;
}

describe(`two processes that write the config at once (${races} times)`, () => {
  let config: ConfigFolder;
  beforeEach(async () => {
    config = await ConfigFolder.make();
    await writeFile(config.path, JSON.stringify({ members: {} }, undefined, 2));
  });
  afterEach(() => config.remove());

  /** Lets both write at the same moment, again and again. */
  async function race(
    scripts: readonly string[],
    judge: (index: number, rounds: Round[]) => void,
  ): Promise<void> {
    const racers = scripts.map(script => new Child(script, [config.path]));
    for (const racer of racers) assert.equal(await racer.line(), 'ready');
    for (let index = 0; index < races; index++) {
      racers.forEach((racer, which) => racer.say(`${which}-${index}`));
      const lines = await Promise.all(racers.map(racer => racer.line()));
      judge(
        index,
        lines.map(line => JSON.parse(line) as Round),
      );
    }
    for (const racer of racers) await racer.end();
  }

  const membersOf = (text: string) => (JSON.parse(text) as { members: Record<string, number> }).members;

  it('lose neither edit when both are ours', async () => {
    let overlaps = 0;
    await race(['racer.ts', 'racer.ts'], (index, [one, other]) => {
      const members = membersOf(config.text());
      assert.ok(`0-${index}` in members && `1-${index}` in members, `An edit of round ${index} is lost.`);
      take('Config file', 'two windows', WHOLE);
      if (one!.begin <= other!.end && other!.begin <= one!.end) overlaps++;
    });
    console.log(`      ${overlaps} of ${races} rounds overlapped`);
    assert.equal(Object.keys(membersOf(config.text())).length, 2 * races);
    assert.ok(overlaps >= races / 2, 'The rounds have to overlap.');
  });

  // All that can be promised: we overwrite nothing that can be seen right before our rename. What it overwrites of
  // ours is in its backup, unless we wrote in the instant between its copy and its rename; so that is only counted.
  it('lose next to nothing when one takes no lock, as OpenClaw does not', async () => {
    const counts = { bothKept: 0, madeAnew: 0, oursLost: 0, oursLostWithoutBackup: 0, theirsLost: 0 };
    await race(['racer.ts', 'openClawLike.ts'], (index, [ours]) => {
      const members = membersOf(config.text());
      const [isOurs, isTheirs] = [`0-${index}` in members, `1-${index}` in members];
      assert.ok(isOurs || isTheirs, `Both edits of round ${index} are lost.`);
      if (isOurs && isTheirs) counts.bothKept++;
      if (ours!.tries > 1) counts.madeAnew++;
      if (!isTheirs) counts.theirsLost++;
      if (isOurs) return;
      counts.oursLost++;
      const backups = config.names().filter(name => name.includes('.bak'));
      if (!backups.some(name => `0-${index}` in membersOf(config.text(name)))) counts.oursLostWithoutBackup++;
    });
    console.log(`      ${JSON.stringify(counts)}`);
    assert.ok(counts.madeAnew > 0, 'Some of its writes have to fall amid ours.');
    assert.ok(counts.theirsLost <= races / 20);
  });
});
