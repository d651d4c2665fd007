/** A process of its own that writes a config: started, spoken to line by line, and killed. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const children = join(import.meta.dirname, 'children');

export class Child {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string, undefined>;
  readonly #closed: Promise<unknown>;
  #errors = '';

  /** Runs a script of `children/`, where `prefix` is a command that runs the command after it. */
  constructor(script: string, args: readonly string[], prefix: readonly string[] = []) {
    const [command = '', ...rest] = [...prefix, process.execPath, join(children, script), ...args];
    this.#process = spawn(command, rest, { stdio: 'pipe' });
    this.#closed = once(this.#process, 'close');
    this.#process.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]() as AsyncIterator<
      string,
      undefined
    >;
  }

  /** The next line it prints. */
  async line(): Promise<string> {
    const { done, value } = await this.#lines.next();
    if (done) throw new Error(`The process ended: ${this.#errors}`);
    return value;
  }

  /** The lines it prints until it ends. */
  async rest(): Promise<string[]> {
    const lines: string[] = [];
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) break;
      lines.push(value);
    }
    await this.#closed;
    return lines;
  }

  /** What it prints as JSON before it ends. */
  async result<Result>(): Promise<Result> {
    const lines = await this.rest();
    if (lines.length === 0) throw new Error(`The process said nothing: ${this.#errors}`);
    return JSON.parse(lines.join('\n')) as Result;
  }

  say(line: string): void {
    this.#process.stdin.write(`${line}\n`);
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Closes its input, at which it ends by itself. */
  async end(): Promise<void> {
    this.#process.stdin.end();
    await this.#closed;
  }
}
