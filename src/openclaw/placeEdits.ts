/**
 * Finds the file in which each edit of a config with includes has to be made: where the member is written, or
 * beside its siblings. Each place is tried out on the values first, so that OpenClaw reads exactly what was meant.
 */
import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../problem.ts';
import { hasIncludes } from './includes.ts';
import { isObject, type JsonObject, type JsonValue, type Path, pathWords, valueAt } from './jsonValue.ts';
import { type Holder, holdersOf, type Layer, layersAt, layersIn, placesFor, valueIn } from './layers.ts';
import { type Edit, editValue, isRemoval, type LocalEdit } from './lossless/editValue.ts';
import { mergedFile } from './mergeIncludes.ts';
import type { ConfigState } from './readConfig.ts';

/**
 * The edits by the absolute path of their file, their paths as they are there. Throws a `ProblemError` that says
 * why where an edit can't be made without another meaning, and makes none then.
 */
export function placeEdits(state: ConfigState, edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  if (state.includes.length === 0) return new Map([[state.path, edits]]);
  const placing = new Placing(state);
  for (const edit of edits) placing.place(edit);
  return placing.placed;
}

interface PlacedEdit {
  readonly file: string;
  readonly edit: Edit;
}

class Placing {
  readonly placed = new Map<string, Edit[]>();
  readonly #state: ConfigState;
  /** What OpenClaw reads each file's value as, after the edits placed so far. */
  #files: ReadonlyMap<string, JsonValue>;

  constructor(state: ConfigState) {
    const { read = (written: JsonValue) => written } = state;
    this.#state = state;
    this.#files = new Map(state.files.map(({ path, value }) => [path, read(value)]));
  }

  place(edit: Edit): void {
    const before = this.#merged(this.#files);
    const intended = this.#intended(before, edit);
    if (isDeepStrictEqual(before, intended)) return;

    if ('moveTo' in edit) {
      this.#placeMove(edit, intended);
      return;
    }

    const { layers, depth } = this.#parentOf(edit.path);
    const step = edit.path[depth] ?? '';
    const holders = holdersOf(layers, step);
    const now = valueAt(before, edit.path);
    if (!isRemoval(edit) && isObject(now) && isObject(edit.value) && isAssembled(holders)) {
      for (const part of differences(edit.path, now, edit.value)) this.place(part);
      return;
    }
    const places = placesOf(edit, holders, placesFor(layers, step, this.#state.path));
    const placed = places
      .map(place => placedEdits(place, edit, depth))
      .find(place => this.#fits(place, intended));
    if (!placed) throw this.#refusal(edit, holders.length > 0 ? holders : places.flat());
    this.#commit(placed);
  }

  /** A move keeps comments as long as it stays in one file: the config itself. */
  #placeMove(edit: Edit, intended: JsonValue): void {
    const placed = [{ file: this.#state.path, edit }];
    if (!this.#fits(placed, intended)) {
      throw refused(this.#state.path, edit, l10n.t('it is written in another file than the config itself'));
    }
    this.#commit(placed);
  }

  /** Where the innermost object or array on the way to a path is written, and at which step of the path it is. */
  #parentOf(path: Path): { layers: readonly Layer[]; depth: number } {
    let layers = layersAt(this.#files, this.#state.path);
    for (const [depth, step] of path.slice(0, -1).entries()) {
      const inner = holdersOf(layers, step).flatMap(holder => layersIn(this.#files, holder));
      if (inner.length === 0) return { layers, depth };
      layers = inner;
    }
    return { layers, depth: path.length - 1 };
  }

  #intended(before: JsonValue, edit: Edit): JsonValue {
    try {
      return editValue(before, edit);
    } catch (error) {
      throw refused(this.#state.path, edit, (error as TypeError).message);
    }
  }

  #fits(placed: readonly PlacedEdit[], intended: JsonValue): boolean {
    if (!placed.every(({ file }) => this.#isEditable(file))) return false;
    try {
      // It may turn up elsewhere too, where the same file is included, or behind another file's part of a list.
      return isDeepStrictEqual(this.#merged(this.#after(placed)), intended);
    } catch {
      return false;
    }
  }

  #isEditable(file: string): boolean {
    const isOutside = this.#state.files.some(({ path, isOutside }) => isOutside && path === file);
    return !isOutside && isObject(this.#files.get(file));
  }

  #commit(placed: readonly PlacedEdit[]): void {
    this.#files = this.#after(placed);
    for (const { file, edit } of placed) this.placed.set(file, [...(this.placed.get(file) ?? []), edit]);
  }

  #after(placed: readonly PlacedEdit[]): ReadonlyMap<string, JsonValue> {
    const files = new Map(this.#files);
    for (const { file, edit } of placed) {
      // The same file may be included by several names.
      const { realPath = file } = this.#state.files.find(({ path }) => path === file) ?? {};
      for (const { path, realPath: real = path } of this.#state.files) {
        if (real === realPath) files.set(path, editValue(files.get(path) ?? {}, edit));
      }
    }
    return files;
  }

  #merged(files: ReadonlyMap<string, JsonValue>): JsonValue {
    return mergedFile(this.#state.path, path => ({ value: files.get(path) ?? null }));
  }

  #refusal(edit: Edit, holders: readonly Holder[]): ProblemError {
    const files = [...new Set(holders.map(({ layer }) => layer.file))];
    const [first = this.#state.path] = files;
    const outside = this.#state.files.find(({ path, isOutside }) => isOutside && files.includes(path));
    if (outside) {
      const reason = l10n.t('it is written outside of the config’s folder, where others own it');
      return refused(outside.path, edit, reason);
    }
    const list = files.find(file => !isObject(this.#files.get(file)));
    if (list) return refused(list, edit, l10n.t('that file is a list or a single value'));
    if (holders.some(holder => hasIncludes(valueIn(holder) ?? null))) {
      return refused(first, edit, l10n.t('it is included from other files there'));
    }
    const uses = this.#state.includes.flatMap(({ targets }) => targets).filter(target => target === first);
    return uses.length > 1
      ? refused(first, edit, l10n.t('that file is included in several places, which would all change'))
      : refused(first, edit, l10n.t('it is put together from several files'));
  }
}

/** Whether more than one file, or an include in it, makes a value. */
function isAssembled(holders: readonly Holder[]): boolean {
  return holders.length > 1 || holders.some(holder => hasIncludes(valueIn(holder) ?? null));
}

/** The places for an edit, the best first, each with all that have to be changed together. */
function placesOf(
  edit: LocalEdit,
  holders: readonly Holder[],
  free: readonly Holder[],
): readonly (readonly Holder[])[] {
  // Removed from the strongest alone, it would come back from the others.
  if (isRemoval(edit)) return [holders];
  const strongest = holders.at(-1);
  if (!strongest) return free.map(holder => [holder]);
  // To set it here would drop the include.
  return hasIncludes(valueIn(strongest) ?? null) ? [] : [[strongest]];
}

function placedEdits(place: readonly Holder[], { path, ...change }: LocalEdit, depth: number): PlacedEdit[] {
  return place.map(({ layer, step }) => ({
    file: layer.file,
    edit: { ...change, path: [...layer.path, step, ...path.slice(depth + 1)] },
  }));
}

/** The edits of an object's members that make another of it. */
function differences(path: Path, now: JsonObject, wanted: JsonObject): LocalEdit[] {
  const gone = Object.keys(now).filter(name => !Object.hasOwn(wanted, name));
  const changed = Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(now[name], value));
  return [
    ...gone.map((name): LocalEdit => ({ path: [...path, name], remove: true })),
    ...changed.map(([name, value]): LocalEdit => ({ path: [...path, name], value })),
  ];
}

function refused(file: string, { path }: Edit, reason: string): ProblemError {
  return new ProblemError({
    code: 'config-not-written',
    title: l10n.t('The OpenClaw config was left as it is'),
    explanation: l10n.t(
      '"{0}" can’t be changed in {1}: {2}. Change it by hand.',
      pathWords(path),
      file,
      reason,
    ),
    fixes: [
      {
        label: l10n.t('Open Config'),
        command: 'openclawBedrock.openConfig',
        arguments: [{ file, line: 1, column: 1 }],
      },
    ],
  });
}
