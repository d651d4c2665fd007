/** Edits of a config's value: what its text is to mean afterwards. */
import * as l10n from '@vscode/l10n';
import { isObject, type JsonObject, type JsonValue, type Path, valueAt } from '../jsonValue.ts';

export type Edit =
  /** Objects missing on the way are made; a last step that is the length of an array appends to it. */
  | {
      readonly path: Path;
      readonly value: JsonValue;
      /** True where `${NAME}` in its texts stands for the variable, instead of for itself. */
      readonly withVariables?: boolean;
    }
  /** Takes out a member or an element of an array; where nothing is, nothing changes. */
  | { readonly path: Path; readonly remove: true }
  /** Moves a member, as it is written and with its comments, to a place where nothing is yet. */
  | { readonly path: Path; readonly moveTo: Path };

/** An edit at one place. */
export type LocalEdit = Exclude<Edit, { readonly moveTo: Path }>;

/** The value after an edit; the one before stays as it is. Throws a `TypeError` when something is in the way. */
export function editValue<Value extends JsonValue>(value: Value, edit: Edit): Value {
  if ('moveTo' in edit) {
    const moved = valueAt(value, edit.path);
    if (moved === undefined) return value;
    const added = editValue(value, { path: edit.moveTo, value: moved });
    return editValue(added, { path: edit.path, remove: true });
  }
  if (isRemoval(edit) && edit.path.length === 0)
    throw new TypeError(l10n.t('the whole config can’t be removed'));
  return changed(value, edit.path, edit) as Value;
}

export function isRemoval(edit: LocalEdit): edit is LocalEdit & { readonly remove: true } {
  return 'remove' in edit;
}

/** Undefined: nothing there. */
function changed(value: JsonValue | undefined, path: Path, edit: LocalEdit): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return isRemoval(edit) ? undefined : edit.value;
  if (isRemoval(edit) && !has(value, step)) return value;
  return typeof step === 'number'
    ? changedArray(value, step, rest, edit)
    : changedObject(value, step, rest, edit);
}

function changedArray(value: JsonValue | undefined, index: number, rest: Path, edit: LocalEdit): JsonValue {
  if (!Array.isArray(value) || index < 0 || index > value.length) {
    throw new TypeError(l10n.t('there is no list with a place {0}', index + 1));
  }
  const element = changed(value[index], rest, edit);
  return element === undefined ? value.toSpliced(index, 1) : value.toSpliced(index, 1, element);
}

function changedObject(value: JsonValue | undefined, name: string, rest: Path, edit: LocalEdit): JsonValue {
  if (value !== undefined && !isObject(value)) {
    throw new TypeError(l10n.t('what holds "{0}" is not an object', name));
  }
  const object: JsonObject = value ?? {};
  const member = changed(Object.hasOwn(object, name) ? object[name] : undefined, rest, edit);
  // Computed, so that `__proto__` is a name like any other.
  if (member !== undefined) return { ...object, [name]: member };
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
}

function has(value: JsonValue | undefined, step: string | number): boolean {
  if (typeof step === 'number') return Array.isArray(value) && step >= 0 && step < value.length;
  return isObject(value) && Object.hasOwn(value, step);
}
