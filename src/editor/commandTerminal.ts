/**
 * A terminal that shell commands are run in one after another, each shown before it runs, with what it writes. There
 * is no interactive shell in it, so that a command is what was agreed to and its exit code is known.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { Disposable } from './disposable.ts';

export interface CommandResult {
  /** Null where a signal ended it. */
  readonly code: number | null;
  /** What it wrote last, to both of its outputs. */
  readonly output: string;
}

/** Characters of the output that are kept. */
const KEPT = 8_000;
const CTRL_C = '\x03';

export class CommandTerminal extends Disposable {
  readonly #name: string;
  readonly #written = this.register(new vscode.EventEmitter<string>());
  #terminal: vscode.Terminal | undefined;
  #opened: Promise<unknown> = Promise.resolve();
  #running: ChildProcess | undefined;
  #isRunning = false;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override dispose(): void {
    this.stop();
    this.#terminal?.dispose();
    super.dispose();
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Runs a command by `sh`; rejects where there is no such shell. One at a time: the caller looks at `isRunning`. */
  async run(command: string): Promise<CommandResult> {
    this.#isRunning = true;
    try {
      this.#show();
      await this.#opened;
      this.#written.fire(`\x1b[1m$ ${lines(command)}\x1b[0m\r\n`);
      const result = await this.#result(command);
      this.#written.fire('\r\n');
      return result;
    } finally {
      this.#running = undefined;
      this.#isRunning = false;
    }
  }

  /** Ends the command that is running, with all that it started. */
  stop(): void {
    const pid = this.#running?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid);
    } catch {
      // It has ended by itself.
    }
  }

  #result(command: string): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
      // Output that is paged would wait for a key that nobody can press.
      const env = { ...process.env, AWS_PAGER: '' };
      // A group of its own: some shells stay beside the command that they run, and all of it is to end.
      const running = spawn('/bin/sh', ['-c', command], {
        cwd: homedir(),
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      this.#running = running;
      let output = '';
      const take = (part: string) => {
        output = (output + part).slice(-KEPT);
        this.#written.fire(lines(part));
      };
      for (const stream of [running.stdout, running.stderr]) stream.setEncoding('utf8').on('data', take);
      running.on('error', reject);
      running.on('close', code => resolve({ code, output }));
    });
  }

  #show(): void {
    if (!this.#terminal || this.#terminal.exitStatus) this.#terminal = this.#open();
    this.#terminal.show(true);
  }

  #open(): vscode.Terminal {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#opened = promise;
    return vscode.window.createTerminal({
      name: this.#name,
      iconPath: new vscode.ThemeIcon('server-environment'),
      pty: {
        onDidWrite: this.#written.event,
        open: () => resolve(undefined),
        close: () => {
          this.stop();
          this.#terminal = undefined;
        },
        handleInput: (text: string) => {
          if (text === CTRL_C) this.stop();
        },
      },
    });
  }
}

/** As a terminal takes them. */
function lines(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
