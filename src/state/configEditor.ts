/** Changes OpenClaw's config, on disk or in the documents that are open on it, and takes changes back. */
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { replaceText } from '../editor/replaceText.ts';
import { unsavedDocument } from '../editor/unsavedDocument.ts';
import { type Edit, editConfig, type EditOptions } from '../openclaw/editConfig.ts';
import { isObject, type JsonObject, type Path, pathWords, valueAt } from '../openclaw/jsonValue.ts';
import { placeEdits } from '../openclaw/placeEdits.ts';
import type { ConfigState } from '../openclaw/readConfig.ts';
import { readOnlySwitch } from '../openclaw/readOnly.ts';
import { readText } from '../openclaw/readText.ts';
import { restoreConfig, updateConfig } from '../openclaw/updateConfig.ts';
import { changedSince } from '../openclaw/writeProblems.ts';
import { ProblemError } from '../problem.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

/** What changed in one file. */
export interface FileChange {
  readonly path: string;
  /** Undefined when the file was made. */
  readonly before: string | undefined;
  readonly after: string;
  /** True when the change is in an open document with other unsaved changes, and not on disk yet. */
  readonly isUnsaved: boolean;
}

/** What one command changed, in the config and in the files that it includes; never empty. */
export interface ConfigChange {
  /** The config itself, whichever of its files changed. */
  readonly path: string;
  readonly files: readonly FileChange[];
  readonly isUnsaved: boolean;
}

/** How many changes can be taken back. */
const KEPT = 50;

/** How often a change is made afresh because the config became another in between. */
const ATTEMPTS = 5;

export class ConfigEditor {
  readonly #config: OpenClawConfig;
  /** Held in memory only: a config can hold secrets. */
  readonly #changes: ConfigChange[] = [];
  #working: Promise<unknown> = Promise.resolve();
  #lastPlace: { readonly file: string; readonly member: Path } | undefined;

  constructor(config: OpenClawConfig) {
    this.#config = config;
  }

  /** The member that was last changed or asked for, and its file; undefined where there was none. */
  get lastPlace(): { readonly file: string; readonly member: Path } | undefined {
    return this.#lastPlace;
  }

  /** The latest change of the config in use that has not been taken back. */
  get last(): ConfigChange | undefined {
    const { path } = this.#config;
    return this.#changes.findLast(change => change.path === path);
  }

  /**
   * Makes the edits that `edits` finds for the config as it is now; where that changes in between, they are found
   * afresh. Resolves to undefined when it is so already; throws a `ProblemError` when it can't be read or written,
   * is missing and not to be made, or when somebody else set the same members meanwhile.
   */
  apply(
    edits: (config: JsonObject) => readonly Edit[],
    options: { readonly create: boolean },
  ): Promise<ConfigChange | undefined> {
    return this.#oneByOne(() => this.#apply(edits, options));
  }

  async #apply(
    edits: (config: JsonObject) => readonly Edit[],
    { create }: { readonly create: boolean },
  ): Promise<ConfigChange | undefined> {
    let before: ConfigState | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const state = await this.#config.asEdited();
      const isMissing = state.problem?.code === 'config-missing';
      if (state.problem && !(isMissing && create)) throw new ProblemError(state.problem);
      await this.refuseWhereReadOnly();

      const wanted = edits(state.value ?? {});
      if (before) refuseConflict(before, state, wanted);
      const files = await this.#make(state, wanted);
      if (files) return this.#remember(state.path, files);
      before = state;
    }
    throw new ProblemError(changedMeanwhile(this.#config.path));
  }

  /** Makes an empty config; undefined where there is one. */
  async create(): Promise<ConfigChange | undefined> {
    const { path } = this.#config;
    await this.refuseWhereReadOnly();
    const made = await updateConfig(path, before => Promise.resolve(before ?? '{\n}\n'));
    await this.#config.reread();
    return made && this.#remember(path, [{ path, ...made, isUnsaved: false }]);
  }

  /**
   * Takes the latest change back, and resolves to it with how that was done. Throws a `ProblemError` when
   * something else changed the config since.
   */
  undoLast(): Promise<ConfigChange> {
    return this.#oneByOne(() => this.#undoLast());
  }

  async #undoLast(): Promise<ConfigChange> {
    const change = this.last;
    if (!change) throw new ProblemError(nothingToUndo());
    await this.refuseWhereReadOnly();
    const left: FileChange[] = [];
    for (const file of change.files) {
      const now = unsavedDocument(file.path)?.getText() ?? (await readText(file.path));
      // An undo that came to some of the files only is finished by the next.
      if (isSame(now, file.before)) continue;
      if (!isSame(now, file.after)) throw new ProblemError(changedSince(file.path));
      left.push(file);
    }
    const isUnsaved = left.some(({ path }) => unsavedDocument(path) !== undefined);
    await this.#takeBack(left);
    this.#changes.splice(this.#changes.indexOf(change), 1);
    return { ...change, isUnsaved };
  }

  #remember(path: string, files: readonly FileChange[]): ConfigChange | undefined {
    if (files.length === 0) return undefined;
    const change = { path, files, isUnsaved: files.some(file => file.isUnsaved) };
    this.#changes.push(change);
    if (this.#changes.length > KEPT) this.#changes.shift();
    return change;
  }

  /** The files changed; undefined, with nothing changed, when one of them became another in between. */
  async #make(state: ConfigState, edits: readonly Edit[]): Promise<readonly FileChange[] | undefined> {
    const changes: FileChange[] = [];
    this.#lastPlace = undefined;
    try {
      for (const [path, its] of placeEdits(state, edits)) {
        const { text: before, value } = state.files.find(file => file.path === path) ?? {};
        if (its[0]) this.#lastPlace ??= { file: path, member: its[0].path };
        const written = isObject(value) ? value : undefined;
        const change = await this.#makeIn(path, before, its, { read: state.read, written });
        if (change) changes.push(change);
      }
      return changes;
    } catch (error) {
      await this.#takeBack(changes);
      if (error instanceof BecameAnother) return undefined;
      throw error;
    } finally {
      await this.#config.reread();
    }
  }

  async #makeIn(
    path: string,
    before: string | undefined,
    edits: readonly Edit[],
    options: EditOptions,
  ): Promise<FileChange | undefined> {
    const document = unsavedDocument(path);
    if (document) {
      const text = document.getText();
      if (text !== before) throw new BecameAnother();
      const after = await editConfig(text, edits, path, options);
      if (after === text) return undefined;
      // Somebody may have gone on typing.
      if (document.getText() !== text) throw new BecameAnother();
      await replaceText(document, after);
      return { path, before: text, after, isUnsaved: true };
    }
    const written = await updateConfig(path, async now => {
      if (now !== before) throw new BecameAnother();
      return editConfig(now ?? '', edits, path, options);
    });
    return written && { path, ...written, isUnsaved: false };
  }

  async #takeBack(files: readonly FileChange[]): Promise<void> {
    for (const { path, before, after, isUnsaved } of files.toReversed()) {
      const open = unsavedDocument(path);
      if (!open && !isUnsaved) {
        await restoreConfig(path, after, before);
        continue;
      }
      // The editor keeps byte order marks and line ends to itself, so what it changed is changed back by it.
      const document = open ?? (await vscode.workspace.openTextDocument(vscode.Uri.file(path)));
      if (!isSame(document.getText(), after)) throw new ProblemError(changedSince(path));
      await replaceText(document, withoutMark(before ?? ''));
      if (!open) await document.save();
    }
    await this.#config.reread();
  }

  /** One command after the other: two that a person starts at once don't get in each other's way. */
  #oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#working.then(work, work);
    this.#working = result.catch(() => undefined);
    return result;
  }

  /** Throws a `ProblemError` where the environment that OpenClaw sees forbids writing. */
  async refuseWhereReadOnly(): Promise<void> {
    const { values } = await this.#config.environment();
    const name = readOnlySwitch(values);
    if (name) throw new ProblemError(readOnly(this.#config.path, name));
  }
}

/** Whether two texts are the same to the editor, which shows neither byte order marks nor kinds of line ends. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === other || one === undefined || other === undefined) return one === other;
  const shown = (text: string) => withoutMark(text).replace(/\r\n?/g, '\n');
  return shown(one) === shown(other);
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Thrown to start afresh when a file is not what the edits were found for. */
class BecameAnother extends Error {}

/** Somebody else set a member meanwhile that is about to be set: theirs is not written over unasked. */
function refuseConflict(before: ConfigState, now: ConfigState, edits: readonly Edit[]): void {
  const conflict = edits.find(({ path }) => {
    const [was, is] = [valueAt(before.value, path), valueAt(now.value, path)];
    const isScalar = !isObject(is) && !Array.isArray(is);
    return isScalar && !isDeepStrictEqual(was, is);
  });
  if (conflict) throw new ProblemError(changedMeanwhile(now.path, pathWords(conflict.path)));
}

function readOnly(path: string, name: string) {
  return {
    code: 'config-read-only' as const,
    title: l10n.t('The OpenClaw config is managed elsewhere'),
    explanation: l10n.t('{0} is set, so nothing may write {1}. Change it where it is managed.', name, path),
    fixes: [],
  };
}

function changedMeanwhile(path: string, member?: string) {
  return {
    code: 'config-changed-since' as const,
    title: l10n.t('The OpenClaw config has changed meanwhile'),
    explanation: member
      ? l10n.t('Something else set {0} in {1} at the same time. Look at it, then try again.', member, path)
      : l10n.t('Something else keeps writing {0}. Nothing was changed; try again.', path),
    fixes: [{ label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }],
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
