/** Tells when the files change in which AWS tools keep credentials: rotated keys, a sign-in that was just made. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { AwsFiles } from '../bedrock/connection/awsFiles.ts';
import { Disposable } from './disposable.ts';
import { FileWatchers } from './fileWatchers.ts';

export class AwsWatcher extends Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly #changed: vscode.EventEmitter<void>;
  readonly #watchers = this.register(new FileWatchers(() => void this.look()));
  #files: AwsFiles | undefined;
  /** What tells one state of the files from another. */
  #seen: Promise<string> = Promise.resolve('');

  constructor() {
    super();
    this.#changed = this.register(new vscode.EventEmitter<void>());
    this.onDidChange = this.#changed.event;
    // Not every file system tells of changes; whoever signed in elsewhere comes back to this window.
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && void this.look()));
  }

  /** Follows these files from now on. */
  follow(files: AwsFiles): void {
    const paths = watched(files);
    if (this.#files && watched(this.#files).join() === paths.join()) return;
    this.#files = files;
    this.#watchers.follow(paths);
    this.#seen = fingerprint(files);
  }

  /** Looks at the files now; tells when they are not as they were. */
  async look(): Promise<void> {
    const files = this.#files;
    if (!files) return;
    const before = this.#seen;
    const now = (this.#seen = before.then(() => fingerprint(files)));
    if ((await before) !== (await now)) this.#changed.fire();
  }
}

/** The folders too: what is in one that was not there is told of as a change of the folder. */
function watched({ config, credentials, ssoCache }: AwsFiles): string[] {
  const folders = [dirname(config), dirname(credentials), dirname(ssoCache), ssoCache];
  return [...new Set([config, credentials, join(ssoCache, '*.json'), ...folders])];
}

async function fingerprint({ config, credentials, ssoCache }: AwsFiles): Promise<string> {
  const tokens = await readdir(ssoCache).catch(() => []);
  const paths = [config, credentials, ...tokens.map(name => join(ssoCache, name))];
  const stats = await Promise.all(paths.map(path => stat(path).catch(() => undefined)));
  return paths.map((path, index) => [path, stats[index]?.mtimeMs, stats[index]?.size].join()).join('\n');
}
