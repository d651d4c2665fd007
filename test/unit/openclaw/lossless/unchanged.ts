/** What "everything else stays as it was" means, checked by comparing texts alone. */
import assert from 'node:assert/strict';

/**
 * Deleting what was inserted gives the first text back: one stretch, and before it at most one comma, which the
 * member that was the last one needed.
 */
export function assertOnlyInserted(before: string, after: string): void {
  if (isOneInsertion(before, after)) return;
  const at = commonPrefix(before, after);
  assert.equal(after[at], ',', `more than an insertion:\n${before}\n${after}`);
  const withoutComma = after.slice(0, at) + after.slice(at + 1);
  assert.ok(isOneInsertion(before, withoutComma), `more than an insertion:\n${before}\n${after}`);
}

/** Nothing but the stretch that `old` takes in the first text is different. */
export function assertOnlyReplaced(before: string, after: string, old: string): void {
  const start = before.indexOf(old);
  assert.ok(start >= 0 && before.indexOf(old, start + 1) < 0, `"${old}" is there once`);
  assert.ok(after.startsWith(before.slice(0, start)), after);
  assert.ok(after.endsWith(before.slice(start + old.length)), after);
}

function isOneInsertion(before: string, after: string): boolean {
  const start = commonPrefix(before, after);
  return after.endsWith(before.slice(start)) && after.length >= before.length;
}

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
