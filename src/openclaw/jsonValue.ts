/** Values of a config, and the paths that name them. */

export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue };
export type JsonObject = { [name: string]: JsonValue };

/** From the root: names of members, and numbers for elements of arrays. */
export type Path = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined where something on the way is not there. */
export function valueAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((found, step) => {
    if (Array.isArray(found)) return typeof step === 'number' ? found[step] : undefined;
    return isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }, value);
}

/** A path as people write it: `plugins.entries["amazon-bedrock"].enabled`, `agents.list[0].model`. */
export function pathWords(path: Path): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`;
    if (!/^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(step)) return `${words}["${step}"]`;
    return words ? `${words}.${step}` : step;
  }, '');
}
