// Installs the editor host: code-server is VS Code as a server, to be had from npm alone where the desktop
// build's download host can't be reached. Compiling its native modules takes minutes, so the result is kept.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureDebianPackages } from './debian.ts';

/** The editor that the tests run in; code-server counts its own major version. */
export const vscodeVersion = '1.139.1';
const codeServerVersion = '4.139.1';

export interface EditorHost {
  /** The Node that its native modules were compiled for. */
  readonly node: string;
  /** The script that starts the server. */
  readonly entry: string;
  /** The folder of the extensions that come with it. */
  readonly builtInExtensions: string;
}

/** Where caches live: outside of the clone, so that they outlive it. */
export function cacheHome(): string {
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** The editor host, installed first when the cache doesn't hold it. Throws an Error that says what to do. */
export async function ensureEditorHost(log: (line: string) => void): Promise<EditorHost> {
  ensureDebianPackages(log);
  const [nodeMajor = ''] = process.versions.node.split('.');
  const name = `code-server-${codeServerVersion}-node${nodeMajor}-${process.platform}-${process.arch}`;
  const folder = join(cacheHome(), 'openclaw-bedrock', name);
  if (!existsSync(folder)) {
    log(`Installing the editor host (VS Code as a server) to ${folder}. This takes minutes, but only once.`);
    await install(folder);
  }
  const codeServer = join(folder, 'node_modules/code-server');
  return {
    node: process.execPath,
    entry: join(codeServer, 'out/node/entry.js'),
    builtInExtensions: join(codeServer, 'lib/vscode/extensions'),
  };
}

/** Installs beside the folder and renames at the end: an install cut short never passes for a whole one. */
async function install(folder: string) {
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  try {
    await fill(staging);
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another run may have finished the same install meanwhile.
    if (!existsSync(folder)) {
      throw error;
    }
  }
}

async function fill(folder: string) {
  const { platform, arch, versions } = process;
  // This package brings the headers of the Node that runs here, to compile against.
  const nodePackage = `node-${platform}-${arch}`;
  const wanted = [`code-server@${codeServerVersion}`, `${nodePackage}@${versions.node}`];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', '--prefix', folder, '--ignore-scripts', ...quiet, ...wanted], folder);

  const headers = join(folder, 'node_modules', nodePackage);
  await run('sh', ['postinstall.sh'], join(folder, 'node_modules/code-server'), {
    npm_config_nodedir: headers,
    npm_config_user_agent: `npm/11 node/${process.version} ${platform} ${arch}`,
  });
  rmSync(headers, { recursive: true });
}

/** Runs a command with this Node first on the PATH; rejects with its output when it fails. */
async function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env, PATH: path } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${output}`);
  }
}
