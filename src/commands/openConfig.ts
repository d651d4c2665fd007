/** OpenClaw: Open Config, at a place in it: the one that is given, else the member last spoken of. */
import * as vscode from 'vscode';
import type { Path } from '../openclaw/jsonValue.ts';
import { memberRange } from '../openclaw/memberRange.ts';
import { ProblemError } from '../problem.ts';
import type { Command, Parts } from './parts.ts';

interface Place {
  /** The config, or a file that it includes; default: the config. */
  readonly file?: string;
  /** One-based, as people and parsers count. */
  readonly line?: number;
  readonly column?: number;
  /** A path in that file, instead of line and column. */
  readonly member?: Path;
}

export const openConfig: Command = {
  id: 'openclawBedrock.openConfig',
  run: async ({ config, configEditor }: Parts, given?: Place) => {
    const { path, problem, files } = await config.reread();
    if (problem?.code === 'config-missing' || problem?.code === 'config-unreadable')
      throw new ProblemError(problem);
    const { lastPlace } = configEditor;
    const isStillOurs = files.some(each => each.path === lastPlace?.file);
    const place = given ?? (isStillOurs ? lastPlace : undefined) ?? {};
    // Only the config and what it includes: nothing else is opened on anybody's word.
    const file = files.find(each => each.path === place.file)?.path ?? path;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    const selection = await selectionOf(document, place);
    await vscode.window.showTextDocument(document, { ...(selection && { selection }) });
    return { path: file };
  },
};

async function selectionOf(
  document: vscode.TextDocument,
  { line, column = 1, member }: Place,
): Promise<vscode.Range | undefined> {
  if (Number.isInteger(line) && line !== undefined && line > 0) {
    const position = new vscode.Position(line - 1, Math.max(0, column - 1));
    return new vscode.Range(position, position);
  }
  const range = member && (await memberRange(document.getText(), member));
  return range && new vscode.Range(document.positionAt(range[0]), document.positionAt(range[1]));
}
