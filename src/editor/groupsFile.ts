/** The editor's file of provider groups, `chatLanguageModels.json`: an array of objects with `vendor` and `name`. */
import type { ValueNode } from '@humanwhocodes/momoa';
import { loadSyntaxTree } from '../openclaw/loadSyntaxTree.ts';
import { rangeOf } from '../openclaw/ranges.ts';

export interface Removal {
  readonly text: string;
  /** The names of the groups that were taken out. */
  readonly removed: readonly string[];
  /** The names of the vendor's groups that stay. */
  readonly left: readonly string[];
}

/**
 * The text without the groups of a vendor that have one of these names; all else in it stays as it is. A group
 * that holds a secret stays too: only the editor's own removal deletes the secret with it.
 */
export async function withoutGroups(
  text: string,
  vendor: string,
  names: readonly string[],
): Promise<Removal> {
  if (!text.trim()) return { text, removed: [], left: [] };
  const { parse } = await loadSyntaxTree();
  const { body } = parse(text, { mode: 'jsonc', ranges: true, allowTrailingCommas: true });
  const groups = body.type === 'Array' ? body.elements.map(({ value }) => value) : [];
  const ours = groups.filter(group => memberOf(group, 'vendor') === vendor);
  const isGoing = (group: ValueNode) =>
    ours.includes(group) &&
    names.includes(nameOf(group)) &&
    !text.slice(...rangeOf(group)).includes('${input:');

  let edited = text;
  // From the last to the first, so that the ranges of those still to go stay right.
  for (const [index, group] of [...groups.entries()].reverse()) {
    if (!isGoing(group)) continue;
    const [next, previous] = [groups[index + 1], groups.slice(0, index).findLast(other => !isGoing(other))];
    const start = next || !previous ? rangeOf(group)[0] : rangeOf(previous)[1];
    const end = next ? rangeOf(next)[0] : rangeOf(group)[1];
    edited = edited.slice(0, start) + edited.slice(end);
  }
  return {
    text: edited,
    removed: ours.filter(isGoing).map(nameOf),
    left: ours.filter(group => !isGoing(group)).map(nameOf),
  };
}

function nameOf(group: ValueNode): string {
  return memberOf(group, 'name') ?? '';
}

function memberOf(group: ValueNode, name: string): string | undefined {
  if (group.type !== 'Object') return undefined;
  const member = group.members.find(each => each.name.type === 'String' && each.name.value === name);
  return member?.value.type === 'String' ? member.value.value : undefined;
}
