/**
 * A program with its arguments as a terminal starts it: itself, with no shell between that would read anything into
 * them. Windows runs command scripts by its shell alone, and for that one they are quoted.
 */

export interface CommandLine {
  readonly shellPath: string;
  /** On Windows a text is a command line as it stands. */
  readonly shellArgs: string[] | string;
}

/** What `cmd.exe` reads something into, in quotes or out of them. */
const META = /[()\][%!^"`<>&|;, *?]/g;

/** Throws a `RangeError` for arguments with line ends or zeros in them, which no Windows shell can be given. */
export function commandLine(
  path: string,
  args: readonly string[],
  platform: NodeJS.Platform = process.platform,
  shell = 'cmd.exe',
): CommandLine {
  const isScript = platform === 'win32' && /\.(cmd|bat)$/i.test(path);
  if (!isScript) return { shellPath: path, shellArgs: [...args] };
  if (args.some(arg => /[\r\n\0]/.test(arg))) throw new RangeError('An argument has more than one line.');
  const command = [escaped(path), ...args.map(scriptArgument)].join(' ');
  // Without the registry's AutoRun and without delayed expansion; /s takes the outer quotes away and no others.
  return { shellPath: shell, shellArgs: `/d /v:off /s /c "${command}"` };
}

/**
 * Quoted for the program that the script starts, then escaped for the shell that reads the command, and once more
 * for the script, which hands on what it gets as it is (`%*`).
 */
function scriptArgument(arg: string): string {
  const quoted = `"${arg.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
  return escaped(escaped(quoted));
}

function escaped(text: string): string {
  return text.replace(META, '^$&');
}
