/** The `openclaw` command on the PATH: where it is, and what it says of itself and of a config. */
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import { jsonObjectIn } from '../jsonObject.ts';
import { type CommandFile, findOnPath } from '../onPath.ts';
import type { Environment } from './environment.ts';
import { isObject } from './jsonValue.ts';

/** The command's file. */
export type Cli = CommandFile;

/** 2026.2 takes 2.6 seconds on a small machine. */
const TIME_LIMIT_MS = 10_000;

/** The first `openclaw` on the PATH; undefined where there is none. */
export function findCli(environment: Environment): Promise<Cli | undefined> {
  return findOnPath('openclaw', environment);
}

/** Asks the command for its version, such as `2026.9.6`; undefined when it does not tell in time. */
export async function versionOf(cli: Cli, timeLimitMs = TIME_LIMIT_MS): Promise<string | undefined> {
  return versionIn((await run(cli, ['--version'], {}, timeLimitMs)).output);
}

/** `OpenClaw 2026.9.6 (eb377ac)`, or a bare version as older ones print it. */
export function versionIn(output: string): string | undefined {
  const version = /\d{4}\.\d+\.\d+(?:-\d+)?\b/.source;
  const named = new RegExp(`(?<=OpenClaw v?)${version}`, 'i').exec(output);
  const any = new RegExp(`\\b${version}`).exec(output);
  return (named ?? any)?.[0];
}

/** What OpenClaw itself says of a config. */
export interface Verdict {
  readonly valid: boolean;
  readonly issues: readonly VerdictIssue[];
  readonly warnings: readonly VerdictIssue[];
}

export interface VerdictIssue {
  /** Member names joined by dots; blank for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Has the command judge the config at `path`; undefined when it gives no answer that can be read. */
export async function validate(cli: Cli, path: string): Promise<Verdict | undefined> {
  const { output } = await run(cli, ['config', 'validate', '--json'], { OPENCLAW_CONFIG_PATH: path });
  return verdictIn(output);
}

/** The verdict in what `config validate --json` prints, which may be more than that. */
export function verdictIn(output: string): Verdict | undefined {
  const said = answerIn(output);
  if (typeof said['valid'] !== 'boolean') return undefined;
  return { valid: said['valid'], issues: issuesIn(said['issues']), warnings: issuesIn(said['warnings']) };
}

/** Asks the command which model it begins with, a ref or an alias; undefined when it does not tell. */
export async function primaryBy(cli: Cli, path: string): Promise<string | undefined> {
  const { output } = await run(cli, ['models', 'status', '--json'], { OPENCLAW_CONFIG_PATH: path });
  return primaryIn(output);
}

/** The model in what `models status --json` prints, which may be more than that. */
export function primaryIn(output: string): string | undefined {
  const said = answerIn(output)['defaultModel'];
  return typeof said === 'string' && said ? said : undefined;
}

function answerIn(output: string): Readonly<Record<string, unknown>> {
  return jsonObjectIn(output.slice(output.indexOf('{')));
}

function issuesIn(value: unknown): VerdictIssue[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map(({ path, message }) => ({
    path: typeof path === 'string' ? path : '',
    message: typeof message === 'string' ? message : '',
  }));
}

/**
 * What the command prints, also when it ends with an error. It runs away from any workspace, so that nothing of
 * one is picked up.
 */
async function run(
  { path }: Cli,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<{ readonly output: string }> {
  const options = {
    cwd: homedir(),
    timeout: timeLimitMs,
    killSignal: 'SIGKILL' as const,
    windowsHide: true,
    env: { ...process.env, ...environment },
  };
  // Windows runs command scripts through its shell only, which needs the quotes.
  const isWindows = process.platform === 'win32';
  const running = isWindows
    ? promisify(execFile)(`"${path}"`, args, { ...options, shell: true })
    : promisify(execFile)(path, args, options);
  const { stdout = '' } = await running.catch((error: unknown) => error as { readonly stdout?: string });
  return { output: stdout };
}
