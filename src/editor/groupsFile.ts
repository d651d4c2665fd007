/** The editor's file of provider groups, `chatLanguageModels.json`: an array of objects with a `vendor` each. */
import type { ValueNode } from '@humanwhocodes/momoa';
import { rangeOf } from '../openclaw/ranges.ts';
import { loadSyntaxTree } from '../openclaw/loadSyntaxTree.ts';

/** The text without the groups of a vendor, and how many those were; the other groups stay as they are. */
export async function withoutGroups(
  text: string,
  vendor: string,
): Promise<{ text: string; removed: number }> {
  if (!text.trim()) return { text, removed: 0 };
  const { parse } = await loadSyntaxTree();
  const { body } = parse(text, { mode: 'jsonc', ranges: true, allowTrailingCommas: true });
  const groups = body.type === 'Array' ? body.elements.map(({ value }) => value) : [];
  const kept = groups.filter(group => vendorOf(group) !== vendor);
  const removed = groups.length - kept.length;
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last || removed === 0) return { text, removed };

  const [start] = rangeOf(first);
  const [, end] = rangeOf(last);
  if (kept.length === 0) return { text: '[]', removed };
  const pieces = kept.map(group => text.slice(...rangeOf(group)));
  return { text: text.slice(0, start) + pieces.join(',\n\t') + text.slice(end), removed };
}

function vendorOf(group: ValueNode): string | undefined {
  if (group.type !== 'Object') return undefined;
  const member = group.members.find(({ name }) => name.type === 'String' && name.value === 'vendor');
  return member?.value.type === 'String' ? member.value.value : undefined;
}
