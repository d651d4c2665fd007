/** Where in a config the content of its files stands. */
import type { IncludeSite } from './includes.ts';
import type { Path } from './jsonValue.ts';

/** The path of a file's content in the whole config, by its first place there; undefined for a file that is not part of it. */
export function includedAt(
  { path: root, includes }: { readonly path: string; readonly includes: readonly IncludeSite[] },
  file: string,
): Path | undefined {
  if (file === root) return [];
  // OpenClaw refuses circles, so the way up ends at the root.
  for (const { file: including, path, targets } of includes) {
    const outer = targets.includes(file) ? includedAt({ path: root, includes }, including) : undefined;
    if (outer) return [...outer, ...path];
  }
  return undefined;
}
