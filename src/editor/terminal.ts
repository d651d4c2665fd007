/**
 * Programs in a terminal that a person sees and can answer in, with no shell between. A workspace has no say in them:
 * neither its settings for terminals, which set variables, nor its folder, whose `.env` OpenClaw would read.
 */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { commandLine } from './commandLine.ts';

export interface TerminalProgram {
  /** What the terminal is called; one that still runs under this name is shown instead. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly args: readonly string[];
  /** Variables beside the editor's own. */
  readonly env: Readonly<Record<string, string>>;
}

type Variables = Readonly<Record<string, string | null>>;

/** Resolves to the exit code once the program has ended; undefined where a person closed the terminal before. */
export async function runInTerminal({ name, path, args, env }: TerminalProgram): Promise<number | undefined> {
  const running = vscode.window.terminals.find(each => each.name === name && each.exitStatus === undefined);
  const shell = process.env['ComSpec'] ?? 'cmd.exe';
  const terminal =
    running ??
    vscode.window.createTerminal({
      name,
      ...commandLine(path, args, process.platform, shell),
      cwd: homedir(),
      env: { ...withoutWorkspace(), ...env },
    });
  const code = closing(terminal);
  terminal.show();
  return code;
}

/**
 * What undoes the variables that a workspace sets for terminals: each as the user has it, else as the editor's process
 * has it, else none. (`strictEnv`, which would do away with them all, gets lost on the way to a remote machine.)
 */
function withoutWorkspace(): Record<string, string | null> {
  const settings = vscode.workspace.getConfiguration('terminal.integrated.env');
  const inspected = ['linux', 'osx', 'windows'].map(system => settings.inspect<Variables>(system));
  const undone = inspected.flatMap(found =>
    Object.keys({ ...found?.workspaceValue, ...found?.workspaceFolderValue }).map(
      name => [name, found?.globalValue?.[name] ?? process.env[name] ?? null] as const,
    ),
  );
  return Object.fromEntries(undone);
}

function closing(terminal: vscode.Terminal): Promise<number | undefined> {
  return new Promise(resolve => {
    const listener = vscode.window.onDidCloseTerminal(closed => {
      if (closed !== terminal) return;
      listener.dispose();
      resolve(closed.exitStatus?.code);
    });
  });
}
