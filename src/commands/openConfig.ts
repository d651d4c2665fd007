/** OpenClaw: Open Config, at a place in it where one is given. */
import * as vscode from 'vscode';
import { ProblemError } from '../problem.ts';
import type { Command, Parts } from './parts.ts';

/** One-based, as people and parsers count. */
interface Place {
  readonly line: number;
  readonly column: number;
}

export const openConfig: Command = {
  id: 'openclawBedrock.openConfig',
  run: async ({ config }: Parts, place?: Place) => {
    const { path, problem } = await config.reread();
    if (problem?.code === 'config-missing' || problem?.code === 'config-unreadable')
      throw new ProblemError(problem);
    const position = place && new vscode.Position(place.line - 1, Math.max(0, place.column - 1));
    await vscode.window.showTextDocument(vscode.Uri.file(path), {
      ...(position && { selection: new vscode.Range(position, position) }),
    });
    return { path };
  },
};
