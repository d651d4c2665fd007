/** Marks what the check finds in the config's open documents, and keeps it for the quick fixes. */
import * as vscode from 'vscode';
import { Disposable } from '../editor/disposable.ts';
import { checkConfig, type Finding } from '../openclaw/checkConfig.ts';
import { type CheckParts, checkContext } from '../state/checkContext.ts';
import type { ConfigDocuments } from './configDocuments.ts';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

export interface Marked {
  readonly finding: Finding;
  readonly diagnostic: vscode.Diagnostic;
}

export class ConfigDiagnostics extends Disposable {
  readonly #documents: ConfigDocuments;
  readonly #parts: CheckParts;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #marked = new Map<string, { readonly version: number; readonly marks: readonly Marked[] }>();
  /** Documents that are checked now, and whether something changed since the check began. */
  readonly #outdated = new Map<vscode.TextDocument, boolean>();

  constructor(documents: ConfigDocuments, parts: CheckParts) {
    super();
    this.#documents = documents;
    this.#parts = parts;
    this.#collection = this.register(vscode.languages.createDiagnosticCollection('openclaw'));
    this.register(documents.onDidChange(document => void this.#check(document)));
    this.register(documents.onDidLeave(document => this.#clear(document)));
    this.register(parts.connections.onDidChangeModels(() => documents.takeAll()));
  }

  /** What is marked in the text as it is now. */
  marksIn({ uri, version }: vscode.TextDocument): readonly Marked[] {
    const marked = this.#marked.get(uri.toString());
    return marked?.version === version ? marked.marks : [];
  }

  /** One check of a document at a time: what changes during one is checked together after it. */
  async #check(document: vscode.TextDocument): Promise<void> {
    const isRunning = this.#outdated.has(document);
    this.#outdated.set(document, true);
    if (isRunning) return;
    try {
      while (this.#outdated.get(document)) {
        this.#outdated.set(document, false);
        await this.#checkOnce(document);
      }
    } finally {
      this.#outdated.delete(document);
    }
  }

  async #checkOnce(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const file = await this.#documents.fileOf(document);
    if (file === undefined) return;
    const findings = await checkConfig(document.getText(), await checkContext(this.#parts, file));
    // What is closed, or has another language by now, is cleared already.
    if (document.isClosed || (await this.#documents.fileOf(document)) === undefined) return;
    if (document.version === version) this.#mark(document, findings);
  }

  #mark(document: vscode.TextDocument, findings: readonly Finding[]): void {
    const marks = findings.map(finding => ({ finding, diagnostic: diagnosticOf(finding, document) }));
    this.#marked.set(document.uri.toString(), { version: document.version, marks });
    this.#collection.set(
      document.uri,
      marks.map(({ diagnostic }) => diagnostic),
    );
  }

  #clear({ uri }: vscode.TextDocument): void {
    this.#marked.delete(uri.toString());
    this.#collection.delete(uri);
  }
}

function diagnosticOf(
  { range, message, severity, code }: Finding,
  document: vscode.TextDocument,
): vscode.Diagnostic {
  const [start, end] = range.map(offset => document.positionAt(offset)) as [vscode.Position, vscode.Position];
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, end), message, SEVERITIES[severity]);
  diagnostic.source = 'OpenClaw';
  diagnostic.code = code;
  return diagnostic;
}
