/** Completion in the config, while it is half typed too. */
import * as vscode from 'vscode';
import { type CheckParts, checkContext } from '../state/checkContext.ts';
import type { ConfigDocuments } from './configDocuments.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { type Suggestion, suggestionsAt } from './suggestions.ts';

const KINDS = {
  setting: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  model: vscode.CompletionItemKind.Constant,
  provider: vscode.CompletionItemKind.EnumMember,
  region: vscode.CompletionItemKind.EnumMember,
};

export class ConfigCompletion implements vscode.CompletionItemProvider {
  static readonly triggers = ['"', "'", ':', '/', '['];
  readonly #documents: ConfigDocuments;
  readonly #parts: CheckParts;

  constructor(documents: ConfigDocuments, parts: CheckParts) {
    this.#documents = documents;
    this.#parts = parts;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const file = await this.#documents.fileLike(document);
    if (file === undefined) return undefined;
    const { installation, models, region, at } = await checkContext(this.#parts, file);
    const cursor = cursorAt(document.getText(), document.offsetAt(position));
    if (!cursor) return undefined;
    const range = new vscode.Range(document.positionAt(cursor.start), document.positionAt(cursor.end));
    // The editor replaces within one line only.
    if (!range.isSingleLine) return undefined;
    const found = suggestionsAt(cursor, { layout: installation.layout, models, region, at });
    return found.map((suggestion, index) => itemOf(suggestion, index, cursor, range));
  }
}

function itemOf(
  { label, detail, documentation, snippet, kind, leadsOn }: Suggestion,
  index: number,
  { quote }: Cursor,
  range: vscode.Range,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label, ...(detail && { description: detail }) }, KINDS[kind]);
  item.insertText = new vscode.SnippetString(snippet);
  item.range = range;
  // Held against all that is replaced, opening quote included.
  item.filterText = quote ? quote + label + quote : label;
  item.sortText = String(index).padStart(5, '0');
  if (documentation) item.documentation = new vscode.MarkdownString(documentation);
  if (leadsOn) item.command = { title: '', command: 'editor.action.triggerSuggest' };
  return item;
}
