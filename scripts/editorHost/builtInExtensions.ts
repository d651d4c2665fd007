// An editor's built-in extensions without some of them, as in builds of VS Code that leave some out.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the folder `to` with a link to every extension in `from` but those of these folder names. */
export function linkBuiltInExtensions(from: string, to: string, leaveOut: readonly string[]) {
  const names = readdirSync(from);
  const unknown = leaveOut.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`The editor has no built-in extension ${unknown.join(', ')}.`);
  }
  mkdirSync(to);
  for (const name of names.filter(each => !leaveOut.includes(each))) {
    symlinkSync(join(from, name), join(to, name));
  }
}
