/** What "everything else stays as it was" means, checked by comparing texts alone. */
import assert from 'node:assert/strict';

/** What one text has in the place of what the other has; all else is the same, but for a comma before it. */
export interface Change {
  readonly removed: string;
  readonly inserted: string;
}

/** The shortest change that makes one text of the other. */
export function changeBetween(before: string, after: string): Change {
  const plain = stretchBetween(before, after);
  const at = before.length - plain.removed.length - plain.behind;
  const candidates = [plain];
  // The item that was the last one gets a comma, or one that becomes the last loses it with the blanks before.
  if (after[at] === ',') candidates.push(stretchBetween(before, after.slice(0, at) + after.slice(at + 1)));
  const blanks = before.slice(0, at).trimEnd().length;
  const [comma = ''] = /^\s*,/.exec(before.slice(blanks)) ?? [];
  if (comma)
    candidates.push(stretchBetween(before.slice(0, blanks) + before.slice(blanks + comma.length), after));
  const size = ({ removed, inserted }: Change) => removed.length + inserted.length;
  return candidates.reduce((best, one) => (size(one) < size(best) ? one : best));
}

/** Deleting what was inserted gives the first text back. */
export function assertOnlyInserted(before: string, after: string): void {
  assert.equal(changeBetween(before, after).removed, '', `more than an insertion:\n${before}\n${after}`);
}

/** Nothing but the stretch that `old` takes in the first text is different. */
export function assertOnlyReplaced(before: string, after: string, old: string): void {
  const start = before.indexOf(old);
  assert.ok(start >= 0 && before.indexOf(old, start + 1) < 0, `"${old}" is there once`);
  assert.ok(after.startsWith(before.slice(0, start)), after);
  assert.ok(after.endsWith(before.slice(start + old.length)), after);
}

function stretchBetween(before: string, after: string): Change & { readonly behind: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < most - start && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return {
    removed: before.slice(start, before.length - behind),
    inserted: after.slice(start, after.length - behind),
    behind,
  };
}
