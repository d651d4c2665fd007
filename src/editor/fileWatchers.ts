/** Follows files by their paths, whether they are there yet or not. */
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';

export class FileWatchers implements vscode.Disposable {
  readonly #changed: () => void;
  readonly #watchers = new Map<string, vscode.Disposable>();

  /** `changed` is called whenever one of the files is made, changed or deleted. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get paths(): string[] {
    return [...this.#watchers.keys()];
  }

  /** Follows exactly these files from now on. The last part of a path can be a pattern, as in `*.json`. */
  follow(paths: readonly string[]): void {
    for (const [path, watcher] of this.#watchers) {
      if (paths.includes(path)) continue;
      watcher.dispose();
      this.#watchers.delete(path);
    }
    for (const path of paths) {
      if (!this.#watchers.has(path)) this.#watchers.set(path, this.#watcher(path));
    }
  }

  dispose(): void {
    this.follow([]);
  }

  #watcher(path: string): vscode.Disposable {
    const pattern = new vscode.RelativePattern(vscode.Uri.file(dirname(path)), basename(path));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidChange(this.#changed);
    watcher.onDidCreate(this.#changed);
    watcher.onDidDelete(this.#changed);
    return watcher;
  }
}
