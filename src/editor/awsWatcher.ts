/** Tells when the files change in which AWS tools keep credentials: rotated keys, a sign-in that was just made. */
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { AwsFiles } from '../bedrock/connection/awsFiles.ts';
import { awsFilesDigest } from './awsFilesDigest.ts';
import { inBackground } from './background.ts';
import { Disposable } from './disposable.ts';
import { FileWatchers } from './fileWatchers.ts';
import type { Log } from './log.ts';

export class AwsWatcher extends Disposable {
  /** Tells what they hold now, as `digest` does. */
  readonly onDidChange: vscode.Event<string>;
  readonly #changed: vscode.EventEmitter<string>;
  readonly #watchers: FileWatchers;
  #files: AwsFiles | undefined;
  #seen: Promise<string> = Promise.resolve('');

  constructor(log: Log) {
    super();
    const look = () => inBackground(this.look(), log);
    this.#watchers = this.register(new FileWatchers(look));
    this.#changed = this.register(new vscode.EventEmitter<string>());
    this.onDidChange = this.#changed.event;
    // Not every file system tells of changes; whoever signed in elsewhere comes back to this window.
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && look()));
  }

  /** Follows these files from now on. */
  follow(files: AwsFiles): void {
    const paths = watched(files);
    if (this.#files && watched(this.#files).join() === paths.join()) return;
    this.#files = files;
    this.#watchers.follow(paths);
    this.#seen = awsFilesDigest(files);
  }

  /** What tells the files as they are now from others. */
  async digest(): Promise<string> {
    return this.#files ? awsFilesDigest(this.#files) : '';
  }

  /** Looks at the files now; tells when they are not as they were. */
  async look(): Promise<void> {
    if (!this.#files) return;
    const before = this.#seen;
    const now = (this.#seen = before.then(() => this.digest()));
    if ((await before) !== (await now)) this.#changed.fire(await now);
  }
}

/** The folders too: what is in one that was not there is told of as a change of the folder. */
function watched({ config, credentials, ssoCache }: AwsFiles): string[] {
  const folders = [dirname(config), dirname(credentials), dirname(ssoCache), ssoCache];
  return [...new Set([config, credentials, join(ssoCache, '*.json'), ...folders])];
}
