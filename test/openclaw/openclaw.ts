/**
 * The real OpenClaw as a judge of configs, installed once from npm into a cache outside of the clone. Its answers are
 * kept there too, by all that it was given, so that only what is new is asked: each answer takes it seconds.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Combination } from '../unit/bedrock/connection/markers.ts';
import type { DiscoveredModel, DiscoveryCase } from './children/discovery.ts';
import { cacheHome } from '../../scripts/editorHost/install.ts';

export const VERSIONS = ['2026.9.6', '2026.5.7'] as const;

export interface Verdict {
  readonly valid: boolean;
  readonly issues?: readonly { readonly path?: string; readonly message?: string }[];
  readonly warnings?: readonly { readonly path?: string; readonly message?: string }[];
}

/** What `models status --json` says of the models; refs as the config has them. */
export interface ModelsStatus {
  /** With nothing configured, OpenClaw's own. */
  readonly defaultModel: string;
  readonly fallbacks: readonly string[];
  readonly imageModel: string | null;
  readonly imageFallbacks: readonly string[];
  /** Refs by alias. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Empty where any model may be used. */
  readonly allowed: readonly string[];
}

/** Texts by their paths in the config's folder; the config itself is `openclaw.json`. */
export type ConfigFiles = Readonly<Record<string, string>>;

type Environment = Readonly<Record<string, string>>;

interface Said {
  readonly output: string;
  readonly errors: string;
}

/** Credentials that nobody has, which OpenClaw takes for the sign to look for models by itself. */
export const AWS_MARKERS: Environment = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** Without network, and quick about it. */
const ENVIRONMENT: Environment = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9/',
  // Else it looks for a missing plugin for more than a minute.
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_fetch_retries: '0',
  NO_COLOR: '1',
};

/** What a version makes of config texts. */
export class OpenClaw {
  readonly version: string;
  readonly #entry: string;
  readonly #verdicts: string;

  private constructor(version: string) {
    this.version = version;
    this.#entry = join(folderOf(version), 'node_modules/openclaw/openclaw.mjs');
    this.#verdicts = join(cacheHome(), 'openclaw-bedrock', `verdicts-${version}`);
    mkdirSync(this.#verdicts, { recursive: true });
  }

  /** A version of OpenClaw; installed first where the cache does not hold it (a minute, 650 MB). */
  static async version(version: string): Promise<OpenClaw> {
    if (!existsSync(folderOf(version))) await install(version, folderOf(version));
    return new OpenClaw(version);
  }

  /** The folder of its modules. */
  get modules(): string {
    return join(dirname(this.#entry), 'dist');
  }

  /** `config validate --json` on a config. */
  async validate(config: string | ConfigFiles, environment: Environment = {}): Promise<Verdict> {
    return (await this.#ask(['config', 'validate', '--json'], config, environment, 'valid')) as Verdict;
  }

  /** `models status --json` on a config, for all agents or one; throws where that is not valid. */
  async models(
    config: string | ConfigFiles,
    environment: Environment = {},
    agent?: string,
  ): Promise<ModelsStatus> {
    const args = ['models', 'status', '--json', ...(agent ? ['--agent', agent] : [])];
    return (await this.#ask(args, config, environment, 'defaultModel')) as ModelsStatus;
  }

  /** Whether it knows a model by its ref, as the primary one of a config; only the newest says so. */
  async resolves(config: string | ConfigFiles, ref: string): Promise<boolean> {
    const args = [
      'config',
      'set',
      'agents.defaults.model.primary',
      JSON.stringify(ref),
      '--dry-run',
      '--json',
    ];
    return ((await this.#ask(args, config, {}, 'ok')) as { readonly ok: boolean }).ok;
  }

  /** What it says that it signs with, for each combination of variables; its own modules are asked. */
  async sources(combinations: readonly Combination[]): Promise<readonly string[]> {
    return (await this.#askModules('sources.ts', combinations)) as readonly string[];
  }

  /** What its discovery makes of each of these answers of Bedrock; its own module is asked. */
  async discovered(cases: readonly DiscoveryCase[]): Promise<readonly (readonly DiscoveredModel[])[]> {
    return (await this.#askModules('discovery.ts', cases)) as readonly (readonly DiscoveredModel[])[];
  }

  /** What one of the scripts in `children/` prints for these cases, with the folder of OpenClaw's modules at hand. */
  async #askModules(script: string, cases: readonly unknown[]): Promise<unknown> {
    const home = await mkdtemp(join(tmpdir(), 'openclaw-bedrock-modules-'));
    try {
      const file = join(home, 'cases.json');
      await writeFile(file, JSON.stringify(cases));
      const args = [join(import.meta.dirname, 'children', script), this.modules, file];
      const { output, errors } = await this.#start(args, home);
      if (!output) throw new Error(`openclaw@${this.version} said:\n${errors}`);
      return JSON.parse(output) as unknown;
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }

  /** Runs a command on the config in a home folder, with nothing else of this machine's environment. */
  async run(args: readonly string[], home: string, environment: Environment = {}): Promise<Said> {
    const config = { OPENCLAW_CONFIG_PATH: join(home, 'openclaw.json') };
    return this.#start([this.#entry, ...args], home, { ...config, ...environment });
  }

  async #start(args: readonly string[], home: string, environment: Environment = {}): Promise<Said> {
    await turn();
    try {
      const child = spawn(process.execPath, args, {
        cwd: home,
        env: {
          PATH: process.env['PATH'],
          HOME: home,
          ...ENVIRONMENT,
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      let errors = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      await once(child, 'close');
      return { output, errors };
    } finally {
      endTurn();
    }
  }

  /** The JSON that a command prints, which has to have this member; asked once, however many want to know. */
  async #ask(
    args: readonly string[],
    config: string | ConfigFiles,
    environment: Environment,
    member: string,
  ): Promise<unknown> {
    const files = typeof config === 'string' ? { 'openclaw.json': config } : config;
    const given = JSON.stringify([args, Object.entries(files).sort(), { ...ENVIRONMENT, ...environment }]);
    const verdict = join(this.#verdicts, `${createHash('sha256').update(given).digest('hex')}.json`);
    const kept = await readFile(verdict, 'utf8').catch(() => undefined);
    if (kept !== undefined) return answerIn(JSON.parse(kept), args);
    const answer = asking.get(verdict) ?? this.#judge(args, files, environment, member, verdict);
    asking.set(verdict, answer);
    return answerIn(await answer, args);
  }

  /** Has OpenClaw answer, in a home of its own, and keeps what it says. */
  async #judge(
    args: readonly string[],
    files: ConfigFiles,
    environment: Environment,
    member: string,
    verdict: string,
  ): Promise<unknown> {
    const home = await mkdtemp(join(tmpdir(), 'openclaw-bedrock-judge-'));
    try {
      writeFiles(home, files);
      const { output, errors } = await this.run(args, home, environment);
      const said = jsonIn(output);
      const isAnswer = typeof said === 'object' && said !== null && member in said;
      const answer = isAnswer ? said : { refusal: `${output}${errors}` };
      // A judge that changes the evidence is none: this version restores configs that it takes for damaged.
      assert.deepEqual(readFiles(home, Object.keys(files)), files);
      // What it says of a config that is not valid is kept too, but not what it says when it breaks down.
      if (isAnswer || /invalid/i.test(errors)) {
        await writeFile(`${verdict}.${process.pid}`, JSON.stringify(answer));
        await rename(`${verdict}.${process.pid}`, verdict);
      }
      return answer;
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }
}

/** Answers that are on their way, by the file that will keep them. */
const asking = new Map<string, Promise<unknown>>();

/** Throws what OpenClaw said where that was no answer. */
function answerIn(said: unknown, args: readonly string[]): unknown {
  if (typeof said !== 'object' || said === null || !('refusal' in said)) return said;
  throw new Error(`openclaw ${args.join(' ')} said:\n${String(said.refusal)}`);
}

export function writeFiles(folder: string, files: ConfigFiles): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  }
}

export function readFiles(folder: string, names: readonly string[]): ConfigFiles {
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

function jsonIn(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    return undefined;
  }
}

/** Each OpenClaw keeps a processor busy for all of its time. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve));
  else running++;
}

function endTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running--;
}

function folderOf(version: string): string {
  return join(cacheHome(), 'openclaw-bedrock', `openclaw-${version}`);
}

async function install(version: string, folder: string): Promise<void> {
  console.log(`Installing openclaw@${version} to ${folder}. This takes a minute, but only once.`);
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  const args = [
    'install',
    '--prefix',
    staging,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const child = spawn('npm', [...args, `openclaw@${version}`], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    rmSync(staging, { recursive: true, force: true });
    throw new Error(`npm could not install openclaw@${version}.`);
  }
  renameSync(staging, folder);
}
