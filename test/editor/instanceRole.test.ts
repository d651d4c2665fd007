/** Set Up Instance Role, called with arguments, and the terminal that its commands run in. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandTerminal } from '../../src/editor/commandTerminal.ts';
import { startImds } from '../aws/imds.ts';
import { account, Issuer } from '../aws/issuer.ts';
import { run, useConfig, useVariables } from './world.ts';

interface Answer {
  readonly instance?: { readonly account: string; readonly role?: string };
  readonly steps?: readonly { readonly id: string; readonly does: { readonly command?: string } }[];
  readonly problem?: { readonly code: string };
}

describe('Set Up Instance Role with arguments', () => {
  it('says where this is no instance', async () => {
    await useConfig('{}');
    const restore = useVariables({ AWS_EC2_METADATA_DISABLED: 'true' });
    const { problem } = await run<Answer>('setUpInstanceRole', { name: 'Bedrock' });
    restore();
    assert.equal(problem?.code, 'not-an-instance');
  });

  it('answers the steps for this instance, and refuses what is no name', async () => {
    const imds = await startImds({ issuer: new Issuer(), role: null });
    const restore = useVariables(imds.env);
    const { instance, steps } = await run<Answer>('setUpInstanceRole', { name: 'Bedrock' });
    const refused = await run<Answer>('setUpInstanceRole', { name: 'a; b' });
    restore();
    await imds.close();
    assert.equal(instance?.account, account);
    assert.deepEqual(
      steps?.map(({ id }) => id),
      [
        'whoAmI',
        'createRole',
        'allowBedrock',
        'createProfile',
        'addRole',
        'attachProfile',
        'discovery',
        'check',
      ],
    );
    assert.equal(refused.problem?.code, 'reference-invalid');
  });
});

describe('a terminal for commands', () => {
  let terminal: CommandTerminal;
  beforeEach(() => (terminal = new CommandTerminal('Commands')));
  afterEach(() => terminal.dispose());

  it('tells the exit code and what a command wrote to either output', async () => {
    const { code, output } = await terminal.run('echo one; echo two >&2; exit 3');
    assert.equal(code, 3);
    assert.deepEqual(output.trim().split('\n').sort(), ['one', 'two']);
    assert.equal(terminal.isRunning, false);
  });

  it('ends a command with all that it started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-command-'));
    const file = join(folder, 'pid');
    const started = fileIn(folder, 'pid');
    // The shell stays beside what it runs, as some do by themselves.
    const running = terminal.run(
      `sh -c 'echo $$ > "${file}.new"; mv "${file}.new" "${file}"; exec sleep 600'; true`,
    );
    await started;
    assert.ok(terminal.isRunning);
    terminal.stop();
    // What was started holds the outputs open for as long as it lives.
    const { code } = await running;
    assert.equal(code, null);
  });
});

/** Resolves once the folder has a file of this name. */
function fileIn(folder: string, name: string): Promise<void> {
  return new Promise(resolve => {
    const watcher = watch(folder, () => {
      if (!existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    });
  });
}
