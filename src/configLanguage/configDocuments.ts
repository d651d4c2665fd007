/**
 * The open documents on OpenClaw's config and on the files it includes. They get the language `json5`, since the
 * editor's own JSON languages mark comments, single quotes and bare names as errors.
 */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { Disposable } from '../editor/disposable.ts';
import { realPath } from '../editor/unsavedDocument.ts';
import { onDidChangeSettings } from '../editor/settings.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';

export const LANGUAGE = 'json5';
/** What the editor takes such a file for by its name or its first line. */
const GUESSED = ['json', 'jsonc', 'plaintext'];
/** Names that OpenClaw's config has, or had: the ones of `contributes.languages`. */
const CONFIG_NAMES = ['openclaw.json', 'clawdbot.json', 'moltbot.json', 'moldbot.json'];

/** Lines from which on a document is looked at when it is saved, since each look takes a good part of a second. */
const LARGE = 10_000;

export class ConfigDocuments extends Disposable {
  /** Fires with a document that is one of the config's and is to be looked at again. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
  /** Fires with a document that is closed, or is none of the config's any more. */
  readonly onDidLeave: vscode.Event<vscode.TextDocument>;
  readonly #config: OpenClawConfig;
  readonly #changed: vscode.EventEmitter<vscode.TextDocument>;
  readonly #left: vscode.EventEmitter<vscode.TextDocument>;
  /** Documents whose language has been set once: after that, it is as the user likes it. */
  readonly #switched = new WeakSet<vscode.TextDocument>();

  constructor(config: OpenClawConfig) {
    super();
    this.#config = config;
    this.#changed = this.register(new vscode.EventEmitter());
    this.onDidChange = this.#changed.event;
    this.#left = this.register(new vscode.EventEmitter());
    this.onDidLeave = this.#left.event;
    const { workspace } = vscode;
    this.register(workspace.onDidOpenTextDocument(document => void this.#take(document)));
    this.register(
      workspace.onDidChangeTextDocument(
        ({ document }) => document.lineCount < LARGE && void this.#take(document),
      ),
    );
    this.register(workspace.onDidSaveTextDocument(document => void this.#take(document)));
    this.register(workspace.onDidCloseTextDocument(document => this.#left.fire(document)));
    // Documents that were open before the config was first read are met here.
    this.register(config.onDidChange(() => this.takeAll()));
    this.register(onDidChangeSettings(() => this.takeAll()));
  }

  /** Looks at every open document again. */
  takeAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#take(document);
  }

  /** The file of the config that the document is on, as the config names it. */
  async fileOf(document: vscode.TextDocument): Promise<string | undefined> {
    if (!isCandidate(document)) return undefined;
    const { path, files } = await this.#config.read();
    const own = realPath(document.uri.fsPath);
    return [path, ...files.map(file => file.path)].find(file => realPath(file) === own);
  }

  /** The same, and a file that has a config's name though it is not the one in use. */
  async fileLike(document: vscode.TextDocument): Promise<string | undefined> {
    const { fsPath } = document.uri;
    return (await this.fileOf(document)) ?? (CONFIG_NAMES.includes(basename(fsPath)) ? fsPath : undefined);
  }

  async #take(document: vscode.TextDocument): Promise<void> {
    if (!isCandidate(document)) return;
    const file = await this.fileOf(document);
    if (document.isClosed) return;
    if (file === undefined) this.#left.fire(document);
    else if (document.languageId === LANGUAGE) this.#changed.fire(document);
    else if (!this.#switched.has(document)) {
      this.#switched.add(document);
      // The editor then opens it anew.
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    }
  }
}

function isCandidate({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && (languageId === LANGUAGE || GUESSED.includes(languageId));
}
