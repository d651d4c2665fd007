import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../../src/problem.ts';
import { ConfigFolder } from '../unit/openclaw/configFolder.ts';
import { Child } from './child.ts';
import { seenOf } from './matrix/outcome.ts';
import { take } from './matrix/tally.ts';

/** Users and groups, which need not exist. */
const root = 0;
const user = 65534;
const other = 65533;

interface Rights {
  readonly owner: number;
  readonly group: number;
  readonly mode: number;
}

describe('a config with rights of its own', () => {
  let config: ConfigFolder;
  let path: string;
  before(() => {
    assert.equal(process.getuid?.(), 0, 'Run these tests as root: they act as other users.');
  });
  beforeEach(async () => {
    config = await ConfigFolder.make();
    path = join(config.folder, 'state', 'openclaw.json');
    await chmod(config.folder, 0o755);
    await mkdir(dirname(path));
    await writeFile(path, '{}');
  });
  afterEach(() => config.remove());

  async function give(file: string, { owner, group, mode }: Rights): Promise<void> {
    await chown(file, owner, group);
    await chmod(file, mode);
  }

  const updateAs = (id: number) =>
    new Child('update.ts', [path, '{ a: 1 }', String(id), String(id)]).result<Problem | null>();

  async function isRefusedAs(id: number): Promise<Problem> {
    const problem = await updateAs(id);
    assert.ok(problem, 'It was written.');
    assert.ok(problem.explanation.includes(path));
    assert.equal(config.text('state/openclaw.json'), '{}');
    assert.deepEqual(readdirSync(dirname(path)), ['openclaw.json']);
    take('Config file', 'refused', seenOf(problem));
    return problem;
  }

  async function isWrittenAs(id: number): Promise<void> {
    const { uid, mode } = statSync(path);
    assert.equal(await updateAs(id), null);
    assert.equal(config.text('state/openclaw.json'), '{ a: 1 }');
    assert.deepEqual([statSync(path).uid, statSync(path).mode], [uid, mode]);
    assert.deepEqual(readdirSync(dirname(path)), ['openclaw.json', 'openclaw.json.bak']);
  }

  it('in a read-only folder is not written, and the folder is named', async () => {
    await give(path, { owner: user, group: user, mode: 0o600 });
    await give(dirname(path), { owner: user, group: user, mode: 0o555 });
    const { code, explanation } = await isRefusedAs(user);
    assert.equal(code, 'config-read-only');
    assert.ok(explanation.includes(`in ${dirname(path)} `), explanation);
    // The same write is made by root, whom the folder doesn't hold.
    await isWrittenAs(root);
  });

  it('in a folder that is no longer read-only is written', async () => {
    await give(path, { owner: user, group: user, mode: 0o600 });
    await give(dirname(path), { owner: user, group: user, mode: 0o755 });
    await isWrittenAs(user);
  });

  it('that is read-only is not written, though its folder would let it be replaced', async () => {
    await give(dirname(path), { owner: user, group: user, mode: 0o755 });
    await give(path, { owner: user, group: user, mode: 0o444 });
    const { code, title } = await isRefusedAs(user);
    assert.equal(code, 'config-read-only');
    assert.match(title, /write-protected/);
    await isWrittenAs(root);
  });

  it('of another user is not taken from that user', async () => {
    await give(dirname(path), { owner: user, group: user, mode: 0o755 });
    await give(path, { owner: other, group: user, mode: 0o660 });
    const { code, title } = await isRefusedAs(user);
    assert.equal(code, 'config-not-written');
    assert.match(title, /belongs to someone else/);
    await isWrittenAs(root);
  });

  it('of another group is not taken from that group, where it has rights', async () => {
    await give(dirname(path), { owner: user, group: user, mode: 0o755 });
    await give(path, { owner: user, group: other, mode: 0o640 });
    assert.match((await isRefusedAs(user)).title, /belongs to someone else/);
    await chmod(path, 0o600);
    await isWrittenAs(user);
  });
});
