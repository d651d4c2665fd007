/**
 * The layers of a config that includes files: each place at which the value at a path, or a part of it, is
 * written. A later layer overrides an earlier one.
 */
import { includedPath, includeOf, namesIn } from './includes.ts';
import { isObject, type JsonObject, type JsonValue, type Path } from './jsonValue.ts';
import { withoutInclude } from './mergeIncludes.ts';

export interface Layer {
  readonly file: string;
  /** In that file. */
  readonly path: Path;
  /** What is written there itself: without what it includes. */
  readonly value: JsonValue;
  /** Nothing is written there but the `$include`. */
  readonly isBare: boolean;
}

/** A member or an element in a layer, by its own step there. */
export interface Holder {
  readonly layer: Layer;
  readonly step: string | number;
}

type Values = ReadonlyMap<string, JsonValue>;

/** The layers of what is written at a place of a file. */
export function layersAt(files: Values, file: string, path: Path = [], value = files.get(file)): Layer[] {
  if (value === undefined) return [];
  const include = includeOf(value);
  if (include === undefined) return [{ file, path, value, isBare: false }];
  const beside = withoutInclude(value as JsonObject);
  const included = (namesIn(include) ?? []).flatMap(name => layersAt(files, includedPath(file, name)));
  return [...included, { file, path, value: beside, isBare: Object.keys(beside).length === 0 }];
}

/** The layers of a holder's value. */
export function layersIn(files: Values, { layer, step }: Holder): Layer[] {
  return layersAt(files, layer.file, [...layer.path, step], valueIn({ layer, step }));
}

/** What a holder holds, as it is written. */
export function valueIn({ layer, step }: Holder): JsonValue | undefined {
  const { value } = layer;
  return (value as JsonObject)[step];
}

/** Who has this member, or the one that has this element; lists stand one behind the other. */
export function holdersOf(layers: readonly Layer[], step: string | number): Holder[] {
  if (typeof step === 'string') {
    return objects(layers)
      .filter(({ value }) => Object.hasOwn(value as JsonObject, step))
      .map(layer => ({ layer, step }));
  }
  let index = step;
  for (const layer of arrays(layers)) {
    const { length } = layer.value as JsonValue[];
    if (index < length) return [{ layer, step: index }];
    index -= length;
  }
  return [];
}

/**
 * Where a member that nobody has can be written, the best place first: where the root file has members beside it,
 * then where the strongest file has; last where so far there is nothing but an `$include`. An element goes behind
 * the last.
 */
export function placesFor(layers: readonly Layer[], step: string | number, root: string): Holder[] {
  const lists = arrays(layers);
  const last = lists.at(-1);
  if (last && typeof step === 'number') {
    const before = lists.slice(0, -1).reduce((sum, { value }) => sum + (value as JsonValue[]).length, 0);
    return [{ layer: last, step: step - before }];
  }
  const rank = ({ file, isBare }: Layer) => (isBare ? 2 : file === root ? 0 : 1);
  const places = objects(layers).toReversed();
  return places.sort((one, other) => rank(one) - rank(other)).map(layer => ({ layer, step }));
}

/** The layers that are objects and count: those above the last thing that is none. */
function objects(layers: readonly Layer[]): Layer[] {
  const barrier = layers.findLastIndex(({ value }) => !isObject(value));
  return layers.filter(({ isBare }, index) => index > barrier && !(isBare && barrier >= 0));
}

/** The layers that are arrays and count: those above the last thing that is none. */
function arrays(layers: readonly Layer[]): Layer[] {
  const written = layers.filter(({ isBare }) => !isBare);
  const barrier = written.findLastIndex(({ value }) => !Array.isArray(value));
  return written.slice(barrier + 1);
}
