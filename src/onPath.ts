/** Commands on the PATH, found as the system finds them. Folders that are not absolute are passed over. */
import { access, constants, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A command file, as it is now: an update changes its time. */
export interface CommandFile {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** What Windows starts, or its shell; other endings that `PATHEXT` names open other programs. */
const RUNNABLE = ['.com', '.exe', '.bat', '.cmd'];

/** The first file on the PATH that the command `name` runs; undefined where there is none. */
export async function findOnPath(
  name: string,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): Promise<CommandFile | undefined> {
  for (const path of candidatesOnPath(name, environment, platform)) {
    const found = await access(path, constants.X_OK)
      .then(() => stat(path))
      .catch(() => undefined);
    if (found?.isFile()) return { path, changedAt: found.mtimeMs };
  }
  return undefined;
}

/** The files that it may be, in the order in which they count. */
export function candidatesOnPath(
  name: string,
  environment: Environment,
  platform: NodeJS.Platform,
): readonly string[] {
  const isWindows = platform === 'win32';
  const system = isWindows ? win32 : posix;
  const variable = (wanted: string) =>
    Object.entries(environment).find(([each]) =>
      isWindows ? each.toUpperCase() === wanted : each === wanted,
    )?.[1] ?? '';

  const folders = variable('PATH')
    .split(system.delimiter)
    .map(folder => (isWindows ? folder.replaceAll('"', '') : folder))
    .filter(folder => system.isAbsolute(folder));
  const endings = isWindows ? endingsIn(variable('PATHEXT')) : [''];
  return folders.flatMap(folder => endings.map(ending => system.join(folder, name + ending)));
}

function endingsIn(pathExt: string): string[] {
  const named = pathExt
    .toLowerCase()
    .split(';')
    .map(ending => ending.trim())
    .filter(ending => RUNNABLE.includes(ending));
  return named.length > 0 ? named : RUNNABLE;
}
