/** What a setting means and which model a ref names, under the mouse; in text that does not parse too. */
import * as vscode from 'vscode';
import { findByRef, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { settingAt } from '../openclaw/schema.ts';
import { type CheckParts, checkContext } from '../state/checkContext.ts';
import type { ConfigDocuments } from './configDocuments.ts';
import { cursorAt } from './cursor.ts';
import { modelTable } from './modelWords.ts';
import { settingText } from './settingWords.ts';

export class ConfigHover implements vscode.HoverProvider {
  readonly #documents: ConfigDocuments;
  readonly #parts: CheckParts;

  constructor(documents: ConfigDocuments, parts: CheckParts) {
    this.#documents = documents;
    this.#parts = parts;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const file = await this.#documents.fileLike(document);
    if (file === undefined) return undefined;
    // The mouse is on a character, the cursor behind it.
    const cursor = cursorAt(document.getText(), document.offsetAt(position) + 1);
    if (!cursor || cursor.start === cursor.end) return undefined;

    const { at, models, read } = await checkContext(this.#parts, file);
    const { kind, path, typed, start, end } = cursor;
    const setting = settingAt([...at, ...path, ...(kind === 'name' ? [typed] : [])]);
    const resolved = read?.(typed);
    const text = typeof resolved === 'string' ? resolved : typed;
    const found = findByRef(
      models,
      setting?.names === 'model-id' && kind === 'value' ? `${PROVIDER_ID}/${text}` : text,
    );
    const markdown = found ? modelTable(found.model, found.route) : setting && settingText(setting);
    if (!markdown) return undefined;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.Hover(new vscode.MarkdownString(markdown), range);
  }
}
