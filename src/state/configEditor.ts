/** Changes OpenClaw's config, on disk or in the document that is open on it, and takes changes back. */
import { realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Environment } from '../bedrock/connection/connection.ts';
import { replaceText } from '../editor/replaceText.ts';
import { type Edit, editConfig } from '../openclaw/editConfig.ts';
import { readOnlySwitch } from '../openclaw/readOnly.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { parseConfig, readConfig } from '../openclaw/readConfig.ts';
import { removeConfig, writeConfig } from '../openclaw/writeConfig.ts';
import { ProblemError } from '../problem.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

export interface ConfigChange {
  readonly path: string;
  /** Undefined when the file was made. */
  readonly before: string | undefined;
  readonly after: string;
  /** True when the change is in an open document with other unsaved changes, and not on disk yet. */
  readonly isUnsaved: boolean;
}

export class ConfigEditor {
  readonly #config: OpenClawConfig;
  readonly #environment: Environment;
  /** Held in memory only: a config can hold secrets. */
  readonly #changes: ConfigChange[] = [];

  constructor(config: OpenClawConfig, environment: Environment) {
    this.#config = config;
    this.#environment = environment;
  }

  /** The latest change that has not been taken back. */
  get last(): ConfigChange | undefined {
    return this.#changes.at(-1);
  }

  /**
   * Makes the edits that `edits` finds for the config as it is now. Resolves to undefined when it is so
   * already; throws a `ProblemError` when it can't be read or written, or is missing and not to be made.
   */
  async apply(
    edits: (config: JsonObject) => readonly Edit[],
    { create }: { readonly create: boolean },
  ): Promise<ConfigChange | undefined> {
    const { path, text, problem } = await this.#config.reread();
    const isMissing = problem?.code === 'config-missing';
    if (problem?.code === 'config-unreadable' || (isMissing && !create)) throw new ProblemError(problem);

    this.#refuseWhereReadOnly(path);
    const document = unsavedDocument(path);
    const before = document?.getText() ?? text;
    const start = before ?? '';
    const after = await editConfig(start, edits(parseConfig(start, path)), path);
    if (after === before) return undefined;

    const change = { path, before, after, isUnsaved: document !== undefined };
    await this.#write(change, before, after);
    this.#changes.push(change);
    return change;
  }

  /**
   * Takes the latest change back, and resolves to it with how that was done. Throws a `ProblemError` when
   * something else changed the config since.
   */
  async undoLast(): Promise<ConfigChange> {
    const change = this.last;
    if (!change) throw new ProblemError(nothingToUndo());
    const { path, before, after } = change;
    this.#refuseWhereReadOnly(path);
    const document = unsavedDocument(path);
    const now = document?.getText() ?? (await readConfig(path)).text;
    if (now !== after) throw new ProblemError(changedSince(path));
    await this.#write(change, after, before);
    this.#changes.pop();
    return { ...change, isUnsaved: document !== undefined };
  }

  #refuseWhereReadOnly(path: string): void {
    const name = readOnlySwitch(this.#environment);
    if (name) throw new ProblemError(readOnly(path, name));
  }

  async #write({ path }: ConfigChange, from: string | undefined, to: string | undefined): Promise<void> {
    const document = unsavedDocument(path);
    if (document) await replaceText(document, to ?? '');
    else if (to === undefined) await removeConfig(path);
    else await writeConfig(path, from, to);
    await this.#config.reread();
  }
}

/** The open document on this file, or on what it links to, that has unsaved changes. */
function unsavedDocument(path: string): vscode.TextDocument | undefined {
  const file = realPath(path);
  return vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.scheme === 'file' && realPath(uri.fsPath) === file,
  );
}

function realPath(path: string): string {
  const { fsPath } = vscode.Uri.file(path);
  try {
    return realpathSync(fsPath);
  } catch {
    return fsPath;
  }
}

function readOnly(path: string, name: string) {
  return {
    code: 'config-read-only' as const,
    title: l10n.t('The OpenClaw config is managed elsewhere'),
    explanation: l10n.t('{0} is set, so nothing may write {1}. Change it where it is managed.', name, path),
    fixes: [],
  };
}

function nothingToUndo() {
  return {
    code: 'nothing-to-undo' as const,
    title: l10n.t('Nothing to undo'),
    explanation: l10n.t('The OpenClaw config has not been changed from this window since it was opened.'),
    fixes: [],
  };
}

function changedSince(path: string) {
  return {
    code: 'config-changed-since' as const,
    title: l10n.t('The OpenClaw config has changed since'),
    explanation: l10n.t(
      'Taking the last change back would also undo what came after it in {0}. Change it by hand.',
      path,
    ),
    fixes: [{ label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }],
  };
}
