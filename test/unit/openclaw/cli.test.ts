import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { findCli, validate, primaryIn, verdictIn, versionIn, versionOf } from '../../../src/openclaw/cli.ts';

/** A folder with an `openclaw` that runs this script. */
class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-cli-'));
  readonly command = join(this.path, 'openclaw');

  script(text: string, mode = 0o755) {
    writeFileSync(this.command, `#!/bin/sh\n${text}\n`);
    chmodSync(this.command, mode);
    return { path: this.command, changedAt: 0 };
  }

  remove() {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Whether the process runs that wrote its id to this file. */
function isRunning(pidFile: string): boolean {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the openclaw command', function () {
  // The scripts are the shell's; on Windows the command is another file.
  if (process.platform === 'win32') return;
  let one: Folder;
  let two: Folder;
  beforeEach(() => {
    one = new Folder();
    two = new Folder();
  });
  afterEach(() => {
    one.remove();
    two.remove();
  });
  const find = async (...folders: string[]) => (await findCli({ PATH: folders.join(delimiter) }))?.path;

  it('is the first one on the PATH', async () => {
    two.script('echo two');
    assert.equal(await find('/nowhere', one.path, two.path), two.command);
    one.script('echo one');
    assert.equal(await find('/nowhere', one.path, two.path), one.command);
    assert.equal(await findCli({}), undefined);
    assert.equal(await find('/nowhere'), undefined);
  });

  it('is not a folder, and not a file that can’t be run', async () => {
    mkdirSync(one.command);
    two.script('echo two', 0o644);
    assert.equal(await find(one.path, two.path), undefined);
  });

  it('is never looked for in a relative folder, such as one of a workspace', async () => {
    one.script('echo one');
    const beside = relative(process.cwd(), one.path);
    assert.equal(await find(beside, '.', ''), undefined);
  });

  it('is another one when its file is, also behind a link', async () => {
    one.script('echo one');
    symlinkSync(one.command, two.command);
    utimesSync(one.command, 1000, 1000);
    assert.deepEqual(await findCli({ PATH: two.path }), { path: two.command, changedAt: 1_000_000 });
    utimesSync(one.command, 2000, 2000);
    assert.equal((await findCli({ PATH: two.path }))?.changedAt, 2_000_000);
  });

  describe('asked for its version', () => {
    const cases: [script: string, version: string | undefined][] = [
      ['[ "$*" = --version ] && echo "OpenClaw 2026.9.6 (eb377ac)"', '2026.9.6'],
      ['echo 2026.2.6-3', '2026.2.6-3'],
      ['echo "a warning: 1.2.3"; echo "OpenClaw 2026.5.7 (eeef486)"; exit 3', '2026.5.7'],
      ['echo "OpenClaw 2026.9.6" >&2; exit 1', undefined],
      ['echo "command not found"', undefined],
      ['exit 1', undefined],
    ];
    for (const [script, version] of cases) {
      it(script, async () => assert.equal(await versionOf(one.script(script)), version));
    }

    it('is given up when it does not answer', async () => {
      assert.equal(await versionOf(one.script('sleep 100; echo 2026.9.6'), 300), undefined);
    });

    // Both end by themselves, but only once their folder is gone.
    it('is given up when it does not let itself be ended', async () => {
      const cli = one.script(`trap '' TERM; echo $$ >"$0.pid"; while [ -e "$0" ]; do sleep 1; done`);
      assert.equal(await versionOf(cli, 1000), undefined);
      while (isRunning(`${one.command}.pid`)) await setImmediate();
    });

    it('is given up when what it started keeps its output open', async () => {
      const cli = one.script('while [ -e "$0" ]; do sleep 1; done & exit');
      assert.equal(await versionOf(cli, 200), undefined);
    });

    it('is given up when it is gone', async () => {
      assert.equal(await versionOf({ path: one.command, changedAt: 0 }), undefined);
    });
  });

  describe('asked to judge a config', () => {
    const answer = (text: string, code: number) => one.script(`cat <<'END'\n${text}\nEND\nexit ${code}`);

    it('is asked with its path, away from any workspace', async () => {
      const cli = one.script(
        `printf '{ "valid": true, "issues": [{ "path": "%s", "message": "%s in %s" }] }' "$OPENCLAW_CONFIG_PATH" "$*" "$PWD"`,
      );
      assert.deepEqual(await validate(cli, '/a b/openclaw.json'), {
        valid: true,
        issues: [{ path: '/a b/openclaw.json', message: `config validate --json in ${homedir()}` }],
        warnings: [],
      });
    });

    it('is heard when it says no', async () => {
      const said = '{"valid":false,"path":"/x","issues":[{"path":"agents","message":"Invalid input"}]}';
      assert.deepEqual(await validate(answer(said, 1), '/x'), {
        valid: false,
        issues: [{ path: 'agents', message: 'Invalid input' }],
        warnings: [],
      });
    });

    it('has not answered where it says something else', async () => {
      assert.equal(await validate(answer('unknown command: config', 1), '/x'), undefined);
    });
  });
});

describe('what the openclaw command prints', () => {
  const versions: [output: string, version: string | undefined][] = [
    ['OpenClaw 2026.9.6 (eb377ac)\n', '2026.9.6'],
    ['2026.2.6-3', '2026.2.6-3'],
    ['openclaw/2026.10.12 linux', '2026.10.12'],
    ['Built 2026.1.2 ago\nOpenClaw 2026.9.6 (eb377ac)', '2026.9.6'],
    ['2025.12.1 is out of date\nopenclaw v2026.9.6-2', '2026.9.6-2'],
    ['1.2.3', undefined],
    ['12026.9.6', undefined],
    ['', undefined],
  ];
  for (const [output, version] of versions) {
    it(`as its version: ${JSON.stringify(output)}`, () => assert.equal(versionIn(output), version));
  }

  const nothing = { issues: [], warnings: [] };
  const verdicts: [output: string, verdict: ReturnType<typeof verdictIn>][] = [
    ['{"valid":true,"path":"/x"}', { valid: true, ...nothing }],
    ['Reading the config…\n{"valid":true,"warnings":[]}\n', { valid: true, ...nothing }],
    [
      '{"ok":false,"valid":false,"issues":[{"path":"a.b","message":"m","more":1},{},7],"warnings":[{"path":1}]}',
      {
        valid: false,
        issues: [
          { path: 'a.b', message: 'm' },
          { path: '', message: '' },
        ],
        warnings: [{ path: '', message: '' }],
      },
    ],
    ['{"valid":"yes"}', undefined],
    ['{"ok":true}', undefined],
    ['{"valid":tr', undefined],
    ['[]', undefined],
    ['no', undefined],
    ['', undefined],
  ];
  for (const [output, verdict] of verdicts) {
    it(`as its verdict: ${JSON.stringify(output)}`, () => assert.deepEqual(verdictIn(output), verdict));
  }
});

describe('the model that OpenClaw says it begins with', () => {
  const cases: [output: string, primary: string | undefined][] = [
    [
      '{"defaultModel":"amazon-bedrock/amazon.nova-pro-v1:0","fallbacks":[]}',
      'amazon-bedrock/amazon.nova-pro-v1:0',
    ],
    ['Plugins were loaded.\n{"defaultModel":"sonnet"}', 'sonnet'],
    ['{"defaultModel":""}', undefined],
    ['{"defaultModel":null}', undefined],
    ['Config invalid', undefined],
    ['', undefined],
  ];
  for (const [output, primary] of cases) {
    it(JSON.stringify(output), () => assert.equal(primaryIn(output), primary));
  }
});
