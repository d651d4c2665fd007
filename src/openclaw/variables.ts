/** `${UPPER_CASE}` in a config, which OpenClaw replaces by the variable of that name when it reads it. */
import { isObject, type JsonValue, type Path } from './jsonValue.ts';

/** A variable that a config names and OpenClaw does not have. */
export interface MissingVariable {
  readonly name: string;
  /** Of the text that names it, in the config as OpenClaw reads it. */
  readonly path: Path;
}

type Values = Readonly<Record<string, string | undefined>>;

/** With one more `$` before it, it stands for itself. */
const VARIABLE = /(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g;

/**
 * The value as OpenClaw reads it: in texts, not in names, and once. A variable that is missing or empty stays as
 * it is written; OpenClaw warns of it and goes on. Paths of includes are taken as they are written.
 */
export function substituted(
  value: JsonValue,
  values: Values,
): { readonly value: JsonValue; readonly missing: readonly MissingVariable[] } {
  const missing: MissingVariable[] = [];
  const read = mapTexts(value, [], (text, path) =>
    text.replace(VARIABLE, (written, escape: string, name: string) => {
      if (escape) return written.slice(1);
      const found = values[name];
      if (!found) missing.push({ name, path: [...path] });
      return found || written;
    }),
  );
  return { value: read, missing };
}

/** What OpenClaw reads a written value as. */
export function readWith(values: Values): (written: JsonValue) => JsonValue {
  return written => substituted(written, values).value;
}

/** Whether something in it reads otherwise than it is written. */
export function hasVariables(value: JsonValue): boolean {
  return mapTexts(value, [], text => (text.search(VARIABLE) < 0 ? text : '')) !== value;
}

/** The value with its texts changed; what is unchanged is the same object, so that big configs cost little. */
function mapTexts(
  value: JsonValue,
  path: (string | number)[],
  change: (text: string, path: Path) => string,
): JsonValue {
  if (typeof value === 'string') return value.includes('${') ? change(value, path) : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string | number, JsonValue][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  const mapped = entries.map(([step, inner]): (typeof entries)[number] => {
    if (step === '$include') return [step, inner];
    path.push(step);
    const now = mapTexts(inner, path, change);
    path.pop();
    return [step, now];
  });
  if (mapped.every(([, now], index) => now === entries[index]?.[1])) return value;
  return isObject(value) ? Object.fromEntries(mapped) : mapped.map(([, now]) => now);
}
