/** Edits of a whole config as edits of one of its parts, such as an included file. */
import type { Edit } from '../editConfig.ts';
import type { Path } from '../jsonValue.ts';

/** An edit of the whole config as one of what stands at a path; undefined for one of something else. */
export function editWithin(edit: Edit, at: Path): Edit | undefined {
  const path = pathWithin(edit.path, at);
  if (!('moveTo' in edit)) return path && { ...edit, path };
  const moveTo = pathWithin(edit.moveTo, at);
  return path && moveTo && { path, moveTo };
}

function pathWithin(path: Path, at: Path): Path | undefined {
  return at.every((step, index) => path[index] === step) ? path.slice(at.length) : undefined;
}
