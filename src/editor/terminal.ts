/** Programs in a terminal that a person sees and can answer in, with no shell between. */
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

/** Resolves to the exit code once the program has ended; undefined where a person closed the terminal before. */
export async function runInTerminal({ name, path, args, env }: TerminalProgram): Promise<number | undefined> {
  const running = vscode.window.terminals.find(each => each.name === name && each.exitStatus === undefined);
  const shell = process.env['ComSpec'] ?? 'cmd.exe';
  const terminal =
    running ??
    vscode.window.createTerminal({ name, ...commandLine(path, args, process.platform, shell), env });
  const code = closing(terminal);
  terminal.show();
  return code;
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
