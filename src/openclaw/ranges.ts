/** Where a node of the syntax tree stands in its text. */

/** Offsets of the first character and of the one behind the last. Throws when the tree was made without ranges. */
export function rangeOf({
  range,
}: {
  readonly range?: readonly number[] | undefined;
}): [start: number, end: number] {
  const [start, end] = range ?? [];
  if (start === undefined || end === undefined) throw new TypeError('The syntax tree has no ranges.');
  return [start, end];
}
