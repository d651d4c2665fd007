import assert from 'node:assert/strict';
import type { Problem } from '../../src/problem.ts';
import { ConfigFolder } from '../unit/openclaw/configFolder.ts';
import { Child } from './child.ts';
import { take } from './matrix/tally.ts';
import { seenOf } from './matrix/outcome.ts';
import { WHOLE } from './matrix/rows.ts';
import { withTmpfs } from './namespace.ts';

interface Outcome {
  readonly left: number;
  readonly problem?: Problem;
  readonly files: Readonly<Record<string, string>>;
  readonly problemWithRoom?: Problem;
  readonly filesWithRoom: Readonly<Record<string, string>>;
}

const untouched = { 'openclaw.json': 'b × 3', 'openclaw.json.bak': 'a × 1' };
const written = { 'openclaw.json': 'c × 4', 'openclaw.json.bak': 'b × 3', 'openclaw.json.bak.1': 'a × 1' };

describe('a disk', () => {
  let config: ConfigFolder;
  beforeEach(async () => {
    config = await ConfigFolder.make();
  });
  afterEach(() => config.remove());

  const disks = {
    // The new text takes 4 pages, its backup 3.
    pages: { options: 'size=128k', needed: 7 },
    // The lock, the new file and the backup.
    files: { options: 'size=1m,nr_inodes=16', needed: 3 },
  };
  for (const [kind, { options, needed }] of Object.entries(disks)) {
    it(`without room for more ${kind} loses nothing, whenever it is full`, async () => {
      const child = new Child('fullDisk.ts', [config.folder, kind], withTmpfs(config.folder, options));
      const outcomes = await child.result<Outcome[]>();
      for (const { left, problem, files, problemWithRoom, filesWithRoom } of outcomes) {
        const at = `with room for ${left}`;
        assert.deepEqual(files, left < needed ? untouched : written, at);
        assert.equal(problem?.title, left < needed ? 'The disk is full' : undefined, at);
        take('Config file', 'disk full', problem ? seenOf(problem) : WHOLE);
        if (problem) assert.ok(problem.explanation.includes(config.path));
        assert.equal(problemWithRoom, undefined, at);
        assert.deepEqual(filesWithRoom, written, at);
      }
      assert.equal(outcomes.length, 11);
    });
  }

  it('that is read-only is named', async () => {
    const update = new Child(
      'update.ts',
      [config.path, '{ a: 1 }'],
      [
        ...withTmpfs(config.folder, 'size=64k'),
        'sh',
        '-c',
        'echo {} >"$0"/openclaw.json && mount -o remount,ro "$0" && exec "$@"',
        config.folder,
      ],
    );
    const problem = await update.result<Problem>();
    assert.equal(problem.code, 'config-read-only');
    assert.match(problem.title, /read-only file system/);
    take('Config file', 'read-only', seenOf(problem));
    assert.ok(problem.explanation.includes(config.path));
  });
});
