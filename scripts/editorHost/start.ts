// Starts the editor host on a user data folder of its own, and stops it with everything it started.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { linkBuiltInExtensions } from './builtInExtensions.ts';
import { type EditorHost, ensureEditorHost } from './install.ts';

type Server = ChildProcessByStdio<null, Readable, Readable>;

export interface StartOptions {
  /** 0 or none: any free port. */
  readonly port?: number;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** All of the environment that the editor and its extensions see. Needs PATH and HOME. */
  readonly env: NodeJS.ProcessEnv;
  /** Paths of `.vsix` packages to install first. */
  readonly extensionsToInstall?: readonly string[];
  /** The display language, such as `de`; it needs a language pack. None: English. */
  readonly locale?: string;
  /** Folders of built-in extensions that this editor is to lack, such as `copilot`. */
  readonly builtInsToLeaveOut?: readonly string[];
  /** Whether folders are restricted until somebody trusts them; default: all are trusted. */
  readonly workspaceTrust?: boolean;
}

export interface RunningEditorHost {
  readonly url: string;
  readonly port: number;
  /** Where the editor writes its logs; holds the server's own output too. */
  readonly logsDir: string;
  stop(): Promise<void>;
}

/** Starts the editor host and resolves once it listens; rejects with its output when it ends before that. */
export async function startEditorHost(options: StartOptions): Promise<RunningEditorHost> {
  const host = await ensureEditorHost(console.log);
  const logsDir = join(options.userDataDir, 'logs');
  mkdirSync(logsDir, { recursive: true });
  await installExtensions(host, options);

  const child = run(host, options, [
    ...['--auth', 'none'],
    ...['--bind-addr', `127.0.0.1:${options.port ?? 0}`],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    ...(options.locale ? ['--locale', options.locale] : []),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...builtIns(host, options),
  ]);
  const killAll = () => killGroup(child, 'SIGKILL');
  process.once('exit', killAll);
  const log = createWriteStream(join(logsDir, 'code-server.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);

  const port = await portOnceListening(child);
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    logsDir,
    async stop() {
      process.off('exit', killAll);
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        killGroup(child, 'SIGTERM');
        await ended;
      }
      killAll();
    },
  };
}

async function installExtensions(host: EditorHost, options: StartOptions) {
  const packages = options.extensionsToInstall ?? [];
  if (packages.length === 0) {
    return;
  }
  const child = run(
    host,
    options,
    packages.flatMap(path => ['--install-extension', path]),
  );
  const output = collectOutput(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    throw new Error(`The editor host could not install ${packages.join(', ')}:\n${output()}`);
  }
}

/** The editor's own installation stays as it is: other editors run from it. */
function builtIns(host: EditorHost, { builtInsToLeaveOut = [], userDataDir }: StartOptions): string[] {
  if (builtInsToLeaveOut.length === 0) {
    return [];
  }
  const folder = join(userDataDir, 'built-in-extensions');
  linkBuiltInExtensions(host.builtInExtensions, folder, builtInsToLeaveOut);
  return ['--builtin-extensions-dir', folder];
}

function run(host: EditorHost, options: StartOptions, args: readonly string[]): Server {
  const folders = ['--user-data-dir', options.userDataDir, '--extensions-dir', options.extensionsDir];
  // Its config file would otherwise be written to the home folder, which belongs to the test.
  const config = ['--config', join(options.userDataDir, 'code-server.yaml')];
  return spawn(host.node, [host.entry, ...config, ...folders, ...args], {
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: stopping takes the extension hosts along.
    detached: true,
  });
}

function portOnceListening(child: Server): Promise<number> {
  const output = collectOutput(child);
  return new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const port = /HTTP server listening on http:\/\/[^:]+:(\d+)/.exec(output())?.[1];
      if (port) {
        resolve(Number(port));
      }
    });
    child.once('error', reject);
    child.once('close', code => reject(new Error(`The editor host ended with ${code}:\n${output()}`)));
  });
}

function collectOutput(child: Server): () => string {
  let text = '';
  const add = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return () => text;
}

function killGroup(child: Server, signal: NodeJS.Signals) {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    // Nothing of the group is left.
  }
}
