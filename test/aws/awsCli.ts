/**
 * A stand-in for the AWS CLI: a command `aws` that can say its version and sign in to SSO, by the real device flow,
 * and that caches the token as the real one does.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { awsCliProgram } from './awsCliProgram.ts';
import { nodeCommand } from './nodeCommand.ts';

export interface AwsCliCall {
  readonly args: string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface AwsCli {
  /** Holds the command. */
  readonly folder: string;
  /** The environment with the folder first on the PATH. */
  readonly env: Record<string, string>;
  /** The arguments of each call so far. */
  calls(): string[][];
  /** The last call, with the folder and the environment that it was made in. */
  lastCall(): AwsCliCall | undefined;
  remove(): void;
}

/** The command gets `env` beside the environment that it is called in, e.g. that of a home and of a portal. */
export function installAwsCli(env: Readonly<Record<string, string>> = {}): AwsCli {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-awscli-'));
  const record = join(folder, 'calls.jsonl');
  const script = join(folder, 'aws.mjs');
  // The text of the function, so that this file can be bundled.
  writeFileSync(script, `await (${awsCliProgram.toString()})();\n`);
  nodeCommand(folder, 'aws', script, { ...env, AWS_CLI_STAND_IN_CALLS: record });
  const all = () => {
    if (!existsSync(record)) return [];
    const lines = readFileSync(record, 'utf8').trim().split('\n');
    return lines.map(line => JSON.parse(line) as AwsCliCall);
  };
  return {
    folder,
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    calls: () => all().map(({ args }) => args),
    lastCall: () => all().at(-1),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
