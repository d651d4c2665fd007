/** A folder of a test's own to keep a config in, and what can be seen there. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Problem, type ProblemCode, ProblemError } from '../../../src/problem.ts';

export class ConfigFolder {
  readonly folder: string;
  readonly path: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.path = join(folder, 'openclaw.json');
  }

  static async make(): Promise<ConfigFolder> {
    return new ConfigFolder(await mkdtemp(join(tmpdir(), 'openclaw-bedrock-config-')));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  names(): string[] {
    return readdirSync(this.folder).sort();
  }

  text(name = 'openclaw.json'): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** The texts of all files but folders, by name. */
  texts(): Record<string, string> {
    return Object.fromEntries(this.names().map(name => [name, this.text(name)]));
  }

  mode(name = 'openclaw.json'): number {
    return statSync(join(this.folder, name)).mode & 0o7777;
  }
}

/** The problem that the work is refused with, which has to be of this code. */
export async function refusal(code: ProblemCode, work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => assert.fail('It was not refused.'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw error;
  assert.equal(error.problem.code, code, error.message);
  return error.problem;
}
