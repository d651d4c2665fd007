/** What stands between the members of an object and the elements of an array: white space, comments, a comma. */

export interface Comment {
  readonly start: number;
  readonly end: number;
  /** True for `//`, which swallows what follows it on its line. */
  readonly isLine: boolean;
}

export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly comma: number | undefined;
  readonly comments: readonly Comment[];
}

/** Reads a stretch that holds nothing but white space, comments and at most one comma. */
export function readGap(source: string, start: number, end: number): Gap {
  const comments: Comment[] = [];
  let comma: number | undefined;
  for (const match of source.slice(start, end).matchAll(/,|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\//g)) {
    const [token] = match;
    const at = start + match.index;
    if (token === ',') comma = at;
    else comments.push({ start: at, end: at + token.length, isLine: token.startsWith('//') });
  }
  return { start, end, comma, comments };
}

/** True when what follows on the same line would be a part of a comment. */
export function endsInLineComment(gap: string): boolean {
  const last = readGap(gap, 0, gap.length).comments.at(-1);
  return last?.isLine === true && last.end === gap.length;
}

/** How often a new line begins, by the line ends of JSON5. */
export function countLineBreaks(text: string): number {
  return text.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
}

export function breaksLine(text: string): boolean {
  return /[\n\r\u2028\u2029]/.test(text);
}

/** The white space that the line of `offset` begins with. */
export function indentAt(source: string, offset: number): string {
  let start = offset;
  while (start > 0 && !breaksLine(source.charAt(start - 1))) start--;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? '';
}
