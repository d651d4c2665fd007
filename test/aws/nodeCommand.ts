/** Makes a command out of a Node script, for the shell of this system. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a command of this name into the folder that runs the script with this environment; gives its path. */
export function nodeCommand(
  folder: string,
  name: string,
  script: string,
  env: Readonly<Record<string, string>> = {},
): string {
  // In the editor's own Node, the program is Node only when it is told so.
  const variables = Object.entries({ ELECTRON_RUN_AS_NODE: '1', ...env });
  if (process.platform === 'win32') {
    const file = join(folder, `${name}.cmd`);
    const lines = variables.map(([key, value]) => `@set "${key}=${value}"`);
    writeFileSync(file, [...lines, `@"${process.execPath}" "${script}" %*`, ''].join('\r\n'));
    return file;
  }
  const file = join(folder, name);
  const lines = variables.map(([key, value]) => `export ${key}='${value}'`);
  const run = `exec '${process.execPath}' '${script}' "$@"`;
  writeFileSync(file, ['#!/bin/sh', ...lines, run, ''].join('\n'), { mode: 0o755 });
  return file;
}
