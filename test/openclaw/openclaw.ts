/** The real OpenClaw, installed once from npm into a cache outside of the clone, as a judge of configs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { cacheHome } from '../../scripts/editorHost/install.ts';

export interface Verdict {
  readonly valid: boolean;
  readonly issues?: readonly { readonly path?: string; readonly message?: string }[];
}

/** What a version makes of config texts. */
export class OpenClaw {
  readonly #entry: string;

  private constructor(entry: string) {
    this.#entry = entry;
  }

  /** A version of OpenClaw; installed first where the cache does not hold it (a minute, 650 MB). */
  static async version(version: string): Promise<OpenClaw> {
    const folder = join(cacheHome(), 'openclaw-bedrock', `openclaw-${version}`);
    if (!existsSync(folder)) await install(version, folder);
    return new OpenClaw(join(folder, 'node_modules/openclaw/openclaw.mjs'));
  }

  /** `config validate --json` on a config of this text. */
  async validate(text: string): Promise<Verdict> {
    return (await this.#run(text, ['config', 'validate', '--json'])) as Verdict;
  }

  /** `models status --json` on a config of this text. */
  async models(text: string): Promise<{ defaultModel: string; fallbacks: string[]; allowed: string[] }> {
    return (await this.#run(text, ['models', 'status', '--json'])) as never;
  }

  /** Runs a command in a home of its own, without network and without anything of this machine's environment. */
  async #run(text: string, args: readonly string[]): Promise<unknown> {
    const home = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-judge-'));
    try {
      const config = join(home, 'openclaw.json');
      writeFileSync(config, text, { mode: 0o600 });
      const child = spawn(process.execPath, [this.#entry, ...args], {
        cwd: home,
        env: {
          PATH: process.env['PATH'],
          HOME: home,
          OPENCLAW_CONFIG_PATH: config,
          AWS_EC2_METADATA_DISABLED: 'true',
          // Else it looks for a missing plugin for more than a minute.
          npm_config_registry: 'http://127.0.0.1:9/',
          npm_config_fetch_retries: '0',
          NO_COLOR: '1',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      let errors = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      await once(child, 'close');
      const json = output.slice(output.indexOf('{'));
      if (!json) throw new Error(`openclaw ${args.join(' ')} said nothing:\n${errors}`);
      return JSON.parse(json);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
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
